import { normalQuantile } from "../numeric/normal.ts";
import { studentQuantile } from "../survey/student-quantile.ts";

/** What was done and what came of it, one entry of each array per choice. */
export type LoggedChoices = {
  /** What came of it: 1 or 0, or euros. */
  readonly reward: ArrayLike<number>;
  /** The probability with which what was done had been chosen, as logged: above 0, at most 1. */
  readonly propensity: ArrayLike<number>;
  /** The probability with which the other way of choosing would have done the same, from 0 to 1. */
  readonly target: ArrayLike<number>;
  /**
   * A model's guess of the reward of what was done, and its mean over what the other way would do; the
   * model was made from other rows. Without them there is no doubly robust estimate.
   */
  readonly model?: { readonly done: ArrayLike<number>; readonly wanted: ArrayLike<number> };
};

export type OffPolicyOptions = {
  /** Weights above this are cut to it for the clipped estimates (10). */
  readonly mostWeight?: number;
  /** Of the intervals, two-sided, strictly between 0 and 1 (0.95). */
  readonly level?: number;
};

/** The mean reward of the other way of choosing, with its interval. */
export type PolicyEstimate = {
  readonly mean: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
};

/** What another way of choosing would have brought, or why that cannot be said. */
export type OffPolicyValue =
  | {
      readonly kind: "estimated";
      /** Inverse propensity (Horvitz and Thompson 1952): right on average, noisy. */
      readonly inverse: PolicyEstimate;
      /** The same divided by the sum of weights (Swaminathan and Joachims 2015): calmer. */
      readonly selfNormalised: PolicyEstimate;
      /** Self-normalised with weights cut: calmer still, and biased towards what was done. */
      readonly clipped: PolicyEstimate;
      /** A model corrected by what it missed (Dudik, Langford and Li 2011); null without a model. */
      readonly doublyRobust: PolicyEstimate | null;
      /** As many choices made the other way would tell as much (Kish). */
      readonly effectiveChoices: number;
      /** The part of choices whose weight was cut. */
      readonly cut: number;
    }
  | { readonly kind: "too-few-choices"; readonly have: number; readonly need: number }
  /** Fewer than ten choices' worth of what was done is what the other way would do. */
  | { readonly kind: "too-little-overlap"; readonly effectiveChoices: number };

const fewestChoices = 30;
const fewestEffective = 10;

/**
 * What another way of choosing would have brought, from choices whose propensities were logged. Intervals
 * come from the influence of each choice, with Student's quantile for the effective number of choices.
 *
 * @throws RangeError for columns of different length, a row that cannot be (with its index) or an option
 *   that cannot be
 */
export function offPolicyValue(
  choices: LoggedChoices,
  { mostWeight = 10, level = 0.95 }: OffPolicyOptions = {},
): OffPolicyValue {
  checkChoices(choices);
  if (!(mostWeight > 0)) throw new RangeError(`mostWeight is not above 0: ${mostWeight}`);
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  const { reward, propensity, target, model } = choices;
  const count = reward.length;
  if (count < fewestChoices) return { kind: "too-few-choices", have: count, need: fewestChoices };
  const weights = Float64Array.from(target, (chance, row) => chance / (propensity[row] as number));
  const effectiveChoices = effective(weights);
  if (effectiveChoices < fewestEffective) return { kind: "too-little-overlap", effectiveChoices };
  // The spread is known as well as that many choices tell it.
  const z = studentQuantile(normalQuantile((1 + level) / 2), effectiveChoices - 1);
  const rewards = Float64Array.from(reward);
  const cutWeights = weights.map((weight) => Math.min(weight, mostWeight));
  return {
    kind: "estimated",
    inverse: meanOf(
      rewards.map((gain, row) => (weights[row] as number) * gain),
      z,
    ),
    selfNormalised: ratioOf(rewards, weights, z),
    clipped: ratioOf(rewards, cutWeights, z),
    doublyRobust:
      model === undefined
        ? null
        : meanOf(
            rewards.map(
              (gain, row) =>
                (model.wanted[row] as number) +
                (weights[row] as number) * (gain - (model.done[row] as number)),
            ),
            z,
          ),
    effectiveChoices,
    cut: weights.filter((weight) => weight > mostWeight).length / count,
  };
}

function effective(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

function meanOf(parts: Float64Array, z: number): PolicyEstimate {
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return estimate(
    mean,
    parts.map((part) => part - mean),
    z,
  );
}

function ratioOf(rewards: Float64Array, weights: Float64Array, z: number): PolicyEstimate {
  const average = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const mean =
    rewards.reduce((sum, gain, row) => sum + (weights[row] as number) * gain, 0) /
    (average * weights.length);
  return estimate(
    mean,
    rewards.map((gain, row) => ((weights[row] as number) / average) * (gain - mean)),
    z,
  );
}

/** An estimate with the spread that the influence of each choice on it gives. */
function estimate(mean: number, influence: Float64Array, z: number): PolicyEstimate {
  const count = influence.length;
  const squares = influence.reduce((sum, part) => sum + part * part, 0);
  const standardError = Math.sqrt(squares / count / (count - 1));
  return { mean, standardError, lower: mean - z * standardError, upper: mean + z * standardError };
}

function checkChoices({ reward, propensity, target, model }: LoggedChoices): void {
  const columns = { propensity, target, ...(model ?? {}) };
  for (const [name, column] of Object.entries(columns))
    if (column.length !== reward.length)
      throw new RangeError(`${name} has ${column.length} entries, not ${reward.length}`);
  for (let row = 0; row < reward.length; row += 1) {
    if (!Number.isFinite(reward[row]))
      throw new RangeError(`choice ${row}: reward is not finite: ${reward[row]}`);
    const chance = propensity[row] as number;
    if (!(chance >= 1e-12 && chance <= 1))
      throw new RangeError(`choice ${row}: propensity is not between 1e-12 and 1: ${chance}`);
    const wanted = target[row] as number;
    if (!(wanted >= 0 && wanted <= 1))
      throw new RangeError(`choice ${row}: target is not between 0 and 1: ${wanted}`);
    if (
      model !== undefined &&
      !(Number.isFinite(model.done[row]) && Number.isFinite(model.wanted[row]))
    )
      throw new RangeError(`choice ${row}: the model's guess is not finite`);
  }
}
