import type { RandomStream } from "../numeric/random-stream.ts";
import type { ShiftedBetaGeometricParameters } from "./shifted-beta-geometric.ts";

function checkParameters(parameters: ShiftedBetaGeometricParameters): void {
  for (const name of ["alpha", "beta"] as const)
    if (!(parameters[name] > 0 && parameters[name] < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${parameters[name]}`);
}

const mostPeriods = 100_000;

function checkPeriods(periods: number): void {
  if (!(Number.isSafeInteger(periods) && periods >= 0 && periods <= mostPeriods))
    throw new RangeError(`periods is not a whole number from 0 to ${mostPeriods}: ${periods}`);
}

/**
 * Share of a new cohort that is still there after 0, 1, ... `periods` renewals.
 *
 * @param periods a whole number from 0 to 100,000
 * @throws RangeError for an argument that cannot be
 */
export function survivalByPeriod(
  parameters: ShiftedBetaGeometricParameters,
  periods: number,
): Float64Array {
  checkPeriods(periods);
  const renewal = renewalByPeriod(parameters, periods);
  const survival = new Float64Array(periods + 1).fill(1);
  for (let period = 1; period <= periods; period += 1)
    survival[period] = (survival[period - 1] as number) * (renewal[period - 1] as number);
  return survival;
}

/**
 * Share of those still there that renews at the 1st, 2nd, ... of so many `periods` renewals
 * (Fader and Hardie 2007, equation 8).
 *
 * @param periods a whole number from 0 to 100,000
 * @throws RangeError for an argument that cannot be
 */
export function renewalByPeriod(
  parameters: ShiftedBetaGeometricParameters,
  periods: number,
): Float64Array {
  checkParameters(parameters);
  checkPeriods(periods);
  const { alpha, beta } = parameters;
  return Float64Array.from(
    { length: periods },
    (_, renewed) => (beta + renewed) / (alpha + beta + renewed),
  );
}

/** Whole numbers of renewals so far, one a customer (RangeError with the index of one that is not). */
function checkRenewed(renewed: ArrayLike<number>): void {
  for (let customer = 0; customer < renewed.length; customer += 1)
    if (!(Number.isSafeInteger(renewed[customer]) && (renewed[customer] as number) >= 0))
      throw new RangeError(
        `customer ${customer}: renewed is not a whole number from 0: ${renewed[customer]}`,
      );
}

/**
 * Expected renewals of each customer among the next `horizon` ones, given how often they have
 * renewed: their remaining lifetime, up to the horizon. Without a horizon it would be endless where
 * alpha is at most 1. A renewal counts exp(-rate k) at the kth moment from now.
 *
 * @param renewed how often each customer has renewed so far, whole numbers from 0
 * @param horizon how many renewals to look ahead, a whole number from 0 to 100,000
 * @param discountRate continuous rate per period, from 0
 * @returns one number per customer
 * @throws RangeError for a customer (with its index) or an argument that cannot be
 */
export function remainingRenewals(
  renewed: ArrayLike<number>,
  parameters: ShiftedBetaGeometricParameters,
  horizon: number,
  discountRate = 0,
): Float64Array {
  checkParameters(parameters);
  checkPeriods(horizon);
  checkRenewed(renewed);
  if (!(discountRate >= 0 && discountRate < Number.POSITIVE_INFINITY))
    throw new RangeError(`the discount rate is not a finite number from 0: ${discountRate}`);
  const { alpha, beta } = parameters;
  const known = new Map<number, number>();
  function expectedAfter(times: number): number {
    let share = 1;
    let sum = 0;
    for (let ahead = 0; ahead < horizon && share > 1e-17 * sum; ahead += 1) {
      share *= (beta + times + ahead) / (alpha + beta + times + ahead);
      sum += share * Math.exp(-discountRate * (ahead + 1));
    }
    return sum;
  }
  return Float64Array.from(renewed, (times) => {
    const expected = known.get(times) ?? expectedAfter(times);
    known.set(times, expected);
    return expected;
  });
}

/**
 * One possible number of renewals of each customer among the next `horizon` ones. With parameters
 * drawn from the posterior, many of these together are the posterior predictive distribution (see
 * `predictionBands`).
 *
 * @returns a whole number per customer
 * @throws RangeError as `remainingRenewals`
 */
export function drawRenewals(
  renewed: ArrayLike<number>,
  parameters: ShiftedBetaGeometricParameters,
  horizon: number,
  stream: RandomStream,
): Float64Array {
  checkParameters(parameters);
  checkPeriods(horizon);
  checkRenewed(renewed);
  const { alpha, beta } = parameters;
  return Float64Array.from(renewed, (times) => {
    const leaving = stream.beta(alpha, beta + times);
    return Math.min(horizon, Math.floor(Math.log(stream.uniform()) / Math.log1p(-leaving)));
  });
}
