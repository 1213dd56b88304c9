import type { Evaluation } from "../numeric/maximise.ts";
import { type GridPanels, panelsOf } from "./pareto-nbd-panels.ts";
import { emptyLifetimeNodes, placeLifetimeNodes } from "./pareto-nbd-quadrature.ts";
import type { ParetoRows } from "./pareto-nbd-rows.ts";
import { risingSums } from "./rising-sums.ts";

/**
 * First and second derivatives to r, alpha, s, beta, gathered over rows; the second ones in the
 * order rr, r alpha, r s, r beta, alpha alpha, alpha s, alpha beta, ss, s beta, beta beta.
 */
type Derivatives = { readonly first: Float64Array; readonly second: Float64Array };

function add(target: Float64Array, place: number, amount: number): void {
  target[place] = (target[place] as number) + amount;
}

/** Takes the square of a row's gradient off the second derivatives: those of a logarithm. */
function addRow(
  { first, second }: Derivatives,
  weight: number,
  dr: number,
  da: number,
  ds: number,
  db: number,
): void {
  add(first, 0, weight * dr);
  add(first, 1, weight * da);
  add(first, 2, weight * ds);
  add(first, 3, weight * db);
  add(second, 0, -weight * dr * dr);
  add(second, 1, -weight * dr * da);
  add(second, 2, -weight * dr * ds);
  add(second, 3, -weight * dr * db);
  add(second, 4, -weight * da * da);
  add(second, 5, -weight * da * ds);
  add(second, 6, -weight * da * db);
  add(second, 7, -weight * ds * ds);
  add(second, 8, -weight * ds * db);
  add(second, 9, -weight * db * db);
}

/**
 * Adds a mass at which a customer left (or, for `exponent` s, the mass of being alive): its
 * second derivatives over itself, times the mass. `inverseS` is 1 / s where the mass has a
 * factor s, else 0.
 */
function addMass(
  second: Float64Array,
  mass: number,
  shape: number,
  exponent: number,
  inverseS: number,
  logA: number,
  inverseA: number,
  logB: number,
  inverseB: number,
): void {
  const da = -shape * inverseA;
  const ds = inverseS - logB;
  const db = -exponent * inverseB;
  add(second, 0, mass * logA * logA);
  add(second, 1, mass * (-logA * da - inverseA));
  add(second, 2, -mass * logA * ds);
  add(second, 3, -mass * logA * db);
  add(second, 4, mass * (shape + 1) * shape * inverseA * inverseA);
  add(second, 5, mass * da * ds);
  add(second, 6, mass * da * db);
  add(second, 7, mass * (ds * ds - inverseS * inverseS));
  add(second, 8, mass * (ds * db - inverseB));
  add(second, 9, mass * (exponent + 1) * exponent * inverseB * inverseB);
}

