import { foldHistory } from "./fold-history.ts";
import type { OrderHistory } from "./order-history.ts";
import { checkParetoParameters, type ParetoParameters } from "./pareto-nbd-fit.ts";
import {
  emptyLifetimeNodes,
  type LifetimeNodes,
  placeLifetimeNodes,
  widenGaussPanels,
} from "./pareto-nbd-quadrature.ts";

/** How likely a customer is alive: what speaks for being there against all moments of leaving. */
function aliveOf(
  nodes: LifetimeNodes,
  { r, alpha, s, beta }: ParetoParameters,
  x: number,
  last: number,
  age: number,
): number {
  placeLifetimeNodes(nodes, alpha, beta, r + x, s, last, age);
  let gone = 0;
  for (let k = 0; k < nodes.size; k += 1) gone += nodes.weight[k] as number;
  const a = alpha + last;
  const b = beta + last;
  const span = age - last;
  const logHere = Math.log(b) - (r + x) * Math.log1p(span / a) - s * Math.log1p(span / b);
  // In logarithms, so that neither part runs out of numbers where the other does.
  return logHere === Number.NEGATIVE_INFINITY
    ? 0
    : 1 / (1 + Math.exp(Math.log(s * gone) - logHere));
}

/**
 * Probability in the Pareto/NBD that each customer has not left at the end of observation, given
 * their orders (Schmittlein, Morrison and Colombo 1987, equations 11 to 13, by quadrature).
 *
 * @returns one probability per customer, in the order of the history
 * @throws RangeError for a customer (with its index) or a parameter that cannot be
 */
export function paretoAlive(history: OrderHistory, parameters: ParetoParameters): Float64Array {
  checkParetoParameters(parameters);
  const { counts, lasts, ages, rowCount, rowLast, rowAge, rowOf } = foldHistory(history);
  const nodes = emptyLifetimeNodes();
  const alive = Float64Array.from(rowCount, (count, row) =>
    aliveOf(
      nodes,
      parameters,
      counts[count] as number,
      lasts[rowLast[row] as number] as number,
      ages[rowAge[row] as number] as number,
    ),
  );
  return Float64Array.from(rowOf, (row) => alive[row] as number);
}

/**
 * Expected time, discounted, that a customer who is alive at age T will still be there within the
 * horizon: the integral of e^-(rate u) ((beta + T) / (beta + T + u))^s.
 */
function timeLeft(s: number, span: number, horizon: number, rate: number): number {
  if (rate === 0) {
    const stretch = Math.log1p(horizon / span);
    const power = (1 - s) * stretch;
    return span * stretch * (Math.abs(power) < 1e-12 ? 1 : Math.expm1(power) / power);
  }
  return widenGaussPanels(
    (u) => Math.exp(-rate * u - s * Math.log1p(u / span)),
    Math.min(horizon, 45 / rate),
    Math.min(span, 2 / rate),
    2 / rate,
  );
}

/**
 * Expected orders of each customer within `horizon` after the end of observation, given their
 * orders so far; with a discount rate each order counts less the later it comes, and the horizon
 * may be without end (the discounted expected residual transactions, DERT, of Fader, Hardie and
 * Lee 2005).
 *
 * The expected orders of a new customer are those of a history of no orders and age 0.
 *
 * @param horizon in the unit of the history, from 0; Infinity only with a discount rate
 * @param discountRate continuous rate per unit of time, from 0
 * @returns one number of orders per customer, in the order of the history
 * @throws RangeError for a customer (with its index), a parameter, a horizon or a rate that cannot be
 */
export function paretoOrders(
  history: OrderHistory,
  parameters: ParetoParameters,
  horizon: number,
  discountRate = 0,
): Float64Array {
  if (!(discountRate === 0 || (discountRate >= 1e-300 && discountRate < Number.POSITIVE_INFINITY)))
    throw new RangeError(
      `the discount rate is neither 0 nor a finite number from 1e-300: ${discountRate}`,
    );
  if (!(horizon >= 0 && (horizon < Number.POSITIVE_INFINITY || discountRate > 0)))
    throw new RangeError(
      `the horizon is not a number from 0, finite or with a discount rate: ${horizon}`,
    );
  const alive = paretoAlive(history, parameters);
  const { r, alpha, s, beta } = parameters;
  const known = new Map<number, number>();
  return alive.map((probability, customer) => {
    const age = history.age[customer] as number;
    let left = known.get(age);
    if (left === undefined) {
      left = timeLeft(s, beta + age, horizon, discountRate);
      known.set(age, left);
    }
    return (probability * (r + (history.repeats[customer] as number)) * left) / (alpha + age);
  });
}
