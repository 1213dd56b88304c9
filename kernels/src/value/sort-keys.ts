const digits = 2048;

/**
 * Sorts keys of 32 bits, all at most `highest`, by counting their digits; several times quicker
 * than comparing them. The keys given may be overwritten.
 */
export function sortKeys(keys: Uint32Array, highest: number): Uint32Array {
  let sorted = keys;
  let spare: Uint32Array = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32 && highest >= 2 ** shift; shift += 11) {
    const start = new Int32Array(digits + 1);
    for (let at = 0; at < sorted.length; at += 1) {
      const next = (((sorted[at] as number) >>> shift) & (digits - 1)) + 1;
      start[next] = (start[next] as number) + 1;
    }
    for (let digit = 0; digit < digits; digit += 1)
      start[digit + 1] = (start[digit + 1] as number) + (start[digit] as number);
    for (let at = 0; at < sorted.length; at += 1) {
      const key = sorted[at] as number;
      const digit = (key >>> shift) & (digits - 1);
      const place = start[digit] as number;
      spare[place] = key;
      start[digit] = place + 1;
    }
    [sorted, spare] = [spare, sorted];
  }
  return sorted;
}
