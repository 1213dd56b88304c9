import type { QualityOptions } from "./share-quality.ts";

/** How far a search goes. */
export type SubgroupSearchOptions = QualityOptions & {
  /** The most conditions of a subgroup, 1 to 4. Default 3. */
  readonly depth?: number;
  /** How many subgroups are kept. Default 10. */
  readonly keep?: number;
  /** The fewest rows of a subgroup. Default 1. */
  readonly minimumRows?: number;
};

/** The options with what was left out, or a RangeError for one outside its range. */
export function checkedSearchOptions(
  options: SubgroupSearchOptions,
): Required<SubgroupSearchOptions> {
  const { exponent = 0.5, depth = 3, keep = 10, minimumRows = 1, pseudoRows = 0 } = options;
  if (!(exponent > 0 && exponent <= 1))
    throw new RangeError(`the exponent is above 0 and at most 1, got ${exponent}`);
  if (!(Number.isInteger(depth) && depth >= 1 && depth <= 4))
    throw new RangeError(`a depth from 1 to 4, got ${depth}`);
  if (!(Number.isSafeInteger(keep) && keep >= 1))
    throw new RangeError(`at least 1 subgroup is kept, got ${keep}`);
  if (!(Number.isSafeInteger(minimumRows) && minimumRows >= 1))
    throw new RangeError(`a subgroup has at least 1 row, got ${minimumRows}`);
  if (!(pseudoRows >= 0 && pseudoRows < Number.POSITIVE_INFINITY))
    throw new RangeError(`pseudo-rows are 0 or more, got ${pseudoRows}`);
  return { exponent, depth, keep, minimumRows, pseudoRows };
}