/** The rows of one number of repeat orders by suffix sums over the grid. */
function addGrid(
  rows: ParetoRows,
  panels: GridPanels,
  count: number,
  shape: number,
  s: number,
  derivatives: Derivatives | null,
): number {
  const { last, age, weight, start } = rows;
  const { logScaleA, logScaleB, logA, inverseA, logB, inverseB, mass, first } = panels;
  const { gridLogA, gridInverseA, gridLogB, gridInverseB, suffix, cover, alive } = panels;
  const low = start[count] as number;
  const high = start[count + 1] as number;
  const end = cover.length - 1;
  const from = last[low] as number;
  suffix.fill(0, 5 * end);
  for (let cell = end - 1; cell >= from; cell -= 1) {
    const stop = first[cell + 1] as number;
    const at = 5 * cell;
    let whole = 0;
    if (derivatives === null) {
      for (let node = first[cell] as number; node < stop; node += 1) whole += mass[node] as number;
      suffix[at] = (suffix[at + 5] as number) + whole;
      continue;
    }
    let a = 0;
    let ra = 0;
    let b = 0;
    let rb = 0;
    for (let node = first[cell] as number; node < stop; node += 1) {
      const own = mass[node] as number;
      whole += own;
      a += own * (logA[node] as number);
      ra += own * (inverseA[node] as number);
      b += own * (logB[node] as number);
      rb += own * (inverseB[node] as number);
    }
    suffix[at] = (suffix[at + 5] as number) + whole;
    suffix[at + 1] = (suffix[at + 6] as number) + a;
    suffix[at + 2] = (suffix[at + 7] as number) + ra;
    suffix[at + 3] = (suffix[at + 8] as number) + b;
    suffix[at + 4] = (suffix[at + 9] as number) + rb;
  }
  let value = 0;
  let customers = 0;
  if (derivatives === null) {
    for (let row = low; row < high; row += 1) {
      const to = age[row] as number;
      const gone = (suffix[5 * (last[row] as number)] as number) - (suffix[5 * to] as number);
      const own = weight[row] as number;
      customers += own;
      value += own * Math.log((alive[to] as number) + gone);
    }
    return value - customers * (shape * logScaleA + s * logScaleB);
  }
  const inverseS = 1 / s;
  cover.fill(0);
  let [gr, ga, gs, gb] = [0, 0, 0, 0];
  let [rr, rA, rs, rB, AA, As, AB, ss, sB, BB] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const standing = panels.standing.fill(0);
  for (let row = low; row < high; row += 1) {
    const to = age[row] as number;
    const since = last[row] as number;
    const i = 5 * since;
    const j = 5 * to;
    const here = alive[to] as number;
    const gone = (suffix[i] as number) - (suffix[j] as number);
    const whole = here + gone;
    const own = weight[row] as number;
    customers += own;
    value += own * Math.log(whole);
    const over = 1 / whole;
    const dr =
      -over *
      (here * (gridLogA[to] as number) + (suffix[i + 1] as number) - (suffix[j + 1] as number));
    const da =
      -over *
      shape *
      (here * (gridInverseA[to] as number) + (suffix[i + 2] as number) - (suffix[j + 2] as number));
    const ds =
      over *
      (inverseS * gone -
        here * (gridLogB[to] as number) -
        (suffix[i + 3] as number) +
        (suffix[j + 3] as number));
    const db =
      -over *
      (s * here * (gridInverseB[to] as number) +
        (s + 1) * ((suffix[i + 4] as number) - (suffix[j + 4] as number)));
    gr += own * dr;
    ga += own * da;
    gs += own * ds;
    gb += own * db;
    rr -= own * dr * dr;
    rA -= own * dr * da;
    rs -= own * dr * ds;
    rB -= own * dr * db;
    AA -= own * da * da;
    As -= own * da * ds;
    AB -= own * da * db;
    ss -= own * ds * ds;
    sB -= own * ds * db;
    BB -= own * db * db;
    const share = own * over;
    cover[since] = (cover[since] as number) + share;
    cover[to] = (cover[to] as number) - share;
    standing[to] = (standing[to] as number) + share * here;
  }
  // The masses within a cell count for every row whose time spans it: once for all these rows.
  let covered = 0;
  for (let cell = from; cell < end; cell += 1) {
    covered += cover[cell] as number;
    const stop = first[cell + 1] as number;
    for (let node = first[cell] as number; node < stop; node += 1) {
      const own = covered * (mass[node] as number);
      const a = logA[node] as number;
      const ra = inverseA[node] as number;
      const rb = inverseB[node] as number;
      const da = -shape * ra;
      const ds = inverseS - (logB[node] as number);
      const db = -(s + 1) * rb;
      rr += own * a * a;
      rA -= own * (a * da + ra);
      rs -= own * a * ds;
      rB -= own * a * db;
      AA += own * da * (da - ra);
      As += own * da * ds;
      AB += own * da * db;
      ss += own * (ds * ds - inverseS * inverseS);
      sB += own * (ds * db - rb);
      BB += own * db * (db - rb);
    }
  }
  const { second } = derivatives;
  for (let k = 0; k <= end; k += 1)
    if ((standing[k] as number) > 0)
      addMass(
        second,
        standing[k] as number,
        shape,
        s,
        0,
        gridLogA[k] as number,
        gridInverseA[k] as number,
        gridLogB[k] as number,
        gridInverseB[k] as number,
      );
  // Logarithms were taken of scaled times: what the scales add is the same for each customer.
  gr -= customers * logScaleA;
  gs -= customers * logScaleB;
  [gr, ga, gs, gb].forEach((entry, k) => {
    add(derivatives.first, k, entry);
  });
  [rr, rA, rs, rB, AA, As, AB, ss, sB, BB].forEach((entry, k) => {
    add(second, k, entry);
  });
  return value - customers * (shape * logScaleA + s * logScaleB);
}

/** One row by quadrature of its own, relative to the integrand at its last order. */
function addSingle(
  alpha: number,
  beta: number,
  s: number,
  shape: number,
  last: number,
  age: number,
  weight: number,
  derivatives: Derivatives | null,
): number {
  placeLifetimeNodes(nodes, alpha, beta, shape, s, last, age);
  const a = alpha + last;
  const b = beta + last;
  const logA = Math.log(a);
  const logB = Math.log(b);
  const span = age - last;
  const stretchA = Math.log1p(span / a);
  const stretchB = Math.log1p(span / b);
  const here = b * Math.exp(-shape * stretchA - s * stretchB);
  let gone = 0;
  for (let k = 0; k < nodes.size; k += 1) gone += nodes.weight[k] as number;
  const whole = here + s * gone;
  if (derivatives !== null) {
    const { second } = derivatives;
    const inverseS = 1 / s;
    const share = (here / whole) * weight;
    const endA = 1 / (alpha + age);
    const endB = 1 / (beta + age);
    let dr = share * -(logA + stretchA);
    let da = share * -shape * endA;
    let ds = share * -(logB + stretchB);
    let db = share * -s * endB;
    addMass(second, share, shape, s, 0, logA + stretchA, endA, logB + stretchB, endB);
    for (let k = 0; k < nodes.size; k += 1) {
      const mass = ((s * (nodes.weight[k] as number)) / whole) * weight;
      const after = nodes.after[k] as number;
      const atA = logA + Math.log1p(after / a);
      const atB = logB + Math.log1p(after / b);
      const inverseA = 1 / (a + after);
      const inverseB = 1 / (b + after);
      dr -= mass * atA;
      da -= mass * shape * inverseA;
      ds += mass * (inverseS - atB);
      db -= mass * (s + 1) * inverseB;
      addMass(second, mass, shape, s + 1, inverseS, atA, inverseA, atB, inverseB);
    }
    addRow(derivatives, weight, dr / weight, da / weight, ds / weight, db / weight);
  }
  return weight * (Math.log(whole) - shape * logA - (s + 1) * logB);
}

const nodes = emptyLifetimeNodes();

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
