import type { RandomStream } from "../numeric/random-stream.ts";
import { logFactorialsTo, upperTails } from "./hypergeometric.ts";
import { dealsWithHits, permutedHits } from "./permuted-hits.ts";

/**
 * A test of many subgroups at once by dealing the target anew over the rows (Westfall and Young 1993): a subgroup
 * surprises as much as it does only if few deals have any subgroup that surprises as much.
 */
export type PermutationTest = {
  /** How much the subgroup of these rows surprises; every deal is asked the same. */
  readonly test: (rows: Int32Array, size: number) => number;
  /** What a subgroup must surprise above, to be found by chance at most this often; for the tested so far. */
  readonly needed: (level: number) => number;
  /** The chance of a subgroup that surprises at least as much among all tested: the adjusted p. */
  readonly adjusted: (surprise: number) => number;
};

/** The most a deal surprised, over all subgroups tested. */
type Surprises = {
  readonly most: Float64Array;
  /** The least of them, as of the last refreshment: what surprises no more changes nothing. */
  loosest: number;
  tested: number;
};

function surprises(deals: number): Surprises {
  return { most: new Float64Array(deals), loosest: 0, tested: 0 };
}

function refreshed(known: Surprises): void {
  known.tested += 1;
  if (known.tested % 64 === 0)
    known.loosest = known.most.reduce((one, other) => Math.min(one, other));
}

function judged({ most }: Surprises): Pick<PermutationTest, "needed" | "adjusted"> {
  return {
    needed: (level) => {
      const allowed = Math.floor(level * (most.length + 1) + 1e-9);
      if (allowed < 1) return Number.POSITIVE_INFINITY;
      return most.toSorted()[most.length - allowed] as number;
    },
    adjusted: (surprise) => {
      let asMuch = 1;
      // Equal tables give equal numbers; what differs by rounding alone counts as equal too.
      for (const own of most) if (own >= surprise * (1 - 1e-12)) asMuch += 1;
      return asMuch / (most.length + 1);
    },
  };
}

/**
 * Surprise is minus the logarithm of Fisher's exact p, one-sided, so that the test is that of the least p.
 * A subgroup so small that even hits alone could not matter is not dealt (Tarone 1990; Terada et al. 2013;
 * Llinares-Lopez et al. 2015).
 */
export function sharePermutationTest(
  hits: ArrayLike<number>,
  deals: number,
  random: RandomStream,
): PermutationTest {
  const rows = hits.length;
  let allHits = 0;
  for (let row = 0; row < rows; row += 1) allHits += hits[row] as number;
  const logFactorials = logFactorialsTo(rows);
  const dealt = permutedHits(rows, allHits, deals, random);
  const known = surprises(deals);
  const tailsOf = new Map<number, Float64Array>();
  return {
    test: (chosen, size) => {
      let tails = tailsOf.get(size);
      if (tails === undefined) {
        tails = upperTails(rows, allHits, size, logFactorials);
        tailsOf.set(size, tails);
      }
      let own = 0;
      for (let index = 0; index < size; index += 1) own += hits[chosen[index] as number] as number;
      const tail = tails;
      const fewest = fewestAbove(tail, Math.min(size, allHits), known.loosest);
      dealsWithHits(dealt, chosen, size, fewest, (deal, found) => {
        const surprise = -(tail[found] as number);
        if (surprise > (known.most[deal] as number)) known.most[deal] = surprise;
      });
      refreshed(known);
      return -(tail[own] as number);
    },
    ...judged(known),
  };
}

/** The fewest hits that surprise more than this; more than there can be if none do. */
function fewestAbove(tails: Float64Array, most: number, surprise: number): number {
  let low = 0;
  let high = most + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (-(tails[middle] as number) > surprise) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Surprise is how many standard deviations (under dealing anew) the mean of the subgroup lies above that of all rows. A
 * subgroup whose size could not surprise even with the highest values is not dealt.
 */
export function meanPermutationTest(
  values: ArrayLike<number>,
  deals: number,
  random: RandomStream,
): PermutationTest {
  const rows = values.length;
  let sum = 0;
  for (let row = 0; row < rows; row += 1) sum += values[row] as number;
  const deviation = Float64Array.from(values, (value) => value - sum / rows);
  const variance = deviation.reduce((total, own) => total + own * own, 0) / rows;
  const highest = deviation.toSorted().reverse();
  for (let row = 1; row < rows; row += 1)
    highest[row] = (highest[row] as number) + (highest[row - 1] as number);
  const dealt = permutedValues(deviation, deals, random);
  const known = surprises(deals);
  const sums = new Float64Array(deals);
  return {
    test: (chosen, size) => {
      const spread = Math.sqrt((variance * size * (rows - size)) / (rows - 1));
      let own = 0;
      for (let index = 0; index < size; index += 1)
        own += deviation[chosen[index] as number] as number;
      if ((highest[size - 1] as number) / spread > known.loosest) {
        addDeals(dealt, deals, chosen, size, sums);
        for (let deal = 0; deal < deals; deal += 1) {
          const surprise = (sums[deal] as number) / spread;
          if (surprise > (known.most[deal] as number)) known.most[deal] = surprise;
        }
      }
      refreshed(known);
      return own / spread;
    },
    ...judged(known),
  };
}

/** Values dealt anew, by row, then by deal. */
function permutedValues(values: Float64Array, deals: number, random: RandomStream): Float64Array {
  const rows = values.length;
  const dealt = new Float64Array(rows * deals);
  const order = values.slice();
  for (let deal = 0; deal < deals; deal += 1)
    for (let row = 0; row < rows; row += 1) {
      const other = row + random.integer(rows - row);
      const value = order[other] as number;
      order[other] = order[row] as number;
      order[row] = value;
      dealt[row * deals + deal] = value;
    }
  return dealt;
}

/** Sums of the chosen rows by deal, four rows at a time. */
function addDeals(
  dealt: Float64Array,
  deals: number,
  chosen: Int32Array,
  size: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  let index = 0;
  for (; index + 3 < size; index += 4) {
    const a = (chosen[index] as number) * deals;
    const b = (chosen[index + 1] as number) * deals;
    const c = (chosen[index + 2] as number) * deals;
    const d = (chosen[index + 3] as number) * deals;
    for (let deal = 0; deal < deals; deal += 1)
      sums[deal] =
        (sums[deal] as number) +
        ((dealt[a + deal] as number) + (dealt[b + deal] as number)) +
        ((dealt[c + deal] as number) + (dealt[d + deal] as number));
  }
  for (; index < size; index += 1) {
    const a = (chosen[index] as number) * deals;
    for (let deal = 0; deal < deals; deal += 1)
      sums[deal] = (sums[deal] as number) + (dealt[a + deal] as number);
  }
}
