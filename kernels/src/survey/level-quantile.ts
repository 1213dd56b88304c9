import { normalQuantile } from "../numeric/normal.ts";

/**
 * Standard normal quantile of a two-sided level: 1.96 for 0.95.
 * @throws RangeError unless the level lies strictly between 0 and 1
 */
export function levelQuantile(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`a level strictly between 0 and 1 is needed, got ${level}`);
  return normalQuantile((1 + level) / 2);
}
