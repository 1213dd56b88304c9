import { normalQuantile } from "../numeric/normal.ts";
import { logFactorialsTo, upperTails } from "./hypergeometric.ts";

/** The chance of finding it that `rowsNeeded` aims at. */
const power = 0.8;

/**
 * Whether any subgroup of at least `fewest` of these rows could be evidence at this level: the least p is that of
 * all hits and as few other rows as can be (Tarone 1990).
 */
export function evidencePossible(
  rows: number,
  hits: number,
  fewest: number,
  level: number,
): boolean {
  const size = Math.max(fewest, hits);
  const tails = upperTails(rows, hits, size, logFactorialsTo(rows));
  // One in twenty is 5 %, whatever the rounding of logarithms.
  return Math.exp(tails[hits] as number) <= level * (1 + 1e-9);
}

/**
 * About how many rows in all would show a difference of this size with a chance of 80 %, if it is real:
 * deviations from the mean grow with the root of the number of rows.
 *
 * @param rows how many there are now
 * @param deviations how many standard deviations the subgroup lies above the mean, after shrinking
 * @param needed how many it has to; null if no number of rows would do
 */
export function rowsNeeded(rows: number, deviations: number, needed: number): number | null {
  if (!(deviations > 0)) return null;
  const more = Math.ceil(rows * ((needed + normalQuantile(power)) / deviations) ** 2);
  return Math.max(rows + 1, more);
}
