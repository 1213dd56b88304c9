import { normalQuantile } from "../numeric/normal.ts";
import {
  checkFitTraits,
  customersOf,
  type DesignCoding,
  designCoding,
  encodeTraits,
  type FitTrait,
} from "./design-matrix.ts";
import { contributionSpread, contributionsOf, meanContribution } from "./fit-contributions.ts";
import { fitByEvidence } from "./ridge-evidence.ts";
import { logistic, rowVariance } from "./ridge-logistic.ts";

/** What makes a fit score possible at all, and how far traits are taken apart. */
export type FitScorePolicy = {
  /** Customers needed. */
  readonly leastCustomers: number;
  /** Customers needed inside the core, and outside it. */
  readonly leastOfEach: number;
  /** Levels of fewer customers share one coefficient. */
  readonly leastPerLevel: number;
  /** Coefficients at most; rare levels are pooled until they are no more. */
  readonly mostColumns: number;
};

export const fitScorePolicy: FitScorePolicy = {
  leastCustomers: 20,
  leastOfEach: 5,
  leastPerLevel: 2,
  mostColumns: 300,
};

/** How well customers fit the core by their traits, or why that cannot be said. */
export type FitScore =
  | FitScoreModel
  | { readonly kind: "too-few-customers"; readonly have: number; readonly need: number }
  /** Too few inside the core, or outside it. */
  | {
      readonly kind: "too-few-of-an-outcome";
      readonly outcome: 0 | 1;
      readonly have: number;
      readonly need: number;
    }
  | { readonly kind: "no-trait-varies" };

export type FitScoreModel = {
  readonly kind: "fitted";
  readonly customers: number;
  /** Share of the customers that are in the core. */
  readonly baseRate: number;
  /** Log-odds of an average customer: where the reasons start. */
  readonly base: number;
  /** Precision of the coefficients, as the data themselves ask for it. */
  readonly penalty: number;
  /** By how much the traits make the data more likely (natural logarithm); below 0 they tell nothing. */
  readonly evidenceGain: number;
  readonly coding: DesignCoding;
  /** Coefficients of the columns of `coding`, then the intercept. */
  readonly coefficients: Float64Array;
  /** Their posterior covariance, row by row. */
  readonly covariance: Float64Array;
  /** Per trait the variance of its contribution over customers, what not knowing it leaves open. */
  readonly spread: Float64Array;
};

/** Scores of customers, with their reasons. */
export type FitScores = {
  /** Log-odds: `base` and the row of `contributions` added up, in that order. */
  readonly logOdds: Float64Array;
  /** Row by row, one per trait: what it adds to an average customer's log-odds; 0 where it is not known. */
  readonly contributions: Float64Array;
  /** Standard error of the log-odds, of traits that are not known as well. */
  readonly standardErrors: Float64Array;
  /** Chance of belonging to the core, averaged over what is not known (moderated). */
  readonly probabilities: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How many traits are not known, or have a level that nobody had. */
  readonly unknownTraits: Uint16Array;
};

/**
 * Learns from customers of whom it is known whether they belong to the core how traits tell: ridge logistic
 * regression with the penalty by empirical Bayes (MacKay 1992). Rare and unknown levels need no care from the
 * caller. Cost: customers times squared traits, some twenty times.
 *
 * @param labels per customer 1 in the core, 0 outside
 * @throws RangeError with the index of the row for a label or a value that is none; no trait; lengths that differ; a policy of other than
 *   whole numbers above 0
 */
export function fitScore(
  traits: readonly FitTrait[],
  labels: ArrayLike<number>,
  policy: FitScorePolicy = fitScorePolicy,
): FitScore {
  checkPolicy(policy);
  checkFitTraits(traits);
  const customers = customersOf(traits);
  const inside = positives(labels, customers);
  if (customers < policy.leastCustomers)
    return { kind: "too-few-customers", have: customers, need: policy.leastCustomers };
  for (const [outcome, have] of [
    [0, customers - inside],
    [1, inside],
  ] as const)
    if (have < policy.leastOfEach)
      return { kind: "too-few-of-an-outcome", outcome, have, need: policy.leastOfEach };
  const coding = designCoding(traits, policy);
  if (coding.columns === 0) return { kind: "no-trait-varies" };
  const fit = fitByEvidence(encodeTraits(coding, traits), labels);
  const { coefficients } = fit;
  let base = coefficients[coding.columns] as number;
  for (let trait = 0; trait < traits.length; trait += 1)
    base += meanContribution(coding, trait, coefficients);
  return {
    kind: "fitted",
    customers,
    baseRate: inside / customers,
    base,
    penalty: fit.penalty,
    evidenceGain: fit.evidenceGain,
    coding,
    coefficients,
    covariance: fit.covariance,
    spread: contributionSpread(coding, traits, coefficients, fit.covariance),
  };
}

