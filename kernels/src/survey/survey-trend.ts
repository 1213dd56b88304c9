import { finitePopulationCorrection } from "./adjusted-wald.ts";
import { localLevel, type NoisyScore } from "./local-level.ts";
import { mixtureQuantile, type NormalMixture } from "./mixture-quantile.ts";
import type { NetPromoterCounts } from "./net-promoter-score.ts";
import { requireCount } from "./require-answer.ts";
import { defaultSurveyPolicy, type SurveyPolicy } from "./survey-policy.ts";

/** The answers of a period, all that a trend needs of them. */
export type PeriodAnswers = {
  /** How many answers; for weighted answers the effective number. */
  readonly answers: number;
  readonly mean: number;
  /** Mean of the squares of the answers. */
  readonly meanSquare: number;
};

/** A figure with its middle 80 and 95 %. */
export type TrendFigure = {
  readonly value: number;
  readonly bounds80: readonly [number, number];
  readonly bounds95: readonly [number, number];
};

/** Deviation of the prior of a step between periods, as part of the scale. */
const spread = 0.06;

/** Where a score stands and how it moved, or what is missing to say so. */
export type SurveyTrend =
  | {
      readonly kind: "followed";
      /** Level behind the score of every period, all periods weighed. */
      readonly levels: readonly TrendFigure[];
      /** Level of the last period. */
      readonly now: TrendFigure;
      /** Level of the last period less that of `back` periods before. */
      readonly change: TrendFigure;
      /** The way it moved where the 95 % interval of the change leaves no doubt. */
      readonly direction: "up" | "down" | "cannot-be-said";
    }
  | { readonly kind: "too-few-periods"; readonly have: number; readonly need: number }
  | { readonly kind: "too-few-answers"; readonly have: number; readonly need: number };

export type SurveyTrendOptions = {
  /** Periods that the change looks back on; 4, a year of quarters, or as many as there are. */
  readonly back?: number;
  /** How many could have answered in each period; left out when unknown or very large. */
  readonly population?: number;
  readonly policy?: SurveyPolicy;
};

/**
 * The level behind the scores of equally spaced periods with few answers each, and its change: a
 * local-level model in which each score counts by its sampling variance. That is one variance per
 * answer, of all periods together with the three pseudo-answers of the adjusted Wald interval, over
 * the answers of the period. How far the level wanders is not estimated but averaged over, by its
 * posterior under a half-normal prior whose deviation is 6 % of the scale a period (12 points of
 * NPS).
 *
 * The policy holds: below `minimumPeriods` periods with an answer, or below `minimumForComparison`
 * answers in the last `back` + 1 periods, nothing is said.
 *
 * @throws RangeError for a period whose figures cannot be (with its index), a scale that is none, a
 *   `back` that is no whole number   above zero, or a population smaller than the answers
 */
export function surveyTrend(
  periods: readonly PeriodAnswers[],
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
  options: SurveyTrendOptions = {},
): SurveyTrend {
  const { back = 4, population, policy = defaultSurveyPolicy } = options;
  if (!(lowest < highest && lowest >= -mostOfScale && highest <= mostOfScale))
    throw new RangeError(`a scale from ${lowest} to ${highest} is not a scale`);
  if (!Number.isSafeInteger(back) || back < 1)
    throw new RangeError(`back is ${back}, not a whole number above zero`);
  for (const [index, period] of periods.entries()) checkPeriod(period, index, lowest, highest);
  const corrections = periods.map(({ answers }) => finitePopulationCorrection(answers, population));

  const heard = periods.filter(({ answers }) => answers > 0).length;
  const needPeriods = Math.max(2, policy.minimumPeriods ?? 3);
  if (heard < needPeriods) return { kind: "too-few-periods", have: heard, need: needPeriods };
  const recent = periods.slice(-back - 1).reduce((sum, { answers }) => sum + answers, 0);
  const needAnswers = Math.max(1, policy.minimumForComparison);
  if (recent < needAnswers) return { kind: "too-few-answers", have: recent, need: needAnswers };

  const variance = variancePerAnswer(periods, lowest, highest);
  const scores = periods.map(({ answers, mean }, index): NoisyScore => {
    // Everyone asked is no error at all, which the filter cannot divide by.
    const correction = Math.max(1e-9, corrections[index] as number);
    return answers === 0 ? null : { score: mean, variance: (variance * correction) / answers };
  });
  const span = highest - lowest;
  const steps = Array.from({ length: 40 }, (_, at) => 0.005 * at * span);
  const last = periods.length - 1;
  const then = Math.max(0, last - back);
  const at = (period: number) => steps.map((step) => localLevel(scores, step ** 2, period));
  const runs = at(then);
  const parts = partsOf(
    runs.map(
      ({ logLikelihood }, place) =>
        logLikelihood - ((steps[place] as number) / (spread * span)) ** 2 / 2,
    ),
  );
  const within = (bounds: readonly [number, number]): readonly [number, number] => [
    Math.max(lowest, bounds[0]),
    Math.min(highest, bounds[1]),
  ];
  const levels = periods.map((_, period): TrendFigure => {
    const figure = figureOf(
      at(period).map((run, place) => ({
        part: parts[place] as number,
        mean: run.before,
        deviation: Math.sqrt(run.beforeVariance),
      })),
    );
    return { ...figure, bounds80: within(figure.bounds80), bounds95: within(figure.bounds95) };
  });
  const change = figureOf(
    runs.map((run, place) => ({
      part: parts[place] as number,
      mean: run.last - run.before,
      deviation: Math.sqrt(Math.max(0, run.lastVariance + run.beforeVariance - 2 * run.covariance)),
    })),
  );
  return {
    kind: "followed",
    levels,
    now: levels[last] as TrendFigure,
    change,
    direction: change.bounds95[0] > 0 ? "up" : change.bounds95[1] < 0 ? "down" : "cannot-be-said",
  };
}

