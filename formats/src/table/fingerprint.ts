/** FNV-1a over 64 bits; a name for a set of headers, not a protection against anything. */
export function fingerprintOf(keys: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of keys.toSorted((one, other) => (one < other ? -1 : 1)).join("\n")) {
    hash ^= BigInt(character.codePointAt(0) as number);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return `${keys.length}-${hash.toString(16).padStart(16, "0")}`;
}
