import { quantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import { playbookRates, type RateInterval } from "./playbook-rates.ts";

/** A random experiment counted by segment, one entry of each array per segment. */
export type SegmentCounts = {
  readonly treated: ArrayLike<number>;
  readonly treatedResponded: ArrayLike<number>;
  readonly heldOut: ArrayLike<number>;
  readonly heldOutResponded: ArrayLike<number>;
};

/** What treatment adds to the response in each segment, or why that cannot be said. */
export type SegmentUplift =
  | {
      readonly kind: "estimated";
      /** Rate when treated less rate when not. */
      readonly uplift: Float64Array;
      /** Intervals of 80 and 95 %. */
      readonly intervals: readonly RateInterval[];
      /** Rate when treated, and when not. */
      readonly treatedRate: Float64Array;
      readonly heldOutRate: Float64Array;
    }
  | { readonly kind: "nobody-treated" }
  | { readonly kind: "nobody-held-out" };

const options = { doubt: 0.5, worthTries: 50, draws: 2000 };

/**
 * Uplift by segment with two models, one of those treated and one of those held out, each a hierarchical
 * Beta-Binomial over segments: small segments lean on the whole.
 *
 * @throws RangeError with the segment whose counts cannot be, or for arrays of different length
 */
export function segmentUplift(counts: SegmentCounts, random: RandomStream): SegmentUplift {
  checkCounts(counts);
  const { treated, treatedResponded, heldOut, heldOutResponded } = counts;
  const segments = treated.length;
  const one = ratesOf(treated, treatedResponded, random.split(1));
  if (one === null) return { kind: "nobody-treated" };
  const other = ratesOf(heldOut, heldOutResponded, random.split(2));
  if (other === null) return { kind: "nobody-held-out" };
  const difference = new Float64Array(options.draws);
  const intervals = [0.8, 0.95].map((level) => ({
    level,
    lower: new Float64Array(segments),
    upper: new Float64Array(segments),
  }));
  for (let segment = 0; segment < segments; segment += 1) {
    for (let draw = 0; draw < options.draws; draw += 1) {
      // Both models' draws run through their groups in the same order: pair them apart.
      const pair = (draw * 811) % options.draws;
      difference[draw] =
        (one.draws[draw * segments + segment] as number) -
        (other.draws[pair * segments + segment] as number);
    }
    for (const { level, lower, upper } of intervals) {
      const [low = -1, high = 1] = quantiles(difference, [(1 - level) / 2, (1 + level) / 2]);
      lower[segment] = low;
      upper[segment] = high;
    }
  }
  return {
    kind: "estimated",
    uplift: one.mean.map((rate, segment) => rate - (other.mean[segment] as number)),
    intervals,
    treatedRate: one.mean,
    heldOutRate: other.mean,
  };
}

function ratesOf(
  tried: ArrayLike<number>,
  worked: ArrayLike<number>,
  random: RandomStream,
): { readonly mean: Float64Array; readonly draws: Float64Array } | null {
  let customers = 0;
  let responses = 0;
  for (let segment = 0; segment < tried.length; segment += 1) {
    customers += tried[segment] as number;
    responses += worked[segment] as number;
  }
  const rate = Math.min(0.999, Math.max(0.001, (responses + 0.5) / (customers + 1)));
  const expected = new Float64Array(tried.length).fill(Number.isFinite(rate) ? rate : 0.5);
  const rates = playbookRates({ tried, worked, expected }, random, options);
  return customers === 0 || rates.kind === "no-playbooks" ? null : rates;
}

function checkCounts({
  treated,
  treatedResponded,
  heldOut,
  heldOutResponded,
}: SegmentCounts): void {
  for (const [name, customers, responded] of [
    ["treated", treated, treatedResponded],
    ["heldOut", heldOut, heldOutResponded],
  ] as const) {
    if (customers.length !== treated.length || responded.length !== treated.length)
      throw new RangeError(`${name} has not ${treated.length} segments`);
    for (let segment = 0; segment < treated.length; segment += 1) {
      const all = customers[segment] as number;
      const some = responded[segment] as number;
      if (!(Number.isSafeInteger(all) && Number.isSafeInteger(some) && some >= 0 && some <= all))
        throw new RangeError(`segment ${segment}, ${name}: ${some} of ${all} responded`);
    }
  }
}
