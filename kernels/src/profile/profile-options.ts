import { checkedSearchOptions } from "./search-options.ts";

/** How a profile is looked for. */
export type ProfileOptions = {
  /** The most conditions of a rule, 1 to 4. Default 3. */
  readonly depth?: number;
  /** The fewest rows of a rule. Default 8 or 5 % of all rows, whichever is more. */
  readonly minimumRows?: number;
  /** a in (n / N)^a times the shrunk difference. Default 0.5. */
  readonly exponent?: number;
  /** How many rows with the average of all each rule is shrunk by. Default 8. */
  readonly pseudoRows?: number;
  /** The chance of any rule at all where there is none. Default 0.05. */
  readonly level?: number;
  /** How often the target is dealt anew. Default 1,000. */
  readonly permutations?: number;
  /** Bootstrap resamples for stability. Default 100. */
  readonly resamples?: number;
  /** Splits for the held-out estimate. Default 50. */
  readonly splits?: number;
};

const fewestRows = 8;

/** The options with what was left out, for a table of so many rows; RangeError for one outside its range. */
export function checkedProfileOptions(
  options: ProfileOptions,
  rows: number,
): Required<ProfileOptions> {
  const { level = 0.05, permutations = 1000, resamples = 100, splits = 50, ...search } = options;
  const minimumRows = Math.max(fewestRows, Math.ceil(0.05 * rows));
  const { keep: _, ...searched } = checkedSearchOptions({ minimumRows, pseudoRows: 8, ...search });
  if (!(level > 0 && level < 1)) throw new RangeError(`a level between 0 and 1, got ${level}`);
  if (!(Number.isSafeInteger(permutations) && (permutations + 1) * level >= 1))
    throw new RangeError(`${permutations} permutations cannot reach a level of ${level}`);
  for (const [name, count] of Object.entries({ resamples, splits }))
    if (!(Number.isSafeInteger(count) && count >= 1))
      throw new RangeError(`${name} is a whole number from 1, got ${count}`);
  return { ...searched, level, permutations, resamples, splits };
}
