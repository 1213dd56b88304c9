import type { RandomStream } from "../numeric/random-stream.ts";
import {
  type CoreCriterion,
  type CoreScale,
  checkCriteria,
  scaleCriterion,
} from "./core-criteria.ts";
import { type CoreRule, drawWeights, membershipOver } from "./core-draws.ts";

/** A customer that the owner puts in the core or keeps out of it, with the reason. */
export type CorePin = { readonly row: number; readonly inside: boolean; readonly reason: string };

export type CoreOptions = {
  /** Where the core ends: the best `share` of customers, or a weighted mean of at least `threshold`. */
  readonly rule?: CoreRule;
  readonly scale?: CoreScale;
  /**
   * How sure the owner is of the weights: a weight w is drawn with standard deviation sqrt(w (1 - w) / (this + 1)), so
   * at 30 a weight of a quarter is drawn between 10 and 40 % nine times in ten.
   */
  readonly concentration?: number;
  readonly draws?: number;
  readonly pins?: readonly CorePin[];
  /** Part of the weight that has to be known of a customer. */
  readonly leastKnown?: number;
  readonly leastCustomers?: number;
};

/** How a customer stands to the core. */
export type CoreMember =
  | {
      readonly kind: "estimated";
      readonly probability: number;
      /** Standard error of that probability by the number of draws. */
      readonly error: number;
      /** Part of the owner's weight that is on criteria known of this customer. */
      readonly known: number;
    }
  | {
      readonly kind: "pinned";
      readonly inside: boolean;
      readonly reason: string;
      readonly known: number;
    }
  /** Too little is known; it does not compete for a place. */
  | { readonly kind: "cannot-be-said"; readonly known: number; readonly need: number };

export type CoreMembership =
  | {
      readonly kind: "estimated";
      readonly members: readonly CoreMember[];
      /** Expected number of customers in the core. */
      readonly size: number;
    }
  | { readonly kind: "too-few-customers"; readonly have: number; readonly need: number };

/** Per customer and criterion, row by row: membership less what it would be without that criterion. */
export type CoreSensitivity =
  | { readonly kind: "estimated"; readonly changes: Float64Array }
  | { readonly kind: "too-few-customers"; readonly have: number; readonly need: number };

/**
 * How likely each customer belongs to the core, over thousands of draws of weights around those of the owner (Dirichlet),
 * so that the core does not hang on one weight. What is not known of a customer is drawn in each draw from what is known
 * of the others: not knowing makes unsure, not better or worse.
 *
 * @param weights of the owner, one per criterion, in any unit
 * @throws RangeError with the index of the row for a value that is infinite; for a weight that is negative, no weight at
 *   all, a pin of a customer that is none or twice, or an option out of range
 */
export function coreMembership(
  criteria: readonly CoreCriterion[],
  weights: ArrayLike<number>,
  random: RandomStream,
  options: CoreOptions = {},
): CoreMembership {
  const set = prepare(criteria, weights, random, options);
  if (set.kind !== "prepared") return set;
  const { draws, pins, leastKnown } = set.options;
  const probabilities = membershipOver(
    set.scaled,
    set.drawn,
    set.standing,
    set.options.rule,
    random.split(1),
  );
  const pinOf = new Map(pins.map((pin) => [pin.row, pin]));
  const members = Array.from(probabilities, (probability, row): CoreMember => {
    const known = set.known[row] as number;
    const pin = pinOf.get(row);
    if (pin !== undefined) return { kind: "pinned", inside: pin.inside, reason: pin.reason, known };
    if (set.standing[row] === 0) return { kind: "cannot-be-said", known, need: leastKnown };
    // A half draw of each, so that always or never is not taken for certainty.
    const eased = (probability * draws + 0.5) / (draws + 1);
    const error = Math.sqrt((eased * (1 - eased)) / draws);
    return { kind: "estimated", probability, error, known };
  });
  return {
    kind: "estimated",
    members,
    size: probabilities.reduce((sum, probability) => sum + probability, 0),
  };
}

/**
 * Which criterion moves whom: what membership would lose without it, by the same draws. Cost: that of `coreMembership`
 * once more per criterion.
 *
 * @throws RangeError as `coreMembership`
 */
