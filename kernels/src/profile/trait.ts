/** The code of a row of which the level of a trait is not known. */
export const missingLevel = -1;

/** A nominal trait of customers: of each row, which of its levels it has. */
export type Trait = {
  /** How many levels there are. */
  readonly levels: number;
  /** Per row a whole number from 0 up to but not including `levels`, or `missingLevel`. */
  readonly codes: ArrayLike<number>;
};

/** A trait together with the text that each level stood for. */
export type NamedTrait = { readonly trait: Trait; readonly names: readonly string[] };

/**
 * A trait from texts, its levels in alphabetical order (by code unit), so that they do not hang on the order
 * of rows.
 *
 * @param values a text per row; null or an empty text is not known
 */
export function nominalTrait(values: readonly (string | null)[]): NamedTrait {
  const names = [...new Set(values)]
    .filter((value): value is string => value !== null && value !== "")
    .sort((one, other) => (one < other ? -1 : 1));
  const codeOf = new Map<string | null, number>(names.map((name, code) => [name, code]));
  const codes = Int32Array.from(values, (value) => codeOf.get(value) ?? missingLevel);
  return { trait: { levels: names.length, codes }, names };
}

/**
 * Refuses traits that cannot be.
 *
 * @throws RangeError for a trait with another number of rows, a number of levels that is not a whole number, or
 *   a code that is neither a level nor `missingLevel`, with the index of its row
 */
export function checkTraits(traits: readonly Trait[], rows: number): void {
  for (const [index, { codes, levels }] of traits.entries()) {
    if (!(Number.isSafeInteger(levels) && levels >= 0))
      throw new RangeError(`trait ${index} has ${levels} levels`);
    if (codes.length !== rows)
      throw new RangeError(`trait ${index} has ${codes.length} rows, not ${rows}`);
    for (let row = 0; row < rows; row += 1) {
      const code = codes[row] as number;
      if ((code | 0) !== code || code < missingLevel || code >= levels)
        throw new RangeError(`row ${row} of trait ${index} has no such level: ${code}`);
    }
  }
}
