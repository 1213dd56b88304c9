import { checkTraits, type Trait } from "./trait.ts";

/** A trait that is a number per customer, NaN where it is not known. */
export type NumberTrait = { readonly numbers: ArrayLike<number> };

/** What a fit score can learn from: levels or numbers. */
export type FitTrait = Trait | NumberTrait;

/**
 * How a trait turns into columns of numbers: 0 or 1 per level but the most frequent one, or a number less its
 * mean over two standard deviations (Gelman 2008), which makes it comparable to a level.
 */
export type TraitCoding =
  | {
      readonly kind: "levels";
      readonly levels: number;
      /** Column of each level; -1 for the reference, -2 for a level that nobody had. */
      readonly columnOf: Int32Array;
      readonly first: number;
      /** Share of the known customers in each column from `first` on. */
      readonly means: Float64Array;
    }
  | {
      readonly kind: "number";
      readonly first: number;
      readonly mean: number;
      readonly scale: number;
    }
  /** Does not vary, so it tells nothing. */
  | { readonly kind: "constant"; readonly of: "levels" | "number"; readonly levels: number };

export type DesignCoding = { readonly traits: readonly TraitCoding[]; readonly columns: number };

/** Customers as sparse rows of numbers: row i has the entries from `starts[i]` up to `starts[i + 1]`. */
export type Design = {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
};

export const levelNobodyHad = -2;
const reference = -1;

/** How many customers the traits are of. @throws RangeError for no trait */
export function customersOf(traits: readonly FitTrait[]): number {
  const [first] = traits;
  if (first === undefined) throw new RangeError("there is no trait");
  return valuesOf(first).length;
}

/** @throws RangeError with the index of the row for a level that is none, or a number that is infinite */
export function checkFitTraits(traits: readonly FitTrait[]): void {
  const customers = customersOf(traits);
  for (const [index, trait] of traits.entries()) {
    if ("codes" in trait) {
      checkTraits([trait], customers);
      continue;
    }
    const { numbers } = trait;
    if (numbers.length !== customers)
      throw new RangeError(`trait ${index} has ${numbers.length} rows, not ${customers}`);
    for (let row = 0; row < customers; row += 1)
      if (Math.abs(numbers[row] as number) === Number.POSITIVE_INFINITY)
        throw new RangeError(`row ${row} of trait ${index} is ${numbers[row]}`);
  }
}

export function valuesOf(trait: FitTrait): ArrayLike<number> {
  return "codes" in trait ? trait.codes : trait.numbers;
}

/**
 * Decides how traits become columns. Levels of fewer than `leastPerLevel` customers share a column; where that
 * still gives more than `mostColumns`, the least is raised until it does not.
 */
export function designCoding(
  traits: readonly FitTrait[],
  { leastPerLevel, mostColumns }: { readonly leastPerLevel: number; readonly mostColumns: number },
): DesignCoding {
  const counts = traits.map((trait) => ("codes" in trait ? countLevels(trait) : null));
  const least = leastThatFits(counts, leastPerLevel, customersOf(traits), mostColumns);
  let columns = 0;
  const coded = traits.map((trait, index): TraitCoding => {
    const count = counts[index] ?? null;
    const coding =
      count === null ? numberCoding(valuesOf(trait), columns) : levelCoding(count, columns, least);
    if (coding.kind === "number") columns += 1;
    if (coding.kind === "levels") columns += coding.means.length;
    return coding;
  });
  return { traits: coded, columns };
}

/** Customers as rows of a design; what is not known counts as the mean of its columns. */
export function encodeTraits(coding: DesignCoding, traits: readonly FitTrait[]): Design {
  const rows = customersOf(traits);
  const starts = new Int32Array(rows + 1);
  for (const [index, trait] of coding.traits.entries()) {
    const values = valuesOf(traits[index] as FitTrait);
    for (let row = 0; row < rows; row += 1)
      starts[row + 1] = (starts[row + 1] as number) + entriesOf(trait, values[row] as number);
  }
  for (let row = 0; row < rows; row += 1)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const entries = starts[rows] as number;
  const column = new Int32Array(entries);
  const value = new Float64Array(entries);
  const next = starts.slice(0, rows);
  for (const [index, trait] of coding.traits.entries()) {
    const values = valuesOf(traits[index] as FitTrait);
    for (let row = 0; row < rows; row += 1) {
      const cell = values[row] as number;
      const count = entriesOf(trait, cell);
      if (count === 0 || trait.kind === "constant") continue;
      const at = next[row] as number;
      next[row] = at + count;
      const own = trait.kind === "number" ? trait.first : columnOf(trait, cell);
      if (own >= 0) {
        column[at] = own;
        value[at] = trait.kind === "number" ? (cell - trait.mean) / trait.scale : 1;
      } else if (trait.kind === "levels")
        for (let offset = 0; offset < count; offset += 1) {
          column[at + offset] = trait.first + offset;
          value[at + offset] = trait.means[offset] as number;
        }
    }
  }
  return { rows, columns: coding.columns, starts, column, value };
}

