import type { Expectation, Mutant } from "../manifest.ts";

/** A file invented here, with the values that it must give if it is taken. */
export type Invented = Mutant & {
  readonly values?: {
    /** Of all customers together; of a list the sum of its column `bedrag`. */
    readonly sum?: string;
    readonly names?: readonly string[];
    readonly externalIds?: readonly string[];
  };
};

type Case = readonly [why: string, content: string | Uint8Array];

/** Cases that must come to the same end, named by their number and why. */
export function cases(
  kind: { readonly prefix: string; readonly extension: string; readonly sum?: string },
  expect: Expectation,
  code: string,
  list: readonly Case[],
): readonly Invented[] {
  return list.map(([why, content]) => ({
    name: `${kind.prefix}-${slug(why)}.${kind.extension}`,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    expect,
    code,
    why,
    ...(kind.sum === undefined ? {} : { values: { sum: kind.sum } }),
  }));
}

/** Letters and digits of a reason, with a number that tells equal ones apart. */
function slug(why: string): string {
  let hash = 7;
  for (const character of why) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 46_656;
  const words = why
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return `${words.slice(0, 40)}-${hash.toString(36).padStart(3, "0")}`;
}

/** Replaces what must be there, once. */
export function change(text: string, from: string, to: string): string {
  const at = text.indexOf(from);
  if (at < 0) throw new RangeError(`not in the text: ${from}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function utf16(text: string, order: "le" | "be", mark = true): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
  return order === "be" ? bytes.swap16() : bytes;
}

export function utf32(text: string, order: "le" | "be"): Uint8Array {
  const points = Array.from(`\ufeff${text}`, (character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, at) => {
    if (order === "le") bytes.writeUInt32LE(point, at * 4);
    else bytes.writeUInt32BE(point, at * 4);
  });
  return bytes;
}
