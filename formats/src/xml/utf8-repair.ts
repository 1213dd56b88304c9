/** Where windows-1252 bytes stood in a file that is otherwise UTF-8. */
export type Utf8Repairs = {
  /** Bytes that were read as windows-1252. */
  readonly count: number;
  /** Line of the first of them. */
  readonly line?: number;
  /** Characters of more than one byte that were valid UTF-8. */
  readonly multibyte: number;
  /** Line of the first byte that is neither UTF-8 nor plausible windows-1252. */
  readonly damagedLine?: number;
};

// Bytes 0x80 to 0x9f in windows-1252; 0 where it has no character.
const highControls = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
];

// What may follow an accented letter in windows-1252 text: ... ' " bullets, dashes, no-break space and
// the signs set tight against a word. Other bytes there mean a damaged UTF-8 character.
const afterLetter = new Set([
  0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa9, 0xae, 0xb0, 0xb2, 0xb3, 0xb4,
  0xb7, 0xbb,
]);

/**
 * Turns bytes that are UTF-8 with windows-1252 in between (what a package writes that declares UTF-8 but
 * copies names from an older database) into UTF-8, byte by byte: valid characters stay, other bytes
 * become the windows-1252 character. A broken UTF-8 character is not taken for windows-1252.
 */
export function createUtf8Repair() {
  let carried = new Uint8Array(0);
  let line = 1;
  let afterReturn = false;
  let count = 0;
  let multibyte = 0;
  let firstLine: number | undefined;
  let damagedLine: number | undefined;

  function push(bytes: Uint8Array, final = false): Uint8Array {
    const input = joined(carried, bytes);
    const output = new Uint8Array(input.length * 3);
    let to = 0;
    let at = 0;
    while (at < input.length) {
      const byte = input[at] as number;
      if (byte < 0x80) {
        if (byte === 0x0a ? !afterReturn : byte === 0x0d) line += 1;
        afterReturn = byte === 0x0d;
        output[to++] = byte;
        at += 1;
        continue;
      }
      // Four bytes ahead decide every case; wait for them unless there are no more.
      if (!final && input.length - at < 5) break;
      const length = validLength(input, at);
      if (length > 0) {
        for (let step = 0; step < length; step += 1) output[to++] = input[at + step] as number;
        at += length;
        multibyte += 1;
        continue;
      }
      if (final && cutShort(input, at)) {
        // The file ends inside a character: for the parser to report, not an encoding to repair.
        to = writeUtf8(output, to, 0xfffd);
        break;
      }
      const character = byte < 0xa0 ? (highControls[byte - 0x80] as number) : byte;
      if (character === 0 || damaged(input, at)) damagedLine ??= line;
      firstLine ??= line;
      count += 1;
      to = writeUtf8(output, to, character);
      at += 1;
    }
    carried = input.slice(at);
    if (final) carried = new Uint8Array(0);
    return output.subarray(0, to);
  }

  function repairs(): Utf8Repairs {
    return {
      count,
      multibyte,
      ...(firstLine === undefined ? {} : { line: firstLine }),
      ...(damagedLine === undefined ? {} : { damagedLine }),
    };
  }

  return { push, repairs };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function continues(bytes: Uint8Array, at: number): boolean {
  return at < bytes.length && ((bytes[at] as number) & 0xc0) === 0x80;
}

/** Bytes that a lead byte announces; 0 for what cannot lead. */
function announcedLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** Length of the valid UTF-8 character of more than one byte at this place, or 0. */
function validLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length = announcedLength(lead);
  if (length === 0) return 0;
  for (let step = 1; step < length; step += 1) if (!continues(bytes, at + step)) return 0;
  const second = bytes[at + 1] as number;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

function cutShort(bytes: Uint8Array, at: number): boolean {
  const length = announcedLength(bytes[at] as number);
  if (length === 0 || at + length <= bytes.length) return false;
  for (let step = 1; at + step < bytes.length; step += 1)
    if (!continues(bytes, at + step)) return false;
  return true;
}

/** Half a UTF-8 character, or one that UTF-8 forbids: a letter followed by what never follows a letter. */
function damaged(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] as number;
  if (lead < 0xc0 || !continues(bytes, at + 1)) return false;
  const forbidden = lead >= 0xe0 && continues(bytes, at + 2);
  return forbidden || !afterLetter.has(bytes[at + 1] as number);
}

function writeUtf8(output: Uint8Array, to: number, character: number): number {
  let next = to;
  if (character < 0x800) {
    output[next++] = 0xc0 | (character >> 6);
  } else {
    output[next++] = 0xe0 | (character >> 12);
    output[next++] = 0x80 | ((character >> 6) & 0x3f);
  }
  output[next++] = 0x80 | (character & 0x3f);
  return next;
}
