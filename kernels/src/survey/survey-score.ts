import { type AnswerSums, adjustedWald, finitePopulationCorrection } from "./adjusted-wald.ts";
import { levelQuantile } from "./level-quantile.ts";
import { defaultSurveyPolicy, type SurveyPolicy } from "./survey-policy.ts";

/** A score with its interval, or how many answers it still lacks. */
export type SurveyScore =
  | {
      readonly kind: "scored";
      /** The plain score of the answers, without adjustment. */
      readonly score: number;
      readonly low: number;
      readonly high: number;
      readonly answers: number;
      /** False while there are fewer answers than the policy asks for a comparison. */
      readonly comparable: boolean;
    }
  | { readonly kind: "too-few-answers"; readonly have: number; readonly need: number };

/** What a score is measured against. */
export type ScoreOptions = {
  /** How many could have answered; left out when unknown or very large. */
  readonly population?: number;
  readonly policy?: SurveyPolicy;
};

/** Scores answers by an interval that is given their quantile and correction. */
export function scoreAnswers(
  answers: number,
  score: number,
  interval: (
    quantile: number,
    correction: number,
  ) => { readonly low: number; readonly high: number },
  { population, policy = defaultSurveyPolicy }: ScoreOptions,
): SurveyScore {
  if (!(policy.minimumAnswers >= 0 && policy.minimumForComparison >= 0))
    throw new RangeError("a policy's minimum is zero or more");
  const need = Math.max(1, policy.minimumAnswers);
  const quantile = levelQuantile(policy.level);
  const correction = finitePopulationCorrection(answers, population);
  if (answers < need) return { kind: "too-few-answers", have: answers, need };
  const { low, high } = interval(quantile, correction);
  return {
    kind: "scored",
    score,
    low: Math.min(low, score),
    high: Math.max(high, score),
    answers,
    comparable: answers >= policy.minimumForComparison,
  };
}

/** Scores the mean of answers on a bounded scale by the adjusted Wald interval. */
export function scoreMean(sums: AnswerSums, factor: number, options: ScoreOptions): SurveyScore {
  return scoreAnswers(
    sums.answers,
    factor * sums.mean,
    (quantile, correction) => {
      const { low, high } = adjustedWald(sums, quantile, correction);
      return { low: factor * low, high: factor * high };
    },
    options,
  );
}
