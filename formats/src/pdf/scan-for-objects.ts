import { refusedBy } from "../refusal.ts";
import { type CrossReference, type Location, readObjectAt } from "./cross-reference.ts";
import { damagedPdf } from "./damaged-pdf.ts";
import { parseValue, text } from "./parse-value.ts";
import { isKind, type PdfValue } from "./pdf-value.ts";

const mostFailures = 1_000;

/**
 * Finds the objects of a file whose cross-reference is broken, by looking for `12 0 obj` from start to
 * end; of two with one number the last wins, as when a file is changed by adding to it. Objects inside
 * object streams are found through those streams.
 */
export function scanForObjects(
  bytes: Uint8Array,
  objectNumbers: (container: number, locations: ReadonlyMap<number, Location>) => readonly number[],
): CrossReference {
  const locations = new Map<number, Location>();
  const trailer = new Map<string, PdfValue>();
  const containers: number[] = [];
  let failures = 0;
  let end = 0;
  for (const offset of starts(bytes, " obj")) {
    // Objects do not nest: what stands inside one is its text.
    const from = offset < end ? undefined : startOfObject(bytes, offset);
    if (from === undefined) continue;
    const cursor = { bytes, at: from };
    const found = attempt(() => readObjectAt(cursor));
    if (found === undefined) {
      failures += 1;
      if (failures > mostFailures) throw damagedPdf("objects");
      continue;
    }
    end = cursor.at;
    locations.set(found.number, { offset: from });
    const { value } = found;
    if (!isKind(value, "dictionary") && !isKind(value, "stream")) continue;
    const type = value.entries.get("Type");
    if (!isKind(type, "name")) continue;
    if (type.name === "ObjStm") containers.push(found.number);
    if (type.name === "XRef") for (const [key, one] of value.entries) trailer.set(key, one);
    if (type.name === "Catalog") trailer.set("Root", { kind: "reference", number: found.number });
  }
  for (const container of containers) {
    const numbers = attempt(() => objectNumbers(container, locations)) ?? [];
    for (const [index, number] of numbers.entries()) {
      if (!locations.has(number)) locations.set(number, { container, index });
    }
  }
  for (const offset of starts(bytes, "trailer")) {
    const value = attempt(() => parseValue({ bytes, at: offset + "trailer".length }));
    if (isKind(value, "dictionary")) for (const [key, one] of value.entries) trailer.set(key, one);
  }
  if (!trailer.has("Root")) throw damagedPdf("no catalogue");
  return { locations, trailer };
}

// A candidate that cannot be read is no object; the scan goes on to the next.
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    refusedBy(error);
    return undefined;
  }
}

function* starts(bytes: Uint8Array, word: string): Generator<number> {
  const codes = [...word].map((character) => character.charCodeAt(0));
  const first = codes[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) yield at;
  }
}

function startOfObject(bytes: Uint8Array, offset: number): number | undefined {
  const from = Math.max(0, offset - 20);
  const match = /(\d+)\s+\d+$/.exec(text(bytes, from, offset));
  return match === null ? undefined : from + match.index;
}