/** Column of a level, known or not: -1 for the reference, -2 where a level says nothing. */
export function columnOf(trait: TraitCoding & { readonly kind: "levels" }, level: number): number {
  return level < 0 ? levelNobodyHad : (trait.columnOf[level] as number);
}

function entriesOf(trait: TraitCoding, cell: number): number {
  if (trait.kind === "constant") return 0;
  if (trait.kind === "number") return Number.isNaN(cell) ? 0 : 1;
  const own = columnOf(trait, cell);
  if (own >= 0) return 1;
  return own === reference ? 0 : trait.means.length;
}

/** Sums over the entries of one row. */
export function rowProduct(design: Design, row: number, weights: Float64Array): number {
  let sum = 0;
  for (
    let entry = design.starts[row] as number;
    entry < (design.starts[row + 1] as number);
    entry += 1
  )
    sum += (weights[design.column[entry] as number] as number) * (design.value[entry] as number);
  return sum;
}

function countLevels(trait: Trait): Int32Array {
  const count = new Int32Array(trait.levels);
  for (let row = 0; row < trait.codes.length; row += 1) {
    const level = trait.codes[row] as number;
    if (level >= 0) count[level] = (count[level] as number) + 1;
  }
  return count;
}

/** The lowest least, from `low` on, that needs no more columns; found by halving, as counts may be large. */
function leastThatFits(
  counts: readonly (Int32Array | null)[],
  low: number,
  high: number,
  mostColumns: number,
): number {
  if (columnsNeeded(counts, low) <= mostColumns) return low;
  let [tooLow, enough] = [low, Math.max(low, high)];
  while (enough - tooLow > 1) {
    const middle = Math.floor((tooLow + enough) / 2);
    if (columnsNeeded(counts, middle) > mostColumns) tooLow = middle;
    else enough = middle;
  }
  return enough;
}

function columnsNeeded(counts: readonly (Int32Array | null)[], least: number): number {
  let columns = 0;
  for (const count of counts) {
    if (count === null) columns += 1;
    else {
      const kept = count.filter((customers) => customers >= least).length;
      const pooled = count.some((customers) => customers > 0 && customers < least) ? 1 : 0;
      columns += Math.max(0, kept + pooled - 1);
    }
  }
  return columns;
}

function levelCoding(count: Int32Array, first: number, least: number): TraitCoding {
  let known = 0;
  let pooled = 0;
  for (const customers of count) {
    known += customers;
    if (customers < least) pooled += customers;
  }
  // The most frequent level is the reference; it may be all rare ones together.
  let most = pooled;
  let mostLevel = -1;
  for (const [level, customers] of count.entries())
    if (customers >= least && customers > most) {
      most = customers;
      mostLevel = level;
    }
  if (most === known) return { kind: "constant", of: "levels", levels: count.length };
  const means: number[] = [];
  function columnFor(customers: number): number {
    means.push(customers / known);
    return first + means.length - 1;
  }
  const poolColumn = mostLevel === -1 ? reference : pooled > 0 ? columnFor(pooled) : levelNobodyHad;
  const columnOf = Int32Array.from(count, (customers, level) => {
    if (customers < least) return poolColumn;
    return level === mostLevel ? reference : columnFor(customers);
  });
  return {
    kind: "levels",
    levels: count.length,
    columnOf,
    first,
    means: Float64Array.from(means),
  };
}

function numberCoding(values: ArrayLike<number>, first: number): TraitCoding {
  let known = 0;
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    known += 1;
    const distance = value - mean;
    mean += distance / known;
    squares += distance * (value - mean);
  }
  const scale = 2 * Math.sqrt(squares / Math.max(1, known));
  if (!(scale > 1e-12 * Math.abs(mean) && Number.isFinite(scale)))
    return { kind: "constant", of: "number", levels: 0 };
  return { kind: "number", first, mean, scale };
}
