import { logBeta, logGamma } from "../numeric/gamma-functions.ts";
import {
  type BetaGeometricParameters,
  checkBetaGeometricParameters,
} from "./beta-geometric-fit.ts";

/**
 * Probability in the BG/NBD that a new customer places exactly `orders` repeat orders within
 * `time` of the first order.
 *
 * @param orders a whole number from 0
 * @param time in the unit of alpha, from 0
 * @throws RangeError for an argument that cannot be
 */
export function orderCountProbability(
  parameters: BetaGeometricParameters,
  time: number,
  orders: number,
): number {
  checkBetaGeometricParameters(parameters);
  if (!(Number.isSafeInteger(orders) && orders >= 0))
    throw new RangeError(`orders is not a whole number from 0: ${orders}`);
  if (!(time >= 0 && time < Number.POSITIVE_INFINITY))
    throw new RangeError(`time is not a finite number from 0: ${time}`);
  if (time === 0) return orders === 0 ? 1 : 0;
  const { r, alpha, a, b } = parameters;
  const logRest = -Math.log1p(time / alpha);
  const logShare = -Math.log1p(alpha / time);
  /** Logarithm of the chance of n orders of a customer who never leaves (negative binomial). */
  function logCount(n: number): number {
    if (n === 0) return r * logRest;
    return logGamma(r + n) - logGamma(r) - logGamma(n + 1) + r * logRest + n * logShare;
  }
  const alive = Math.exp(logBeta(a, b + orders) - logBeta(a, b) + logCount(orders));
  if (orders === 0) return alive;
  let fewer = 0;
  for (let n = 0; n < orders; n += 1) fewer += Math.exp(logCount(n));
  let more = 1 - fewer;
  if (more < 1e-6) {
    // The difference has lost its digits: the terms of the tail themselves, until they vanish.
    more = 0;
    for (let n = orders; ; n += 1) {
      const term = Math.exp(logCount(n));
      more += term;
      if (term <= more * 1e-16) break;
    }
  }
  return alive + Math.exp(logBeta(a + 1, b + orders - 1) - logBeta(a, b)) * more;
}
