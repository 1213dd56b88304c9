import { damagedPdf } from "./damaged-pdf.ts";
import { type Cursor, parseValue, readWord, text } from "./parse-value.ts";
import { isKind, type PdfStream, type PdfValue } from "./pdf-value.ts";

/** Where an object stands: at a byte of the file, or as the n-th of an object stream. */
export type Location =
  | { readonly offset: number }
  | { readonly container: number; readonly index: number };

export type CrossReference = {
  readonly locations: ReadonlyMap<number, Location>;
  readonly trailer: ReadonlyMap<string, PdfValue>;
};

const mostObjects = 1_000_000;

/**
 * Follows the chain of cross-reference tables and streams from the end of the file; the newest section
 * wins. Throws a refusal when the chain is broken (then `scanForObjects` may still find the objects).
 */
export function readCrossReference(
  bytes: Uint8Array,
  unpack: (stream: PdfStream) => Uint8Array,
): CrossReference {
  const locations = new Map<number, Location>();
  let trailer: ReadonlyMap<string, PdfValue> | undefined;
  const seen = new Set<number>();
  const queue = [lastStart(bytes)];
  for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
    if (seen.has(offset) || seen.size > 1000) continue;
    seen.add(offset);
    const cursor: Cursor = { bytes, at: offset };
    const entries =
      readWord({ ...cursor }) === "xref"
        ? readTable(cursor, locations)
        : readStream(cursor, unpack, locations);
    trailer ??= entries;
    for (const key of ["XRefStm", "Prev"]) {
      const next = entries.get(key);
      if (typeof next === "number" && next >= 0 && next < bytes.length) queue.push(next);
    }
  }
  if (trailer === undefined || !trailer.has("Root")) throw damagedPdf("trailer");
  return { locations, trailer };
}

function lastStart(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - 4096);
  const tail = text(bytes, from, bytes.length);
  const match = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail);
  const offset = Number(match?.[1] ?? -1);
  if (offset < 0 || offset >= bytes.length) throw damagedPdf("startxref");
  return offset;
}

function readTable(
  cursor: Cursor,
  locations: Map<number, Location>,
): ReadonlyMap<string, PdfValue> {
  readWord(cursor);
  for (;;) {
    const word = readWord(cursor);
    if (word === "trailer") break;
    const first = Number(word);
    const count = Number(readWord(cursor));
    if (
      !Number.isInteger(first) ||
      !Number.isInteger(count) ||
      word === "" ||
      count > mostObjects
    ) {
      throw damagedPdf("xref");
    }
    for (let index = 0; index < count; index += 1) {
      const offset = Number(readWord(cursor));
      readWord(cursor);
      const use = readWord(cursor);
      if (use !== "n" && use !== "f") throw damagedPdf("xref");
      if (use === "n" && !locations.has(first + index)) locations.set(first + index, { offset });
    }
  }
  const trailer = parseValue(cursor);
  if (!isKind(trailer, "dictionary")) throw damagedPdf("trailer");
  return trailer.entries;
}

function readStream(
  cursor: Cursor,
  unpack: (stream: PdfStream) => Uint8Array,
  locations: Map<number, Location>,
): ReadonlyMap<string, PdfValue> {
  const stream = readObjectAt(cursor).value;
  if (!isKind(stream, "stream")) throw damagedPdf("cross-reference stream");
  const widths = numbers(stream.entries.get("W"));
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const width = typeWidth + secondWidth + thirdWidth;
  if (widths.length !== 3 || width < 1 || width > 24) throw damagedPdf("cross-reference stream");
  const bytes = unpack(stream);
  const size = stream.entries.get("Size");
  const ranges = numbers(stream.entries.get("Index"));
  if (ranges.length === 0) ranges.push(0, typeof size === "number" ? size : 0);
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    const count = Math.min(ranges[range + 1] ?? 0, mostObjects);
    for (let index = 0; index < count && at + width <= bytes.length; index += 1) {
      const type = typeWidth === 0 ? 1 : bigEndian(bytes, at, typeWidth);
      const second = bigEndian(bytes, at + typeWidth, secondWidth);
      const third = bigEndian(bytes, at + typeWidth + secondWidth, thirdWidth);
      at += width;
      if (locations.has(first + index)) continue;
      if (type === 1) locations.set(first + index, { offset: second });
      if (type === 2) locations.set(first + index, { container: second, index: third });
    }
  }
  return stream.entries;
}

function bigEndian(bytes: Uint8Array, start: number, width: number): number {
  let value = 0;
  for (let at = start; at < start + width; at += 1) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

function numbers(value: PdfValue | undefined): number[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is number => typeof one === "number" && one >= 0);
}

/** Reads `12 0 obj … ` at the cursor. */
export function readObjectAt(cursor: Cursor): {
  readonly number: number;
  readonly value: PdfValue;
} {
  const number = readWord(cursor);
  const generation = readWord(cursor);
  if (!/^\d+$/.test(number) || !/^\d+$/.test(generation) || readWord(cursor) !== "obj") {
    throw damagedPdf(`no object at byte ${cursor.at}`);
  }
  return { number: Number(number), value: parseValue(cursor) };
}
