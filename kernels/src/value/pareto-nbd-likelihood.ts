import type { Evaluation } from "../numeric/maximise.ts";
import { add, type Derivatives } from "./pareto-nbd-derivatives.ts";
import { addGrid } from "./pareto-nbd-grid-rows.ts";
import { panelsOf } from "./pareto-nbd-panels.ts";
import type { ParetoRows } from "./pareto-nbd-rows.ts";
import { addSingle } from "./pareto-nbd-single-row.ts";
import { risingSums } from "./rising-sums.ts";

function evaluate(
  rows: ParetoRows,
  logParameters: ArrayLike<number>,
  derivatives: Derivatives | null,
): number {
  const [r, alpha, s, beta] = Array.from(logParameters, Math.exp) as [
    number,
    number,
    number,
    number,
  ];
  const { customers, counts, countWeights, start, grid, last, age, weight } = rows;
  const logAlpha = logParameters[1] as number;
  const logBeta = logParameters[3] as number;
  const orders = risingSums(r, counts);
  let value = customers * (r * logAlpha + s * logBeta);
  if (derivatives !== null) {
    const { first, second } = derivatives;
    add(first, 0, customers * logAlpha);
    add(first, 1, (customers * r) / alpha);
    add(first, 2, customers * logBeta);
    add(first, 3, (customers * s) / beta);
    add(second, 1, customers / alpha);
    add(second, 4, (-customers * r) / (alpha * alpha));
    add(second, 8, customers / beta);
    add(second, 9, (-customers * s) / (beta * beta));
    for (let k = 0; k < counts.length; k += 1) {
      add(first, 0, (countWeights[k] as number) * (orders.first[k] as number));
      add(second, 0, (countWeights[k] as number) * (orders.second[k] as number));
    }
  }
  const panelsAt = panelsOf(grid, { r, alpha, s, beta }, rows.room);
  for (let k = 0; k < counts.length; k += 1) {
    value += (countWeights[k] as number) * (orders.logarithm[k] as number);
    const x = counts[k] as number;
    const low = start[k] as number;
    const high = start[k + 1] as number;
    const panels = high > low ? panelsAt(x, high - low) : null;
    if (panels !== null) {
      value += addGrid(rows, panels, k, r + x, s, derivatives);
      continue;
    }
    for (let row = low; row < high; row += 1)
      value += addSingle(
        alpha,
        beta,
        s,
        r + x,
        grid[last[row] as number] as number,
        grid[age[row] as number] as number,
        weight[row] as number,
        derivatives,
      );
  }
  return value;
}

/** Where each pair of parameters stands among the ten second derivatives. */
const places = [0, 1, 2, 3, 1, 4, 5, 6, 2, 5, 7, 8, 3, 6, 8, 9];

/**
 * Log-likelihood of the Pareto/NBD with gradient and Hessian in log(r), log(alpha), log(s),
 * log(beta). A customer with x repeat orders, the last at t, seen until T, has
 *
 *     Gamma(r + x) / Gamma(r) alpha^r beta^s ((alpha + T)^-(r + x) (beta + T)^-s
 *       + s * integral over u from t to T of (alpha + u)^-(r + x) (beta + u)^-(s + 1))
 *
 * (Schmittlein, Morrison and Colombo 1987, before the integral is written as a hypergeometric
 * function). Rows of one x share their integrals over the cells of the grid as suffix sums; where
 * too few rows share them, or powers would overflow, each row has its own quadrature.
 */
export function paretoEvaluation(rows: ParetoRows, logParameters: ArrayLike<number>): Evaluation {
  const derivatives = { first: new Float64Array(4), second: new Float64Array(10) };
  const value = evaluate(rows, logParameters, derivatives);
  const scale = Array.from(logParameters, Math.exp);
  const gradient = derivatives.first.map((entry, k) => entry * (scale[k] as number));
  const hessian = Float64Array.from(places, (place, k) => {
    const row = k >> 2;
    const column = k & 3;
    return (
      (derivatives.second[place] as number) * (scale[row] as number) * (scale[column] as number) +
      (row === column ? (gradient[row] as number) : 0)
    );
  });
  return { value, gradient, hessian };
}

/** The log-likelihood alone, as `paretoEvaluation`; several times quicker. */
export function paretoValue(rows: ParetoRows, logParameters: ArrayLike<number>): number {
  return evaluate(rows, logParameters, null);
}
