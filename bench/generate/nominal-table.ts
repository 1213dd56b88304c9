import { randomStream, type Trait } from "@koers/kernels";

/** A table of traits with who is a hit, as large as is asked. */
export type NominalTable = { readonly traits: readonly Trait[]; readonly hits: Uint8Array };

/** As many levels as the attributes of the UCI bank table have: 16 traits, 71 levels. */
const levelsOf = [5, 12, 3, 4, 2, 5, 2, 2, 3, 5, 12, 5, 3, 2, 2, 4] as const;

/**
 * Rows with uneven levels, the first ones most. About one in nine is a hit; the last levels of the first, third and
 * twelfth trait make it likelier, and more so together.
 */
export function nominalTable(rows: number, seed: number): NominalTable {
  const random = randomStream(seed);
  const codes = levelsOf.map(() => new Int8Array(rows));
  const hits = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (const [trait, column] of codes.entries())
      column[row] = Math.floor((levelsOf[trait] as number) * random.uniform() ** 1.5);
    const favourable = [0, 2, 11].filter(
      (trait) => codes[trait]?.[row] === (levelsOf[trait] as number) - 1,
    ).length;
    hits[row] = random.uniform() < 0.08 * 2 ** favourable ? 1 : 0;
  }
  return {
    traits: codes.map((column, trait) => ({ levels: levelsOf[trait] as number, codes: column })),
    hits,
  };
}
