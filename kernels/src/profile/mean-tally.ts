import type { MeanQuality } from "./mean-quality.ts";
import {
  type Counts,
  countsOf,
  type Selector,
  type SubgroupCounter,
  type SubgroupTally,
} from "./subgroup-tally.ts";
import type { Trait } from "./trait.ts";

/** The places of the rows at a depth, ascending, so that the first `above` lie above the mean. */
type Cover = { readonly list: Int32Array; above: number; size: number };

/** Sums by selector plus 1; 0 takes rows without a selector. */
type Sums = {
  readonly rows: Float64Array;
  readonly deviation: Float64Array;
  readonly bound: Float64Array;
};

/** Sums deviations from the mean. */
export function meanCounter(traits: readonly Trait[], means: MeanQuality): SubgroupCounter {
  return {
    singles: () => {
      const selectors = traits.flatMap(({ levels }, trait) =>
        Array.from({ length: levels }, (_, level) => ({ trait, level })),
      );
      const counts = countsOf(selectors.length);
      const tally = meanTally(traits, selectors, 1, means);
      const all = selectors.map((_, selector) => selector);
      tally.bounds(0, all, counts);
      tally.measure(0, all, counts);
      return { selectors, counts };
    },
    tally: (selectors, depth) => meanTally(traits, selectors, depth, means),
  };
}

/**
 * Sums over lists of rows, for all levels of a trait in one pass. The bound needs the rows above the mean alone, so
 * the others are only summed for what can still be good.
 */
function meanTally(
  traits: readonly Trait[],
  selectors: readonly Selector[],
  depth: number,
  means: MeanQuality,
): SubgroupTally {
  const { mean, quality } = means;
  const rows = means.deviation.length;
  const columns = selectorColumns(traits, selectors, means.highestFirst);
  const covers: readonly Cover[] = Array.from({ length: depth }, (_, at) =>
    at === 0
      ? {
          list: Int32Array.from({ length: rows }, (_, place) => place),
          above: means.above,
          size: rows,
        }
      : { list: new Int32Array(rows), above: 0, size: 0 },
  );
  const size = selectors.length + 1;
  const sums: Sums = {
    rows: new Float64Array(size),
    deviation: new Float64Array(size),
    bound: new Float64Array(size),
  };

  function columnsOf(chosen: readonly number[]): readonly Column[] {
    const used = new Set(chosen.map((selector) => (selectors[selector] as Selector).trait));
    return Array.from(used, (trait) => columns[trait] as Column);
  }

  return {
    selectors,
    bounds: (at, chosen, counts) => {
      // All of them: a column also counts selectors that are not asked.
      for (const column of [sums.rows, sums.deviation, sums.bound]) column.fill(0);
      const { list, above } = covers[at] as Cover;
      addBound(columnsOf(chosen), list, above, means, sums);
      for (const selector of chosen) counts.bound[selector] = sums.bound[selector + 1] as number;
    },
    measure: (at, chosen, counts: Counts) => {
      const { list, above, size } = covers[at] as Cover;
      addRows(columnsOf(chosen), list, above, size, means.deviation, sums);
      for (const selector of chosen) {
        const covered = sums.rows[selector + 1] as number;
        const total = sums.deviation[selector + 1] as number;
        counts.rows[selector] = covered;
        counts.average[selector] = covered === 0 ? mean : mean + total / covered;
        counts.quality[selector] = covered === 0 ? 0 : quality(covered, total);
      }
    },
    narrow: (at, selector) => {
      const from = covers[at] as Cover;
      const to = covers[at + 1] as Cover;
      const column = columns[(selectors[selector] as Selector).trait] as Column;
      to.above = filtered(column, selector + 1, from.list, 0, from.above, to.list, 0);
      to.size = filtered(column, selector + 1, from.list, from.above, from.size, to.list, to.above);
    },
  };
}

type Column = Uint16Array | Uint32Array;

/** Per trait that has a selector: per place the number of its selector plus 1, or 0. */
function selectorColumns(
  traits: readonly Trait[],
  selectors: readonly Selector[],
  highestFirst: Int32Array,
): readonly (Column | null)[] {
  const Numbers = selectors.length < 65535 ? Uint16Array : Uint32Array;
  const numbers = traits.map(({ levels }) => new Uint32Array(levels + 1));
  const used = new Set<number>();
  for (const [selector, { trait, level }] of selectors.entries()) {
    (numbers[trait] as Uint32Array)[level + 1] = selector + 1;
    used.add(trait);
  }
  return traits.map(({ codes }, trait) => {
    if (!used.has(trait)) return null;
    const numberOf = numbers[trait] as Uint32Array;
    const column = new Numbers(codes.length);
    for (let place = 0; place < codes.length; place += 1)
      column[place] = numberOf[(codes[highestFirst[place] as number] as number) + 1] as number;
    return column;
  });
}

/**
 * Rows above the mean, the highest first: each number of them is a subgroup that might be had. Two traits at a
 * time, as sums of one trait have to wait for each other.
 */
function addBound(
  columns: readonly Column[],
  list: Int32Array,
  above: number,
  { deviation, weight }: MeanQuality,
  { rows, deviation: total, bound }: Sums,
): void {
  for (let pair = 0; pair < columns.length; pair += 2) {
    const one = columns[pair] as Column;
    const alone = pair + 1 === columns.length;
    const other = alone ? one : (columns[pair + 1] as Column);
    for (let index = 0; index < above; index += 1) {
      const place = list[index] as number;
      const own = deviation[place] as number;
      const first = one[place] as number;
      const firstRows = (rows[first] as number) + 1;
      const firstTotal = (total[first] as number) + own;
      rows[first] = firstRows;
      total[first] = firstTotal;
      const firstBound = (weight[firstRows] as number) * firstTotal;
      if (firstBound > (bound[first] as number)) bound[first] = firstBound;
      if (alone) continue;
      const second = other[place] as number;
      const secondRows = (rows[second] as number) + 1;
      const secondTotal = (total[second] as number) + own;
      rows[second] = secondRows;
      total[second] = secondTotal;
      const secondBound = (weight[secondRows] as number) * secondTotal;
      if (secondBound > (bound[second] as number)) bound[second] = secondBound;
    }
  }
}

/** The other rows, two traits at a time as well. */
function addRows(
  columns: readonly Column[],
  list: Int32Array,
  start: number,
  end: number,
  deviation: Float64Array,
  { rows, deviation: total }: Sums,
): void {
  for (let pair = 0; pair < columns.length; pair += 2) {
    const one = columns[pair] as Column;
    const alone = pair + 1 === columns.length;
    const other = alone ? one : (columns[pair + 1] as Column);
    for (let index = start; index < end; index += 1) {
      const place = list[index] as number;
      const own = deviation[place] as number;
      const first = one[place] as number;
      rows[first] = (rows[first] as number) + 1;
      total[first] = (total[first] as number) + own;
      if (alone) continue;
      const second = other[place] as number;
      rows[second] = (rows[second] as number) + 1;
      total[second] = (total[second] as number) + own;
    }
  }
}

/** Appends the rows that have the selector; gives where it ends. */
function filtered(
  column: Column,
  selector: number,
  from: Int32Array,
  start: number,
  end: number,
  to: Int32Array,
  place: number,
): number {
  let next = place;
  for (let index = start; index < end; index += 1) {
    const row = from[index] as number;
    to[next] = row;
    next += column[row] === selector ? 1 : 0;
  }
  return next;
}
