import type { Source, SplitPart } from "@koers/formats";
import { type Readers, readersHere } from "./readers.ts";

/**
 * Puts the parts of a split audit file together that were dropped at once, in any order; every other
 * file stands by itself. `names` says which of the given sources each group holds, by position.
 */
export async function groupParts(
  sources: readonly Source[],
  readers: Readers = readersHere,
): Promise<readonly number[][]> {
  const groups: number[][] = [];
  const waiting = new Map<string, { at: number; part: SplitPart }[]>();
  for (const [at, source] of sources.entries()) {
    const part = /\.x[am][fl]$/i.test(source.name) ? await readers.splitPart(source) : undefined;
    if (part === undefined) {
      groups.push([at]);
      continue;
    }
    const key = `${part.kind} ${nameOfWhole(source.name)}`;
    const fellows = waiting.get(key);
    if (fellows === undefined) waiting.set(key, [{ at, part }]);
    else fellows.push({ at, part });
  }
  for (const parts of waiting.values()) {
    const ordered = parts.toSorted((a, b) => a.part.index - b.part.index);
    const numbered = ordered.every(({ part }, index) => part.index === index + 1);
    // Names that merely count ("books_1.xaf", "books_2.xaf") are parts only from the first one on.
    if (numbered || ordered.some(({ part }) => part.certain))
      groups.push(ordered.map(({ at }) => at));
    else for (const { at } of ordered) groups.push([at]);
  }
  return groups.toSorted((a, b) => Math.min(...a) - Math.min(...b));
}

// The name without what counts the parts; where nothing in it counts, without its digits.
function nameOfWhole(name: string): string {
  const lower = name.toLowerCase();
  const stripped = lower
    .replace(/\d{1,3}(?:of|van|_van_|_of_)(\d{1,3})(?=\.x)/, "#$1")
    .replace(/_\d(?=\.xaf$)/, "_#");
  return stripped === lower ? lower.replaceAll(/\d+/g, "#") : stripped;
}
