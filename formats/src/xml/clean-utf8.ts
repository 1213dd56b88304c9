const plain = 0;
const ampersand = 1;
const mark = 2;
const beyondAscii = 3;
const forbidden = 4;

/** What each byte may be the beginning of. */
const kinds = new Uint8Array(256).fill(beyondAscii, 0x80);
kinds.fill(forbidden, 0, 0x20);
for (const space of [9, 10, 13]) kinds[space] = plain;
kinds[0x26] = ampersand;
kinds[0x21] = mark; // !
kinds[0x3f] = mark; // ?

const references = ["amp;", "lt;", "gt;", "quot;", "apos;"].map((text) =>
  Uint8Array.from(text, (character) => character.charCodeAt(0)),
);
const lessThan = 0x3c;
const longestLookahead = 6;

/**
 * A quick look at bytes that should be UTF-8: "clean" when they certainly need no repair, are certainly
 * valid, and hold no comment, CDATA, instruction or DOCTYPE beyond the first bytes. Anything else, also
 * what is allowed but rare, is left to the exact scan. It runs at the speed of a loop over bytes.
 */
export function createCleanUtf8() {
  let clean = true;
  let rest = new Uint8Array(0);
  let first = true;
  let before = 0;

  /** False as soon as the exact scan is needed. */
  function push(bytes: Uint8Array, final: boolean): boolean {
    if (!clean) return false;
    let input = bytes;
    if (rest.length > 0) {
      input = new Uint8Array(rest.length + bytes.length);
      input.set(rest);
      input.set(bytes, rest.length);
    }
    let at = 0;
    if (first) {
      if (input.length < 256 && !final) {
        rest = input.slice();
        return true;
      }
      at = headLength(input);
      first = false;
      if (at < 0) {
        clean = false;
        return false;
      }
    }
    // What begins in the last bytes waits for the rest of it.
    const sure = final ? input.length : input.length - longestLookahead;
    for (;;) {
      at = nextSpecial(input, at);
      if (at >= input.length || at > sure) break;
      const kind = kinds[input[at] as number] as number;
      const length = kind === forbidden ? 0 : lengthOf(kind, input, at);
      if (length === 0) {
        clean = false;
        return false;
      }
      at += length;
    }
    rest = input.slice(at);
    before = at > 0 ? (input[at - 1] as number) : before;
    return true;
  }

  function lengthOf(kind: number, input: Uint8Array, at: number): number {
    if (kind === ampersand) return referenceLength(input, at);
    if (kind === beyondAscii) return characterLength(input, at);
    return (at > 0 ? input[at - 1] : before) === lessThan ? 0 : 1;
  }

  return { push };
}

function nextSpecial(input: Uint8Array, from: number): number {
  const end = input.length;
  let at = from;
  while (at < end && kinds[input[at] as number] === plain) at += 1;
  return at;
}

/** Length of a byte order mark and an XML declaration; -1 where the file does not begin with a tag. */
function headLength(input: Uint8Array): number {
  const start = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf ? 3 : 0;
  if (input[start] !== lessThan) return -1;
  if (input[start + 1] !== 0x3f) return start;
  const end = input.indexOf(0x3e, start);
  if (end < 0 || end > 200 || input[end - 1] !== 0x3f) return -1;
  for (let at = start; at < end; at += 1) if (kinds[input[at] as number] === forbidden) return -1;
  return end + 1;
}

function referenceLength(input: Uint8Array, at: number): number {
  for (const reference of references) {
    let same = 0;
    while (same < reference.length && input[at + 1 + same] === reference[same]) same += 1;
    if (same === reference.length) return reference.length + 1;
  }
  return 0;
}

/** Bytes of the valid character here; 0 for anything that UTF-8 or XML forbids. */
function characterLength(input: Uint8Array, at: number): number {
  const lead = input[at] as number;
  const second = input[at + 1] as number;
  const third = input[at + 2] as number;
  const fourth = input[at + 3] as number;
  if (lead < 0xc2 || !continues(second)) return 0;
  if (lead < 0xe0) return 2;
  if (!continues(third)) return 0;
  if (lead < 0xf0) {
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
    return lead === 0xef && second === 0xbf && third >= 0xbe ? 0 : 3;
  }
  if (lead > 0xf4 || !continues(fourth)) return 0;
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : 4;
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