export function coreSensitivity(
  criteria: readonly CoreCriterion[],
  weights: ArrayLike<number>,
  random: RandomStream,
  options: CoreOptions = {},
): CoreSensitivity {
  const set = prepare(criteria, weights, random, options);
  if (set.kind !== "prepared") return set;
  const { rule } = set.options;
  const whole = membershipOver(set.scaled, set.drawn, set.standing, rule, random.split(1));
  const changes = new Float64Array(whole.length * criteria.length);
  for (let left = 0; left < criteria.length; left += 1) {
    const others = without(set.drawn, left, criteria.length);
    if (others === null) continue;
    const lesser = membershipOver(set.scaled, others, set.standing, rule, random.split(1));
    for (const [row, probability] of whole.entries())
      changes[row * criteria.length + left] = probability - (lesser[row] as number);
  }
  return { kind: "estimated", changes };
}

/** The draws with one weight taken away; null if there is no other. */
function without(drawn: Float64Array, left: number, criteria: number): Float64Array | null {
  const others = Float64Array.from(drawn);
  for (let start = 0; start < drawn.length; start += criteria) {
    let rest = 0;
    for (let criterion = 0; criterion < criteria; criterion += 1)
      if (criterion !== left) rest += drawn[start + criterion] as number;
    if (!(rest > 0)) return null;
    for (let criterion = 0; criterion < criteria; criterion += 1)
      others[start + criterion] =
        criterion === left ? 0 : (drawn[start + criterion] as number) / rest;
  }
  return others;
}

type Prepared = {
  readonly kind: "prepared";
  readonly scaled: ReturnType<typeof scaleCriterion>[];
  readonly drawn: Float64Array;
  /** 1 competes, 2 pinned inside, 0 neither. */
  readonly standing: Uint8Array;
  readonly known: Float64Array;
  readonly options: Required<CoreOptions>;
};

function prepare(
  criteria: readonly CoreCriterion[],
  weights: ArrayLike<number>,
  random: RandomStream,
  given: CoreOptions,
): Prepared | { readonly kind: "too-few-customers"; readonly have: number; readonly need: number } {
  const customers = checkCriteria(criteria);
  const options = {
    rule: { kind: "share", share: 0.2 } as const,
    scale: "rank" as const,
    concentration: 30,
    draws: 4000,
    pins: [],
    leastKnown: 0.5,
    leastCustomers: 5,
    ...given,
  };
  checkOptions(options, customers);
  const share = normalised(weights, criteria.length);
  const known = new Float64Array(customers);
  for (const [criterion, { values }] of criteria.entries())
    for (let row = 0; row < customers; row += 1)
      if (!Number.isNaN(values[row]))
        known[row] = Math.min(1, (known[row] as number) + (share[criterion] as number));
  const standing = Uint8Array.from(known, (part) =>
    part > 0 && part >= options.leastKnown - 1e-12 ? 1 : 0,
  );
  for (const { row, inside } of options.pins) standing[row] = inside ? 2 : 0;
  const have = standing.reduce((sum, state) => sum + (state === 0 ? 0 : 1), 0);
  if (have < options.leastCustomers)
    return { kind: "too-few-customers", have, need: options.leastCustomers };
  return {
    kind: "prepared",
    scaled: criteria.map((criterion) => scaleCriterion(criterion, options.scale)),
    drawn: drawWeights(share, options.concentration, options.draws, random.split(0)),
    standing,
    known,
    options,
  };
}

function normalised(weights: ArrayLike<number>, criteria: number): Float64Array {
  if (weights.length !== criteria)
    throw new RangeError(`there are ${weights.length} weights for ${criteria} criteria`);
  const all = Float64Array.from(weights);
  for (const [criterion, weight] of all.entries())
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`weight ${criterion} is ${weight}`);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError("the weights are all zero");
  return all.map((weight) => weight / total);
}

function checkOptions(
  { rule, concentration, draws, pins, leastKnown }: Required<CoreOptions>,
  customers: number,
): void {
  if (rule.kind === "share" && !(rule.share > 0 && rule.share <= 1))
    throw new RangeError(`a share above 0 and at most 1 is needed, got ${rule.share}`);
  if (rule.kind === "threshold" && !Number.isFinite(rule.threshold))
    throw new RangeError(`the threshold is ${rule.threshold}`);
  if (!(concentration > 0 && Number.isFinite(concentration)))
    throw new RangeError(`a concentration above 0 is needed, got ${concentration}`);
  if (!(Number.isSafeInteger(draws) && draws >= 100))
    throw new RangeError(`at least 100 draws are needed, got ${draws}`);
  if (!(leastKnown >= 0 && leastKnown <= 1))
    throw new RangeError(`a part from 0 to 1 has to be known, got ${leastKnown}`);
  const seen = new Set<number>();
  for (const { row } of pins) {
    if (!(Number.isSafeInteger(row) && row >= 0 && row < customers) || seen.has(row))
      throw new RangeError(`row ${row} is pinned twice, or no customer`);
    seen.add(row);
  }
}
