import { add, addMass, type Derivatives } from "./pareto-nbd-derivatives.ts";
import type { GridPanels } from "./pareto-nbd-panels.ts";
import type { ParetoRows } from "./pareto-nbd-rows.ts";

/** The rows of one number of repeat orders by suffix sums over the grid. */
export function addGrid(
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
