/** What one pass over the bytes of a text file found. */
export type ByteScan = {
  validUtf8: boolean;
  nonAscii: boolean;
  /** Characters of two bytes and more that were valid UTF-8. */
  multibyte: number;
  /** Line of the first byte that is no UTF-8. */
  invalidLine?: number;
  /** Line of the first NUL byte. */
  nulLine?: number;
  /** Bytes around characters beyond ASCII, for judging which single-byte encoding this is. */
  readonly samples: Uint8Array[];
};

const mostSamples = 400;

/**
 * A strict UTF-8 validator that is fed chunk by chunk. Overlong forms, surrogates and anything beyond
 * U+10FFFF are invalid, as is a character cut off by the end.
 */
export function byteScanner(): { push(chunk: Uint8Array): void; end(): ByteScan } {
  const scan: ByteScan = { validUtf8: true, nonAscii: false, multibyte: 0, samples: [] };
  let line = 1;
  let wanted = 0;
  let low = 0x80;
  let high = 0xbf;
  let sampledTo = 0;

  function sample(chunk: Uint8Array, at: number): void {
    if (scan.samples.length >= mostSamples || at < sampledTo) return;
    sampledTo = at + 24;
    scan.samples.push(chunk.slice(Math.max(0, at - 24), at + 24));
  }

  function lead(byte: number): void {
    low = 0x80;
    high = 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) wanted = 1;
    else if (byte >= 0xe0 && byte <= 0xef) {
      wanted = 2;
      if (byte === 0xe0) low = 0xa0;
      if (byte === 0xed) high = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      wanted = 3;
      if (byte === 0xf0) low = 0x90;
      if (byte === 0xf4) high = 0x8f;
    } else invalid();
  }

  function invalid(): void {
    scan.validUtf8 = false;
    scan.invalidLine ??= line;
    wanted = 0;
  }

  function push(chunk: Uint8Array): void {
    sampledTo = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte < 0x80) {
        if (byte === 10) line++;
        else if (byte === 0) scan.nulLine ??= line;
        if (wanted > 0) invalid();
        continue;
      }
      scan.nonAscii = true;
      sample(chunk, at);
      if (wanted === 0) {
        if (scan.validUtf8) lead(byte);
      } else if (byte < low || byte > high) {
        invalid();
      } else {
        if (--wanted === 0) scan.multibyte++;
        low = 0x80;
        high = 0xbf;
      }
    }
  }

  function end(): ByteScan {
    if (wanted > 0) invalid();
    return scan;
  }

  return { push, end };
}
