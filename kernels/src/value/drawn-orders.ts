import { drawPoisson } from "../numeric/poisson.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import type { BetaGeometricParameters } from "./beta-geometric-fit.ts";
import { type BetaGeometricModel, chancesBeyondRepeats } from "./beta-geometric-likelihood.ts";
import { probabilityAlive } from "./beta-geometric-prediction.ts";
import {
  checkGammaGammaParameters,
  checkSpendHistory,
  type GammaGammaParameters,
  type SpendHistory,
} from "./gamma-gamma.ts";
import type { LifetimeTerms } from "./lifetime-value.ts";
import type { OrderHistory } from "./order-history.ts";

function checkHorizon(horizon: number): void {
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY))
    throw new RangeError(`the horizon is not a finite number from 0: ${horizon}`);
}

/** What one customer may do: orders that would come if they never left, and those before they do. */
type Future = { readonly wanted: number; readonly placed: number };

const noFuture: Future = { wanted: 0, placed: 0 };

/**
 * One future of each customer. Who is alive has a rate that is gamma with r + x and alpha + T, and
 * a chance to leave after each order that is beta with a and b plus the times they stayed.
 */
function futures(
  history: OrderHistory,
  model: BetaGeometricModel,
  parameters: BetaGeometricParameters,
  horizon: number,
  stream: RandomStream,
): readonly Future[] {
  checkHorizon(horizon);
  const { r, alpha, a, b } = parameters;
  const shift = chancesBeyondRepeats(model);
  return Array.from(probabilityAlive(history, model, parameters), (alive, row) => {
    if (stream.uniform() > alive) return noFuture;
    const x = history.repeats[row] as number;
    const rate = stream.gamma(r + x) / (alpha + (history.age[row] as number));
    const wanted = drawPoisson(stream, rate * horizon);
    const leaving = stream.beta(a, b + x + shift);
    // The order after which they leave: geometric, from 1.
    const until = 1 + Math.floor(Math.log(stream.uniform()) / Math.log1p(-leaving));
    return { wanted, placed: Math.min(wanted, until) };
  });
}

/**
 * One possible number of orders of each customer within `horizon` after the end of observation.
 * With parameters drawn from the posterior, many of these together are the posterior predictive
 * distribution (see `predictionBands`).
 *
 * @param horizon in the unit of the history, finite and from 0
 * @returns a whole number per customer, in the order of the history
 * @throws RangeError for a customer (with its index), a parameter or a horizon that cannot be
 */
export function drawOrders(
  history: OrderHistory,
  model: BetaGeometricModel,
  parameters: BetaGeometricParameters,
  horizon: number,
  stream: RandomStream,
): Float64Array {
  return Float64Array.from(
    futures(history, model, parameters, horizon, stream),
    ({ placed }) => placed,
  );
}

/** Orders beyond this many are discounted at their mean, for it hardly differs from one by one. */
const mostOneByOne = 1000;

/** The sum of amounts, gamma with shape p each, counted less the later they come. */
function discountedAmount(
  { wanted, placed }: Future,
  p: number,
  horizon: number,
  discountRate: number,
  stream: RandomStream,
): number {
  if (placed === 0) return 0;
  // Of orders wanted at uniform moments the first ones are placed: up to about this time.
  if (discountRate === 0) return stream.gamma(p * placed);
  if (placed > mostOneByOne) {
    const stretch = (discountRate * horizon * placed) / wanted;
    return (stream.gamma(p * placed) * -Math.expm1(-stretch)) / stretch;
  }
  let sum = 0;
  let from = 0;
  for (let order = 0; order < placed; order += 1) {
    // The earliest of the moments that are left, uniform over the time that is left.
    from += (1 - from) * (1 - stream.uniform() ** (1 / (wanted - order)));
    sum += Math.exp(-discountRate * horizon * from) * stream.gamma(p);
  }
  return sum;
}

/**
 * One possible value of each customer's orders within the horizon: their number, their moments and
 * their amounts, each of which scatters. Otherwise as `lifetimeValue`, of which it is a draw.
 *
 * @returns in the unit of money of `spend`, in the order of the history
 * @throws RangeError for a customer (with its index), a parameter or a term that cannot be
 */
export function drawLifetimeValue(
  history: OrderHistory & SpendHistory,
  model: BetaGeometricModel,
  orders: BetaGeometricParameters,
  spend: GammaGammaParameters,
  { horizon, discountRate, margin }: LifetimeTerms,
  stream: RandomStream,
): Float64Array {
  if (!(discountRate >= 0 && discountRate < Number.POSITIVE_INFINITY))
    throw new RangeError(`the discount rate is not a finite number from 0: ${discountRate}`);
  if (!Number.isFinite(margin)) throw new RangeError(`the margin is not finite: ${margin}`);
  checkSpendHistory(history);
  checkGammaGammaParameters(spend);
  const { p, q, v } = spend;
  return Float64Array.from(futures(history, model, orders, horizon, stream), (future, row) => {
    const x = history.repeats[row] as number;
    const rate = stream.gamma(p * x + q) / (v + x * (history.spend[row] as number));
    const amount = discountedAmount(future, p, horizon, discountRate, stream);
    return amount === 0 ? 0 : (amount / rate) * margin;
  });
}
