import { Unzlib } from "fflate";
import { refusal } from "../refusal.ts";
import { damagedPdf } from "./damaged-pdf.ts";
import { text } from "./parse-value.ts";
import { isKind, type PdfValue } from "./pdf-value.ts";

// Deflate grows at most 1,032 times, so that one step makes no more than 8 MB.
const step = 8_192;

/**
 * Undoes a stream's filters (deflate with or without PNG predictor, hexadecimal, base 85). Throws a
 * refusal when more than `most` bytes come out, for other filters, and for damaged bytes.
 */
export function unpackStream(
  raw: Uint8Array,
  filters: readonly string[],
  parameters: readonly (ReadonlyMap<string, PdfValue> | undefined)[],
  most: number,
): Uint8Array {
  let bytes = raw;
  for (const [index, filter] of filters.entries()) {
    if (filter === "FlateDecode" || filter === "Fl") {
      bytes = withoutPredictor(inflate(bytes, most), parameters[index]);
    } else if (filter === "ASCIIHexDecode" || filter === "AHx") bytes = fromHexadecimal(bytes);
    else if (filter === "ASCII85Decode" || filter === "A85") bytes = fromBase85(bytes);
    else if (filter === "Crypt") {
      throw refusal({ code: "PDF_ENCRYPTED", severity: "refuse", place: {} });
    } else throw damagedPdf(`filter ${filter}`);
  }
  return bytes;
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Unzlib((part) => {
    parts.push(part);
    length += part.length;
  });
  for (let at = 0; at < packed.length; at += step) {
    push(stream, packed.subarray(at, at + step), at + step >= packed.length);
    if (length > most) {
      throw refusal({
        code: "FILE_TOO_LARGE",
        severity: "refuse",
        place: {},
        field: "attachment",
        found: String(length),
        expected: String(most),
      });
    }
  }
  return join(parts, length);
}

function push(stream: Unzlib, chunk: Uint8Array, last: boolean): void {
  try {
    stream.push(chunk, last);
  } catch (error) {
    // fflate throws for bits that are no deflate stream, and for one that ends too early.
    throw damagedPdf(error instanceof Error ? error.message : "deflate");
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function withoutPredictor(
  bytes: Uint8Array,
  parameters: ReadonlyMap<string, PdfValue> | undefined,
): Uint8Array {
  const predictor = numberOr(parameters?.get("Predictor"), 1);
  if (predictor < 10) {
    if (predictor > 1) throw damagedPdf(`predictor ${predictor}`);
    return bytes;
  }
  const bits = numberOr(parameters?.get("BitsPerComponent"), 8);
  const colours = numberOr(parameters?.get("Colors"), 1);
  const width = Math.ceil((numberOr(parameters?.get("Columns"), 1) * colours * bits) / 8);
  const distance = Math.max(1, Math.ceil((colours * bits) / 8));
  const rows = Math.floor(bytes.length / (width + 1));
  const result = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const method = bytes[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column < distance ? 0 : (result[at - distance] ?? 0);
      const above = row === 0 ? 0 : (result[at - width] ?? 0);
      const corner = row === 0 || column < distance ? 0 : (result[at - width - distance] ?? 0);
      const value = bytes[row * (width + 1) + 1 + column] ?? 0;
      result[at] = value + predicted(method, left, above, corner);
    }
  }
  return result;
}

// The five filters of PNG.
function predicted(method: number, left: number, above: number, corner: number): number {
  if (method === 1) return left;
  if (method === 2) return above;
  if (method === 3) return (left + above) >> 1;
  if (method !== 4) return 0;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one));
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function numberOr(value: PdfValue | undefined, otherwise: number): number {
  return typeof value === "number" && value > 0 && value < 100_000 ? value : otherwise;
}

function fromHexadecimal(bytes: Uint8Array): Uint8Array {
  const digits = text(bytes, 0, bytes.length)
    .replace(/>[\s\S]*$/, "")
    .replace(/\s/g, "");
  const result = new Uint8Array(Math.ceil(digits.length / 2));
  for (const index of result.keys()) {
    result[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2).padEnd(2, "0"), 16);
  }
  return result;
}

function fromBase85(bytes: Uint8Array): Uint8Array {
  const result: number[] = [];
  let group: number[] = [];
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) result.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length === 5) {
      result.push(...decoded(group));
      group = [];
    }
  }
  if (group.length > 1) {
    const kept = group.length - 1;
    result.push(...decoded([...group, 84, 84, 84, 84].slice(0, 5)).slice(0, kept));
  }
  return Uint8Array.from(result);
}

function decoded(group: readonly number[]): number[] {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 255);
}

/** The filters of a stream and their parameters, as two lists of equal length. */
export function filtersOf(
  entries: ReadonlyMap<string, PdfValue>,
  resolve: (value: PdfValue | undefined) => PdfValue,
): {
  readonly filters: readonly string[];
  readonly parameters: readonly (ReadonlyMap<string, PdfValue> | undefined)[];
} {
  const filters = list(resolve(entries.get("Filter") ?? entries.get("F"))).map((value) => {
    const filter = resolve(value);
    return isKind(filter, "name") ? filter.name : "";
  });
  const given = list(resolve(entries.get("DecodeParms") ?? entries.get("DP")));
  const parameters = filters.map((_, index) => {
    const value = resolve(given[index]);
    return isKind(value, "dictionary") ? value.entries : undefined;
  });
  return { filters, parameters };
}

function list(value: PdfValue): readonly PdfValue[] {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}
