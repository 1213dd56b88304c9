const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The text behind `+...-` in UTF-7, or undefined when the letters are no such thing. */
function decoded(letters: string): number[] | undefined {
  const units: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of letters) {
    value = (value << 6) | alphabet.indexOf(letter);
    bits += 6;
    if (bits >= 16) {
      bits -= 16;
      units.push((value >> bits) & 0xffff);
      value &= (1 << bits) - 1;
    }
  }
  return bits < 6 && value === 0 && units.length > 0 ? units : undefined;
}

function western(unit: number): boolean {
  return (unit >= 0xa0 && unit <= 0x17f) || (unit >= 0x2010 && unit <= 0x20ac);
}

/**
 * True when pure ASCII text holds at least two sequences that read as accented letters in UTF-7
 * (`Caf+AOk-`). Telephone numbers with a plus decode to characters far outside that range.
 */
export function usesUtf7(start: Uint8Array): boolean {
  if (start.some((byte) => byte >= 0x80)) return false;
  const text = new TextDecoder("windows-1252").decode(start);
  let hits = 0;
  for (const match of text.matchAll(/\+([A-Za-z0-9+/]{3,64})/g))
    if (decoded(match[1] ?? "")?.every(western)) hits++;
  return hits >= 2;
}
