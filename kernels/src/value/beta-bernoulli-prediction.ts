import { logBeta, logGamma } from "../numeric/gamma-functions.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import {
  type BetaBernoulliParameters,
  checkOccasions,
  mostOccasions,
  type OccasionHistory,
} from "./beta-bernoulli.ts";
import { logLikelihoodOfRow } from "./beta-bernoulli-likelihood.ts";

function checkParameters(parameters: BetaBernoulliParameters): void {
  for (const name of ["alpha", "beta", "gamma", "delta"] as const)
    if (!(parameters[name] > 0 && parameters[name] < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${parameters[name]}`);
}

function checkAhead(ahead: number): void {
  if (!(Number.isSafeInteger(ahead) && ahead >= 0 && ahead <= mostOccasions))
    throw new RangeError(`ahead is not a whole number from 0 to ${mostOccasions}: ${ahead}`);
}

/** What the BG/BB expects of one customer of each row. */
export type BetaBernoulliPrediction = {
  /** The probability to be alive at the next occasion. */
  readonly alive: Float64Array;
  /** Expected purchases at the next `ahead` occasions. */
  readonly purchases: Float64Array;
};

/**
 * Predicts for one customer of each row.
 *
 * @param ahead how many occasions to look ahead, a whole number from 0 to 10,000
 * @throws RangeError with the row, the parameter or the number that cannot be
 */
export function predictBetaBernoulli(
  history: OccasionHistory,
  parameters: BetaBernoulliParameters,
  ahead: number,
): BetaBernoulliPrediction {
  checkOccasions(history);
  checkParameters(parameters);
  checkAhead(ahead);
  const { alpha, beta, gamma, delta } = parameters;
  const alive = new Float64Array(history.bought.length);
  const purchases = new Float64Array(history.bought.length);
  for (let row = 0; row < alive.length; row += 1) {
    const x = history.bought[row] as number;
    const n = history.occasions[row] as number;
    const whole = logLikelihoodOfRow(
      [alpha, beta, gamma, delta],
      x,
      history.last[row] as number,
      n,
    );
    const staying =
      logBeta(alpha + x, beta + n - x) -
      logBeta(alpha, beta) +
      logBeta(gamma, delta + n + 1) -
      logBeta(gamma, delta) -
      whole;
    alive[row] = Math.exp(staying);
    const buying = (alpha + x) / (alpha + beta + n);
    let stay = Math.exp(staying);
    for (let step = 1; step <= ahead; step += 1) {
      purchases[row] = (purchases[row] as number) + buying * stay;
      stay *= (delta + n + step) / (gamma + delta + n + step);
    }
  }
  return { alive, purchases };
}

/**
 * Probability of each number of purchases by a new customer at so many occasions (Fader, Hardie and
 * Shang 2010, equation 6): entry x is that of x.
 *
 * @param occasions a whole number from 0 to 10,000
 * @throws RangeError with the parameter or the number that cannot be
 */
export function purchaseCountProbabilities(
  parameters: BetaBernoulliParameters,
  occasions: number,
): Float64Array {
  checkParameters(parameters);
  checkAhead(occasions);
  const { alpha, beta, gamma, delta } = parameters;
  const logFactorial = Float64Array.from({ length: occasions + 1 }, (_, n) => logGamma(n + 1));
  /** The logarithm of the chance of x purchases at n occasions of somebody alive at all of them. */
  const logCount = (x: number, n: number) =>
    (logFactorial[n] as number) -
    (logFactorial[x] as number) -
    (logFactorial[n - x] as number) +
    logBeta(alpha + x, beta + n - x) -
    logBeta(alpha, beta);
  const logStay = (n: number) => logBeta(gamma, delta + n) - logBeta(gamma, delta);
  const logLeave = (n: number) => logBeta(gamma + 1, delta + n) - logBeta(gamma, delta);
  return Float64Array.from({ length: occasions + 1 }, (_, x) => {
    let chance = Math.exp(logCount(x, occasions) + logStay(occasions));
    for (let alive = x; alive < occasions; alive += 1)
      chance += Math.exp(logCount(x, alive) + logLeave(alive));
    return chance;
  });
}

/**
 * One possible number of purchases of one customer of each row at the next `ahead` occasions. With
 * parameters drawn from the posterior, many of these together are the posterior predictive
 * distribution (see `predictionBands`).
 *
 * @returns a whole number per row
 * @throws RangeError as `predictBetaBernoulli`
 */
export function drawPurchases(
  history: OccasionHistory,
  parameters: BetaBernoulliParameters,
  ahead: number,
  stream: RandomStream,
): Float64Array {
  checkAhead(ahead);
  const { alive: aliveNext } = predictBetaBernoulli(history, parameters, 0);
  const { alpha, beta, gamma, delta } = parameters;
  return aliveNext.map((next, row) => {
    const x = history.bought[row] as number;
    const n = history.occasions[row] as number;
    // Alive at the last occasion; from the next one on they may have left.
    const alive = (next * (gamma + delta + n)) / (delta + n);
    if (stream.uniform() > alive) return 0;
    const leaving = stream.beta(gamma, delta + n);
    const buying = stream.beta(alpha + x, beta + n - x);
    let purchases = 0;
    for (let occasion = 0; occasion < ahead; occasion += 1) {
      if (stream.uniform() < leaving) break;
      if (stream.uniform() < buying) purchases += 1;
    }
    return purchases;
  });
}
