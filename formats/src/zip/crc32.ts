const tables = makeTables();

/** Four tables, so that four bytes go at once ("slicing by four"); polynomial 0xEDB88320 as ZIP uses. */
function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value;
  }
  const further = (previous: Int32Array) =>
    previous.map((value) => (value >>> 8) ^ (first[value & 255] as number));
  const second = further(first);
  const third = further(second);
  return [first, second, third, further(third)];
}

/** CRC-32 of `bytes`, going on from the CRC of what came before them (0 at the start). */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [first, second, third, fourth] = tables;
  let value = ~before;
  let at = 0;
  for (const last = bytes.length - 3; at < last; at += 4) {
    value ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    value =
      (fourth[value & 255] as number) ^
      (third[(value >>> 8) & 255] as number) ^
      (second[(value >>> 16) & 255] as number) ^
      (first[value >>> 24] as number);
  }
  for (; at < bytes.length; at++)
    value = (value >>> 8) ^ (first[(value ^ (bytes[at] as number)) & 255] as number);
  return ~value >>> 0;
}
