/** What a level that wanders leaves of itself in two periods at once. */
export type LevelPair = {
  /** Mean of the level in the last period and of that in the period asked for, given all scores. */
  readonly last: number;
  readonly before: number;
  readonly lastVariance: number;
  readonly beforeVariance: number;
  readonly covariance: number;
};

/**
 * A score with the variance that it has by the answers it happened to get; null where nobody
 * answered.
 */
export type NoisyScore = { readonly score: number; readonly variance: number } | null;

/**
 * The local-level model: the level moves by a normal step each period, a score is the level seen
 * through its own sampling error. Kalman's filter over the level and, from period `asked` on, the
 * level of that period beside it; the first level is held to be anything (Durbin and Koopman 2012,
 * sections 2.2 and 5.2).
 *
 * @param step variance of a step between periods
 * @returns the pair with the logarithm of the likelihood; the first score that is there only sets
 *   the level
 */
export function localLevel(
  scores: readonly NoisyScore[],
  step: number,
  asked: number,
): LevelPair & { readonly logLikelihood: number } {
  let [last, lastVariance] = [0, Number.POSITIVE_INFINITY];
  let [anchor, beforeVariance, covariance] = [
    0,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  let logLikelihood = 0;
  for (const [period, seen] of scores.entries()) {
    lastVariance += step;
    if (period === asked) [anchor, beforeVariance, covariance] = [last, lastVariance, lastVariance];
    if (seen === null) continue;
    if (lastVariance === Number.POSITIVE_INFINITY) {
      // The first score is all that is known; before it the level wandered from where it is now.
      [last, lastVariance] = [seen.score, seen.variance];
      if (period >= asked) {
        anchor = last;
        beforeVariance = lastVariance + step * (period - asked);
        covariance = lastVariance;
      }
      continue;
    }
    const surprise = seen.score - last;
    const variance = lastVariance + seen.variance;
    logLikelihood -= (Math.log(variance) + surprise ** 2 / variance) / 2;
    if (period >= asked) {
      anchor += (covariance / variance) * surprise;
      beforeVariance -= covariance ** 2 / variance;
      covariance -= (covariance * lastVariance) / variance;
    }
    last += (lastVariance / variance) * surprise;
    lastVariance -= lastVariance ** 2 / variance;
  }
  return { last, before: anchor, lastVariance, beforeVariance, covariance, logLikelihood };
}
