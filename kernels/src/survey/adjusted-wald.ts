import { studentQuantile } from "./student-quantile.ts";

/**
 * The share of a population that was not asked, as the finite-population correction of a variance:
 * (N - n) / (N - 1). One for an unknown (very large) population, zero when everyone answered.
 */
export function finitePopulationCorrection(
  answers: number,
  population: number | undefined,
): number {
  if (population === undefined) return 1;
  if (!Number.isSafeInteger(population) || population < answers)
    throw new RangeError(`population ${population} is smaller than its ${answers} answers`);
  return population === answers ? 0 : (population - answers) / (population - 1);
}

/** Sums of answers on a bounded scale, all that the interval of their mean needs. */
export type AnswerSums = {
  /** How many answers; for weighted answers the effective number. */
  readonly answers: number;
  readonly mean: number;
  /** Mean of the squares of the answers. */
  readonly meanSquare: number;
  /** Lowest and highest answer that the scale allows. */
  readonly lowest: number;
  readonly highest: number;
};

/**
 * Adjusted Wald interval of the mean of bounded answers (Rocks 2016): three pseudo-answers, 3/4 at
 * each end of the scale and 3/2 in its middle, are added before the ordinary interval is taken.
 * Unlike the plain one it does not collapse when all answers are equal. With a finite-population
 * correction both the pseudo-answers and the variance shrink with the part that was not asked, so a
 * census gives its exact mean.
 *
 * Below 18 answers, fewer than Rocks gives examples of, her quantile is widened: see `widened`.
 *
 * @param quantile standard normal quantile of the two-sided level, 1.96 for 95 %
 */
export function adjustedWald(
  sums: AnswerSums,
  quantile: number,
  correction: number,
): { readonly low: number; readonly high: number } {
  const { answers, mean, meanSquare, lowest, highest } = sums;
  const pseudo = 3 * correction;
  const middle = (lowest + highest) / 2;
  const total = answers + pseudo;
  const centre = (answers * mean + pseudo * middle) / total;
  const pseudoSquare = (lowest * lowest + 2 * middle * middle + highest * highest) / 4;
  const square = (answers * meanSquare + pseudo * pseudoSquare) / total;
  const spread = Math.max(0, square - centre * centre);
  const reach = widened(quantile, answers) * Math.sqrt((spread / total) * correction);
  return { low: Math.max(lowest, centre - reach), high: Math.min(highest, centre + reach) };
}

/**
 * The quantile that few answers need: Student's with as many degrees of freedom as there are
 * answers, up to 8 of them, and from there in a straight line back to the normal one at 18. Without
 * it the interval of a lopsided score can hold the truth in only 83 % of surveys of five; with it
 * in 92 % at least, whatever the score (docs/models/nps.md).
 */
function widened(quantile: number, answers: number): number {
  const part = Math.min(1, Math.max(0, (18 - answers) / 10));
  return quantile + part * (studentQuantile(quantile, answers) - quantile);
}
