import { refusal, refusedBy } from "../refusal.ts";
import {
  type CrossReference,
  type Location,
  readCrossReference,
  readObjectAt,
} from "./cross-reference.ts";
import { damagedPdf } from "./damaged-pdf.ts";
import { parseValue, text } from "./parse-value.ts";
import { isKind, type PdfStream, type PdfValue } from "./pdf-value.ts";
import { scanForObjects } from "./scan-for-objects.ts";
import { filtersOf, unpackStream } from "./unpack-stream.ts";

// Of one object stream, and of all of them: a small file must not keep the machine busy.
const mostInternalBytes = 20_000_000;
const mostInternalBytesInAll = 200_000_000;

/** A PDF whose objects can be looked up. Nothing in it is ever run or drawn. */
export type Pdf = {
  readonly trailer: ReadonlyMap<string, PdfValue>;
  /** Follows references until there is a value; an object that is missing is `null`. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** The bytes of a stream with its filters undone, at most `most` of them. */
  unpack(stream: PdfStream, most: number): Uint8Array;
};

/**
 * Opens a PDF that is in memory. Throws a refusal when it is encrypted (`PDF_ENCRYPTED`) or when neither
 * its cross-reference nor a scan leads to a catalogue (`PDF_DAMAGED`).
 */
export function openPdf(file: Uint8Array): Pdf {
  const header = text(file, 0, Math.min(file.length, 1024)).indexOf("%PDF-");
  if (header === -1) throw damagedPdf("no header");
  const bytes = file.subarray(header);
  let locations: ReadonlyMap<number, Location> = new Map();
  const containers = new Map<number, readonly (readonly [number, PdfValue])[]>();
  const busy = new Set<number>();
  let internalBytes = 0;

  function resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let step = 0; isKind(current, "reference"); step += 1) {
      if (step > 32) throw damagedPdf("references in a circle");
      current = lookUp(current.number);
    }
    return current;
  }

  function lookUp(number: number): PdfValue {
    const location = locations.get(number);
    if (location === undefined) return null;
    if ("container" in location) {
      const objects = objectsIn(location.container);
      const listed = objects[location.index];
      if (listed?.[0] === number) return listed[1];
      return objects.find(([one]) => one === number)?.[1] ?? null;
    }
    const found = readObjectAt({ bytes, at: location.offset });
    if (found.number !== number) throw damagedPdf(`object ${number}`);
    return found.value;
  }

  function objectsIn(container: number): readonly (readonly [number, PdfValue])[] {
    const known = containers.get(container);
    if (known !== undefined) return known;
    if (busy.has(container)) throw damagedPdf("object stream inside itself");
    busy.add(container);
    const stream = lookUp(container);
    if (!isKind(stream, "stream")) throw damagedPdf(`object stream ${container}`);
    const inner = unpackInternal(stream);
    const count = resolve(stream.entries.get("N"));
    const first = resolve(stream.entries.get("First"));
    if (typeof count !== "number" || typeof first !== "number" || count > 100_000) {
      throw damagedPdf(`object stream ${container}`);
    }
    const cursor = { bytes: inner, at: 0 };
    const places: [number, number][] = [];
    for (let index = 0; index < count; index += 1) {
      const [number, offset] = [parseValue(cursor), parseValue(cursor)];
      if (typeof number !== "number" || typeof offset !== "number")
        throw damagedPdf("object stream");
      places.push([number, first + offset]);
    }
    const objects = places.map(
      ([number, at]) => [number, parseValue({ bytes: inner, at })] as const,
    );
    containers.set(container, objects);
    return objects;
  }

  function unpackInternal(stream: PdfStream): Uint8Array {
    const inner = unpack(stream, mostInternalBytes);
    internalBytes += inner.length;
    if (internalBytes > mostInternalBytesInAll) throw damagedPdf("object streams too large");
    return inner;
  }

  function unpack(stream: PdfStream, most: number): Uint8Array {
    const { filters, parameters } = filtersOf(stream.entries, resolve);
    const raw = bytes.subarray(stream.start, endOfStream(stream));
    if (raw.length > most && filters.length === 0) {
      throw refusal({
        code: "FILE_TOO_LARGE",
        severity: "refuse",
        place: {},
        field: "attachment",
        found: String(raw.length),
        expected: String(most),
      });
    }
    return unpackStream(raw, filters, parameters, most);
  }

  // Writers get the length wrong; the word `endstream` is believed over it.
  function endOfStream(stream: PdfStream): number {
    const length = resolve(stream.entries.get("Length"));
    if (typeof length === "number" && length >= 0) {
      const end = stream.start + length;
      if (/^\s*endstream/.test(text(bytes, end, end + 16))) return end;
    }
    for (let at = bytes.indexOf(0x65, stream.start); at !== -1; at = bytes.indexOf(0x65, at + 1)) {
      if (bytes[at + 1] === 0x6e && text(bytes, at, at + 9) === "endstream") {
        if (bytes[at - 1] === 10) return bytes[at - 2] === 13 ? at - 2 : at - 1;
        return bytes[at - 1] === 13 ? at - 1 : at;
      }
    }
    throw damagedPdf("stream without an end");
  }

  function use(reference: CrossReference): ReadonlyMap<string, PdfValue> {
    locations = reference.locations;
    containers.clear();
    busy.clear();
    if (reference.trailer.has("Encrypt")) {
      throw refusal({ code: "PDF_ENCRYPTED", severity: "refuse", place: {} });
    }
    if (!isKind(resolve(reference.trailer.get("Root")), "dictionary"))
      throw damagedPdf("no catalogue");
    return reference.trailer;
  }

  function scan(): ReadonlyMap<string, PdfValue> {
    return use(
      scanForObjects(bytes, (container, found) => {
        locations = found;
        return objectsIn(container).map(([number]) => number);
      }),
    );
  }

  function followed(): ReadonlyMap<string, PdfValue> {
    try {
      return use(readCrossReference(bytes, unpackInternal));
    } catch (error) {
      if (refusedBy(error).code === "PDF_ENCRYPTED") throw error;
      return scan();
    }
  }

  return { trailer: followed(), resolve, unpack };
}
