import { type BetaNodes, betaNodes } from "./beta-average.ts";
import {
  type BetaGeometricParameters,
  checkBetaGeometricParameters,
} from "./beta-geometric-fit.ts";
import { type BetaGeometricModel, chancesBeyondRepeats } from "./beta-geometric-likelihood.ts";
import { foldHistory } from "./fold-history.ts";
import { checkOrderHistory, type OrderHistory } from "./order-history.ts";

/**
 * Probability that each customer has not left at the end of observation, given their orders.
 * In the BG/NBD a customer without a repeat order is alive for certain.
 *
 * @returns one probability per customer, in the order of the history
 * @throws RangeError for a customer (with its index) or a parameter that cannot be
 */
export function probabilityAlive(
  history: OrderHistory,
  model: BetaGeometricModel,
  parameters: BetaGeometricParameters,
): Float64Array {
  checkOrderHistory(history);
  checkBetaGeometricParameters(parameters);
  const { r, alpha, a, b } = parameters;
  const shift = chancesBeyondRepeats(model);
  return Float64Array.from({ length: history.repeats.length }, (_, row) => {
    const x = history.repeats[row] as number;
    if (x + shift === 0) return 1;
    const last = history.last[row] as number;
    const age = history.age[row] as number;
    const stretch = Math.log1p((age - last) / (alpha + last));
    return 1 / (1 + Math.exp(Math.log(a / (b + x + shift - 1)) + (r + x) * stretch));
  });
}

/** Expected orders of a customer who is alive: the average over the chance to leave. */
function ordersOfLiving(nodes: BetaNodes, shape: number, stretch: number): number {
  let sum = 0;
  for (let k = 0; k < nodes.at.length; k += 1) {
    const p = nodes.at[k] as number;
    // (1 - (1 + p stretch)^-shape) / p, which tends to shape * stretch for small p.
    const power = shape * Math.log1p(p * stretch);
    const orders = p * stretch < 1e-300 ? shape * stretch : -Math.expm1(-power) / p;
    sum += (nodes.weight[k] as number) * orders;
  }
  return sum;
}

const panelNodes = [0.18343464249564978, 0.525532409916329, 0.7966664774136267, 0.9602898564975362];
const panelWeights = [
  0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626,
];

/**
 * Expected orders, each counted at exp(-rate u) for an order u after the end of observation, of a
 * customer who is alive. By parts: what is discounted is e^-rate h N(h) + rate * integral of
 * e^-rate u N(u), with N(u) the expected orders up to u, by Gauss panels that widen.
 */
function discountedOrdersOfLiving(
  nodes: BetaNodes,
  shape: number,
  observed: number,
  horizon: number,
  rate: number,
): number {
  const whole = ordersOfLiving(nodes, shape, horizon / observed);
  if (rate === 0) return whole;
  let integral = 0;
  let from = 0;
  // N bends most in the first stretch of time, of the size that was observed and of 1 / rate.
  let width = Math.min(horizon, 2 / rate, Math.max(observed, horizon / 64));
  while (from < horizon && rate * from < 42) {
    const to = Math.min(from + width, horizon);
    const half = (to - from) / 2;
    const middle = from + half;
    for (let k = 0; k < panelNodes.length; k += 1)
      for (const side of [-1, 1]) {
        const u = middle + side * half * (panelNodes[k] as number);
        integral +=
          half *
          (panelWeights[k] as number) *
          Math.exp(-rate * u) *
          ordersOfLiving(nodes, shape, u / observed);
      }
    from = to;
    width = Math.min(width * 2, 2 / rate);
  }
  return Math.exp(-rate * horizon) * whole + rate * integral;
}

/**
 * Expected orders of each customer within `horizon` after the end of observation, given their
 * orders so far; with a discount rate each order counts less the later it comes.
 *
 * The expected orders of a new customer are those of a history of no orders and age 0.
 *
 * @param horizon in the unit of the history, finite and from 0
 * @param discountRate continuous rate per unit of time, from 0 (for 10 % a year with weeks:
 *   Math.log(1.1) / 52.18)
 * @returns one number of orders per customer, in the order of the history
 * @throws RangeError for a customer (with its index), a parameter, a horizon or a rate that cannot be
 */
export function expectedOrders(
  history: OrderHistory,
  model: BetaGeometricModel,
  parameters: BetaGeometricParameters,
  horizon: number,
  discountRate = 0,
): Float64Array {
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY))
    throw new RangeError(`the horizon is not a finite number from 0: ${horizon}`);
  if (!(discountRate >= 0 && discountRate < Number.POSITIVE_INFINITY))
    throw new RangeError(`the discount rate is not a finite number from 0: ${discountRate}`);
  const alive = probabilityAlive(history, model, parameters);
  const { r, alpha, a, b } = parameters;
  const shift = chancesBeyondRepeats(model);
  // Of the living only repeats and age count: last orders are dropped before folding.
  const folded = foldHistory({ ...history, last: new Float64Array(alive.length) });
  const nodes: (BetaNodes | undefined)[] = [];
  const living = Float64Array.from(folded.rowWeight, (_, row) => {
    const count = folded.rowCount[row] as number;
    const x = folded.counts[count] as number;
    const observed = alpha + (folded.ages[folded.rowAge[row] as number] as number);
    const known = nodes[count] ?? betaNodes(a, b + x + shift);
    nodes[count] = known;
    return discountedOrdersOfLiving(known, r + x, observed, horizon, discountRate);
  });
  return alive.map(
    (probability, customer) => probability * (living[folded.rowOf[customer] as number] as number),
  );
}