/**
 * Scores customers or prospects. The chance is logistic(log-odds / sqrt(1 + pi variance / 8)) (MacKay 1992, eq. 10).
 *
 * @param traits the traits of `fitScore`, in its order, of any customers
 * @param level of the interval, strictly between 0 and 1
 * @throws RangeError as `fitScore`, for other traits than it had, or a level outside 0..1
 */
export function scoreFit(
  model: FitScoreModel,
  traits: readonly FitTrait[],
  level = 0.95,
): FitScores {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level between 0 and 1, got ${level}`);
  checkSameTraits(model.coding, traits);
  checkFitTraits(traits);
  const design = encodeTraits(model.coding, traits);
  const { contributions, known } = contributionsOf(model.coding, traits, model.coefficients);
  const customers = design.rows;
  const logOdds = new Float64Array(customers);
  const standardErrors = new Float64Array(customers);
  const unknownTraits = new Uint16Array(customers);
  for (let row = 0; row < customers; row += 1) {
    let sum = model.base;
    let variance = rowVariance(design, row, model.covariance);
    for (let trait = 0; trait < traits.length; trait += 1) {
      const place = row * traits.length + trait;
      sum += contributions[place] as number;
      if (known[place] === 1) continue;
      variance += model.spread[trait] as number;
      unknownTraits[row] = (unknownTraits[row] as number) + 1;
    }
    logOdds[row] = sum;
    standardErrors[row] = Math.sqrt(variance);
  }
  const z = normalQuantile(0.5 + level / 2);
  const probabilities = logOdds.map((odds, row) =>
    logistic(odds / Math.sqrt(1 + (Math.PI / 8) * (standardErrors[row] as number) ** 2)),
  );
  // Far out a mean lies nearer to one half than the whole interval; what is shown holds it all the same.
  const end = (side: -1 | 1) =>
    logOdds.map((odds, row) => {
      const edge = logistic(odds + side * z * (standardErrors[row] as number));
      const own = probabilities[row] as number;
      return side === 1 ? Math.max(edge, own) : Math.min(edge, own);
    });
  return {
    logOdds,
    contributions,
    standardErrors,
    probabilities,
    low: end(-1),
    high: end(1),
    unknownTraits,
  };
}

function checkPolicy(policy: FitScorePolicy): void {
  for (const [name, value] of Object.entries(policy))
    if (!(Number.isSafeInteger(value) && value >= 1))
      throw new RangeError(`${name}: a whole number above 0 is needed, got ${value}`);
}

/** How many labels are 1. @throws RangeError with the index of a label that is neither 0 nor 1 */
export function positives(labels: ArrayLike<number>, customers: number): number {
  if (labels.length !== customers)
    throw new RangeError(`there are ${labels.length} labels for ${customers} customers`);
  let inside = 0;
  for (let row = 0; row < customers; row += 1) {
    const label = labels[row] as number;
    if (label !== 0 && label !== 1) throw new RangeError(`label ${row} is ${label}, not 0 or 1`);
    inside += label;
  }
  return inside;
}

function checkSameTraits(coding: DesignCoding, traits: readonly FitTrait[]): void {
  if (traits.length !== coding.traits.length)
    throw new RangeError(`${traits.length} traits, but the score has ${coding.traits.length}`);
  for (const [index, trait] of coding.traits.entries()) {
    const given = traits[index] as FitTrait;
    const kind = trait.kind === "constant" ? trait.of : trait.kind;
    if (("codes" in given ? "levels" : "number") !== kind)
      throw new RangeError(`trait ${index} is not one of ${kind}`);
    if ("codes" in given && trait.kind !== "number" && given.levels !== trait.levels)
      throw new RangeError(`trait ${index} has ${given.levels} levels, not ${trait.levels}`);
  }
}
