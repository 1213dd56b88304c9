import { requireCount } from "./require-answer.ts";
import { type ScoreOptions, type SurveyScore, scoreAnswers } from "./survey-score.ts";

/**
 * Customer satisfaction (CSAT): the percentage of answers that are satisfied (4 or 5 on a scale of 5), with a Wilson
 * score interval. A known population enters as an effective number of answers, n / correction; a census is exact.
 *
 * @throws RangeError for a count that is not a whole number, more satisfied than answers, or a population
 *   smaller than the answers
 */
export function customerSatisfaction(
  satisfied: number,
  answers: number,
  options: ScoreOptions = {},
): SurveyScore {
  requireCount("satisfied", satisfied);
  requireCount("answers", answers);
  if (satisfied > answers) throw new RangeError(`satisfied ${satisfied} of ${answers} answers`);
  const share = answers === 0 ? 0 : satisfied / answers;
  return scoreAnswers(
    answers,
    100 * share,
    (quantile, correction) => {
      const weight = (quantile * quantile * correction) / answers;
      const centre = (share + weight / 2) / (1 + weight);
      const reach = Math.sqrt(weight * share * (1 - share) + (weight * weight) / 4) / (1 + weight);
      return { low: 100 * Math.max(0, centre - reach), high: 100 * Math.min(1, centre + reach) };
    },
    options,
  );
}
