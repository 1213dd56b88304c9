import { requireAnswer } from "./require-answer.ts";
import { type ScoreOptions, type SurveyScore, scoreMean } from "./survey-score.ts";

/** Lowest and highest answer of a scale, both whole numbers. */
export type AnswerScale = { readonly lowest: number; readonly highest: number };

/**
 * Customer effort score (CES): the mean answer on a scale of 1 to 7 (or another), with the adjusted Wald
 * interval for bounded answers, which stays honest when all answers are equal.
 *
 * @throws RangeError naming the index of an answer off the scale
 */
export function customerEffort(
  answers: ArrayLike<number>,
  options: ScoreOptions & { readonly scale?: AnswerScale } = {},
): SurveyScore {
  const { lowest, highest } = options.scale ?? { lowest: 1, highest: 7 };
  if (!Number.isInteger(lowest) || !Number.isInteger(highest) || lowest >= highest)
    throw new RangeError(`a scale from ${lowest} to ${highest} is not a scale`);
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < answers.length; index += 1) {
    const answer = requireAnswer(answers, index, lowest, highest);
    sum += answer;
    squares += answer * answer;
  }
  const divisor = Math.max(1, answers.length);
  return scoreMean(
    {
      answers: answers.length,
      mean: sum / divisor,
      meanSquare: squares / divisor,
      lowest,
      highest,
    },
    1,
    options,
  );
}
