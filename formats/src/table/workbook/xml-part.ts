import { SaxesParser } from "saxes";
import type { Problem } from "#problem.ts";
import { refusal } from "#refusal.ts";
import type { Zip } from "#zip/open-zip.ts";
import type { ZipEntry } from "#zip/zip-entry.ts";

export type PartHandlers = {
  /** `name` without its namespace prefix; attributes with theirs. */
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  text?(text: string): void;
  close?(name: string, depth: number): void;
};

const deepest = 64;

/** Characters of one text, attribute or comment; the parser would keep all of it until its end. */
const longestPiece = 1_000_000;

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Reads one XML part of a workbook and hands its elements on; yields after every piece of the part, so
 * that the caller can pass on what came of it. A DOCTYPE is refused before anything in it counts.
 */
export async function* readXmlPart(
  zip: Zip,
  entry: ZipEntry,
  handlers: PartHandlers,
): AsyncGenerator<void> {
  const place = { entry: entry.name };
  const refuse = (problem: Pick<Problem, "code"> & Partial<Problem>) => {
    throw refusal({ severity: "refuse", place, ...problem });
  };
  const parser = new SaxesParser();
  let depth = 0;
  let pending = 0;
  const done = () => {
    pending = 0;
  };
  for (const event of ["comment", "processinginstruction", "xmldecl"] as const)
    parser.on(event, done);
  parser.on("doctype", () => refuse({ code: "DTD_NOT_ALLOWED" }));
  parser.on("opentag", (tag) => {
    pending = 0;
    depth++;
    if (depth > deepest) refuse({ code: "XML_TOO_DEEP" });
    handlers.open(localName(tag.name), tag.attributes, depth);
  });
  parser.on("closetag", (tag) => {
    pending = 0;
    handlers.close?.(localName(tag.name), depth);
    depth--;
  });
  if (handlers.text) {
    const onText = handlers.text;
    parser.on("text", onText);
    parser.on("cdata", onText);
  }
  parser.on("error", (error) => {
    refuse({ code: "XML_NOT_WELL_FORMED", found: error.message.slice(0, 200) });
  });
  let decoder: TextDecoder | undefined;
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder?.decode(chunk, { stream: true }) : decoder?.decode();
    } catch {
      return refuse({ code: "ENCODING_INVALID_BYTES" });
    }
  };
  for await (const chunk of zip.read(entry)) {
    if (chunk.length === 0) continue;
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    const text = decode(chunk);
    if (text) {
      pending += text.length;
      parser.write(text);
      if (pending > longestPiece)
        refuse({ code: "FIELD_TOO_LONG", expected: String(longestPiece) });
    }
    yield;
  }
  const rest = decode();
  if (rest) parser.write(rest);
  parser.close();
  yield;
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff || (start[0] === 0x3c && start[1] === 0)) return "utf-16le";
  if (start[0] === 0xfe || (start[0] === 0 && start[1] === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** Reads a small part to its end. */
export async function readWholePart(
  zip: Zip,
  entry: ZipEntry,
  handlers: PartHandlers,
): Promise<void> {
  for await (const _ of readXmlPart(zip, entry, handlers));
}
