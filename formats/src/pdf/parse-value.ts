import { damagedPdf } from "./damaged-pdf.ts";
import { isKind, type PdfValue } from "./pdf-value.ts";

const deepest = 64;
const longestString = 65_536;
const mostValues = 1_000_000;
const whiteSpace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));

/** A place in bytes that moves on as values are read. */
export type Cursor = { readonly bytes: Uint8Array; at: number };

/** Moves past white space and comments. */
export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  while (cursor.at < bytes.length) {
    const byte = bytes[cursor.at] ?? 0;
    if (byte === 0x25) {
      while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) {
        cursor.at += 1;
      }
    } else if (whiteSpace.has(byte)) cursor.at += 1;
    else return;
  }
}

/** The next run of regular characters: a number, `obj`, `stream`, `true`. */
export function readWord(cursor: Cursor): string {
  skipSpace(cursor);
  const start = cursor.at;
  while (cursor.at < cursor.bytes.length) {
    const byte = cursor.bytes[cursor.at] ?? 0;
    if (whiteSpace.has(byte) || delimiters.has(byte)) break;
    cursor.at += 1;
    if (cursor.at - start > 1024) throw damagedPdf(`byte ${start}`);
  }
  return text(cursor.bytes, start, cursor.at);
}

/** One character per byte. */
export function text(bytes: Uint8Array, start: number, end: number): string {
  let result = "";
  for (let at = start; at < end; at += 1) result += String.fromCharCode(bytes[at] ?? 0);
  return result;
}

/** Reads the value at the cursor. Throws a refusal when there is none or it nests deeper than 64. */
export function parseValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > deepest) throw damagedPdf("nested too deep");
  skipSpace(cursor);
  const { bytes } = cursor;
  const byte = bytes[cursor.at];
  const next = bytes[cursor.at + 1];
  if (byte === undefined) throw damagedPdf("end of file");
  if (byte === 0x2f) return { kind: "name", name: readName(cursor) };
  if (byte === 0x28) return { kind: "string", bytes: readLiteral(cursor) };
  if (byte === 0x3c && next === 0x3c) return readDictionary(cursor, depth);
  if (byte === 0x3c) return { kind: "string", bytes: readHexadecimal(cursor) };
  if (byte === 0x5b) return readArray(cursor, depth);
  return readPlain(cursor);
}

function readName(cursor: Cursor): string {
  cursor.at += 1;
  const start = cursor.at;
  const first = cursor.bytes[start] ?? 32;
  if (whiteSpace.has(first) || delimiters.has(first)) return "";
  return readWord(cursor).replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);

function readLiteral(cursor: Cursor): string {
  const start = cursor.at;
  let result = "";
  let open = 0;
  for (; cursor.at < cursor.bytes.length; cursor.at += 1) {
    const character = String.fromCharCode(cursor.bytes[cursor.at] ?? 0);
    if (character === "\\") {
      cursor.at += 1;
      result += readEscape(cursor);
      continue;
    }
    if (character === "(") open += 1;
    if (character === ")") open -= 1;
    if (open === 0) {
      cursor.at += 1;
      return result;
    }
    if (cursor.at - start > longestString) break;
    if (open > 1 || character !== "(" || cursor.at !== start) result += character;
  }
  throw damagedPdf(`string at byte ${start}`);
}

function readEscape(cursor: Cursor): string {
  const octal = /^[0-7]{1,3}/.exec(text(cursor.bytes, cursor.at, cursor.at + 3))?.[0];
  if (octal !== undefined) {
    cursor.at += octal.length - 1;
    return String.fromCharCode(Number.parseInt(octal, 8) & 255);
  }
  const character = String.fromCharCode(cursor.bytes[cursor.at] ?? 0);
  if (character === "\r" && cursor.bytes[cursor.at + 1] === 10) cursor.at += 1;
  if (character === "\r" || character === "\n") return "";
  return escapes.get(character) ?? character;
}

function readHexadecimal(cursor: Cursor): string {
  const start = cursor.at;
  const end = cursor.bytes.indexOf(0x3e, start);
  if (end === -1 || end - start > longestString) throw damagedPdf(`string at byte ${start}`);
  const digits = text(cursor.bytes, start + 1, end).replace(/[^0-9a-f]/gi, "");
  cursor.at = end + 1;
  let result = "";
  for (let at = 0; at < digits.length; at += 2) {
    result += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2).padEnd(2, "0"), 16));
  }
  return result;
}

function readArray(cursor: Cursor, depth: number): readonly PdfValue[] {
  cursor.at += 1;
  const values: PdfValue[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === 0x5d) {
      cursor.at += 1;
      return values;
    }
    if (values.length > mostValues) throw damagedPdf(`array at byte ${cursor.at}`);
    values.push(parseValue(cursor, depth + 1));
  }
}

function readDictionary(cursor: Cursor, depth: number): PdfValue {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === 0x3e) break;
    const key = parseValue(cursor, depth + 1);
    if (!isKind(key, "name")) throw damagedPdf(`dictionary at byte ${cursor.at}`);
    entries.set(key.name, parseValue(cursor, depth + 1));
  }
  cursor.at += 2;
  const after = cursor.at;
  if (readWord(cursor) !== "stream") {
    cursor.at = after;
    return { kind: "dictionary", entries };
  }
  if (cursor.bytes[cursor.at] === 13) cursor.at += 1;
  if (cursor.bytes[cursor.at] === 10) cursor.at += 1;
  return { kind: "stream", entries, start: cursor.at };
}

function readPlain(cursor: Cursor): PdfValue {
  const start = cursor.at;
  const word = readWord(cursor);
  if (word === "true" || word === "false") return word === "true";
  if (word === "null") return null;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw damagedPdf(`byte ${start}`);
  if (!/^\d+$/.test(word)) return Number(word);
  const after = cursor.at;
  if (/^\d+$/.test(readWord(cursor)) && readWord(cursor) === "R") {
    return { kind: "reference", number: Number(word) };
  }
  cursor.at = after;
  return Number(word);
}
