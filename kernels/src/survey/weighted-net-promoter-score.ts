import { effectiveAnswers } from "./raking.ts";
import { requireAnswer } from "./require-answer.ts";
import { type ScoreOptions, type SurveyScore, scoreMean } from "./survey-score.ts";

/**
 * Net promoter score of raked answers, to show beside the raw one. The interval rests on Kish's effective
 * number of answers, so uneven weights widen it; `answers` in the result is that effective number.
 *
 * @param answers 0 to 10, one per respondent
 * @param weights one per respondent, zero or more
 * @throws RangeError for an answer off the scale, a weight that is negative, or lengths that differ
 */
export function weightedNetPromoterScore(
  answers: ArrayLike<number>,
  weights: ArrayLike<number>,
  options: ScoreOptions = {},
): SurveyScore {
  if (answers.length !== weights.length)
    throw new RangeError(`${answers.length} answers have ${weights.length} weights`);
  let total = 0;
  let difference = 0;
  let outer = 0;
  for (let index = 0; index < answers.length; index += 1) {
    const answer = requireAnswer(answers, index, 0, 10);
    const weight = weights[index] ?? Number.NaN;
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`weight ${index} is ${weight}, not zero or more`);
    total += weight;
    const side = answer >= 9 ? 1 : answer <= 6 ? -1 : 0;
    difference += side * weight;
    outer += side * side * weight;
  }
  const divisor = total === 0 ? 1 : total;
  return scoreMean(
    {
      answers: effectiveAnswers(weights),
      mean: difference / divisor,
      meanSquare: outer / divisor,
      lowest: -1,
      highest: 1,
    },
    100,
    options,
  );
}
