import { requireAnswer, requireCount } from "./require-answer.ts";
import { type ScoreOptions, type SurveyScore, scoreMean } from "./survey-score.ts";

/** How many answered 9 or 10, 7 or 8, and 0 to 6. */
export type NetPromoterCounts = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
};

/**
 * Counts answers of 0 to 10 into promoters (9, 10), passives (7, 8) and detractors (0 to 6).
 * @throws RangeError naming the index of an answer that is not a whole number from 0 to 10
 */
export function countNetPromoters(answers: ArrayLike<number>): NetPromoterCounts {
  let promoters = 0;
  let detractors = 0;
  for (let index = 0; index < answers.length; index += 1) {
    const answer = requireAnswer(answers, index, 0, 10);
    if (answer >= 9) promoters += 1;
    else if (answer <= 6) detractors += 1;
  }
  return { promoters, passives: answers.length - promoters - detractors, detractors };
}

/**
 * Net promoter score from -100 to 100: the share of promoters less the share of detractors, with the
 * adjusted Wald interval of Rocks (2016) and, for a known number of customers, its finite-population correction.
 *
 * @example netPromoterScore({ promoters: 9, passives: 6, detractors: 3 }) // 33.3, from -3.5 to 60.6
 * @throws RangeError for a count that is not a whole number, or a population smaller than the answers
 */
export function netPromoterScore(
  counts: NetPromoterCounts,
  options: ScoreOptions = {},
): SurveyScore {
  const promoters = requireCount("promoters", counts.promoters);
  const passives = requireCount("passives", counts.passives);
  const detractors = requireCount("detractors", counts.detractors);
  const answers = promoters + passives + detractors;
  const divisor = Math.max(1, answers);
  const mean = (promoters - detractors) / divisor;
  const meanSquare = (promoters + detractors) / divisor;
  return scoreMean({ answers, mean, meanSquare, lowest: -1, highest: 1 }, 100, options);
}