/**
 * The trend of a net promoter score, in points from -100 to 100; see `surveyTrend`.
 *
 * @throws RangeError for a count that is not a whole number (with its period), and as `surveyTrend`
 */
export function netPromoterTrend(
  periods: readonly NetPromoterCounts[],
  options: SurveyTrendOptions = {},
): SurveyTrend {
  const summed = periods.map((counts, period): PeriodAnswers => {
    for (const name of ["promoters", "passives", "detractors"] as const)
      requireCount(`${name} of period ${period}`, counts[name]);
    const answers = counts.promoters + counts.passives + counts.detractors;
    const divisor = Math.max(1, answers);
    return {
      answers,
      mean: (100 * (counts.promoters - counts.detractors)) / divisor,
      meanSquare: (10_000 * (counts.promoters + counts.detractors)) / divisor,
    };
  });
  return surveyTrend(summed, { lowest: -100, highest: 100 }, options);
}

/**
 * Variance of an answer around the mean of its own period, three pseudo-answers of the adjusted
 * Wald interval added.
 */
function variancePerAnswer(
  periods: readonly PeriodAnswers[],
  lowest: number,
  highest: number,
): number {
  let [squares, freedom, sum, answers] = [0, 0, 0, 0];
  for (const period of periods) {
    sum += period.answers * period.mean;
    answers += period.answers;
  }
  const overall = sum / answers;
  for (const period of periods) {
    squares += period.answers * Math.max(0, period.meanSquare - period.mean ** 2);
    freedom += Math.max(0, period.answers - 1);
  }
  const middle = (lowest + highest) / 2;
  const pseudo = [lowest, middle, middle, highest].reduce(
    (total, answer) => total + 0.75 * (answer - overall) ** 2,
    0,
  );
  return (squares + pseudo) / (freedom + 3);
}

function partsOf(logWeights: readonly number[]): readonly number[] {
  const highest = Math.max(...logWeights);
  const weights = logWeights.map((weight) => Math.exp(weight - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function figureOf(mixture: NormalMixture): TrendFigure {
  const bounds = (level: number): readonly [number, number] => [
    mixtureQuantile(mixture, (1 - level) / 2),
    mixtureQuantile(mixture, (1 + level) / 2),
  ];
  return {
    value: mixture.reduce((sum, { part, mean }) => sum + part * mean, 0),
    bounds80: bounds(0.8),
    bounds95: bounds(0.95),
  };
}

const mostAnswers = 1e12;
const mostOfScale = 1e6;

function checkPeriod(
  { answers, mean, meanSquare }: PeriodAnswers,
  index: number,
  lowest: number,
  highest: number,
): void {
  if (!(answers === 0 || (answers >= 1 && answers <= mostAnswers)))
    throw new RangeError(`answers of period ${index} is ${answers}, neither 0 nor 1 to 1e12`);
  if (answers === 0) return;
  if (!(mean >= lowest && mean <= highest))
    throw new RangeError(`mean of period ${index} is ${mean}, not from ${lowest} to ${highest}`);
  const slack = 1e-9 * (lowest ** 2 + highest ** 2);
  if (
    !(meanSquare >= mean ** 2 - slack && meanSquare <= Math.max(lowest ** 2, highest ** 2) + slack)
  )
    throw new RangeError(`meanSquare of period ${index} is ${meanSquare}`);
}
