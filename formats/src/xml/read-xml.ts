import { type SaxesOptions, SaxesParser } from "saxes";
import type { Problem } from "../problem.ts";
import { refusal, refusedBy } from "../refusal.ts";
import type { Source } from "../source.ts";
import { detached } from "./detached.ts";
import { scanXml, type XmlScan } from "./scan-xml.ts";
import { createXmlLexer, type XmlDefects } from "./xml-lexer.ts";
import { xmlLimits } from "./xml-limits.ts";

/** Where the parser is now. One live object: take from it what you need before you return. */
export type XmlCursor = {
  /** From 1. */
  readonly line: number;
  /** From 1; the end of the tag that is being handled. */
  readonly column: number;
  /** The root element is at depth 1. */
  readonly depth: number;
  /** Name of the element being opened or closed as written, with its prefix. */
  readonly qualifiedName: string;
};

/** Attributes by their names as written (`xmlns`, `currencyID`, `xsi:nil`); without prototype. */
export type XmlAttributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  /** `name` is the local name: prefixes and namespaces are not looked at. */
  open(name: string, attributes: XmlAttributes, cursor: XmlCursor): void;
  /**
   * `text` is all character data of the element itself, entities resolved and line ends normalised, not
   * trimmed; comments do not split it. Of an element with children, white space may be left out.
   */
  close(name: string, text: string, cursor: XmlCursor): void;
  /** Awaited after every piece of the file: the place to hand records on. */
  afterPiece?(): void | Promise<void>;
};

export type XmlOptions = {
  /** Local names of elements whose text is not wanted and may be long (embedded attachments). */
  readonly skipText?: ReadonlySet<string>;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the file done, rising to its size. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
};

export type XmlResult = {
  readonly encoding?: string;
  /** Repairs (`flag`), and last, when the file could not be read to its end, one `refuse`. */
  readonly problems: readonly Problem[];
  /** True when the whole file was read. When false, all that the handlers were told is void. */
  readonly complete: boolean;
};

const pieceSize = 64 * 1024;
// The scan is that much quicker than the parse; for an even progress bar.
const scanShare = 0.15;

/**
 * Reads an XML file of any size by streaming: one quick pass over the bytes that settles the encoding
 * and what needs repair, then one pass of the parser. Never throws for what is in the file.
 *
 * A handler may stop the reading with `throw refusal(problem)`; the problem becomes the last one of the
 * result. Any other error of a handler, and an abort, is thrown on.
 *
 * @example
 * const result = await readXml(source, {
 *   open(name, attributes, cursor) {},
 *   close(name, text, cursor) { if (name === "ID") id = text.trim(); },
 * });
 */
export async function readXml(
  source: Source,
  handlers: XmlHandlers,
  options: XmlOptions = {},
): Promise<XmlResult> {
  let scan: XmlScan | undefined;
  let repairs: readonly Problem[] = [];
  try {
    tooLarge(source.size);
    const size = source.size;
    let furthest = 0;
    // A file that is not clean is scanned more than once; the bar does not go back.
    const progress = (bytes: number) => {
      if (bytes <= furthest) return;
      furthest = bytes;
      options.onProgress?.(bytes);
    };
    const scanned = (bytes: number) => progress(Math.floor(bytes * scanShare));
    scan = await scanXml(source, (from) => pieces(from, options.signal, scanned));
    const parsed = (bytes: number) =>
      progress(Math.floor(size * scanShare + bytes * (1 - scanShare)));
    const lexer = scan.needsRepair ? createXmlLexer(true) : undefined;
    const whole = pieces(source, options.signal, parsed);
    const parse = createParse(handlers, options);
    const decoder = scan.createDecoder();
    try {
      for await (const piece of whole) {
        const text = decoder.decode(piece) ?? changed();
        parse.write(lexer === undefined ? text : lexer.push(text));
        await handlers.afterPiece?.();
      }
      const last = decoder.end() ?? changed();
      parse.write(lexer === undefined ? last : lexer.push(last, true));
      parse.end();
      await handlers.afterPiece?.();
    } finally {
      repairs = repairProblems(scan, lexer?.defects ?? {});
    }
    progress(size);
    return { encoding: scan.encoding, problems: repairs, complete: true };
  } catch (error) {
    const problems = [...repairs, refusedBy(error)];
    return {
      ...(scan === undefined ? {} : { encoding: scan.encoding }),
      problems,
      complete: false,
    };
  }
}

/** The scan found every byte valid, so the file is no longer the same. */
function changed(): never {
  throw refusal({ code: "ENCODING_INVALID_BYTES", severity: "refuse", place: {} });
}

function tooLarge(bytes: number): void {
  if (bytes <= xmlLimits.bytes) return;
  throw refusal({
    code: "FILE_TOO_LARGE",
    severity: "refuse",
    place: {},
    found: String(bytes),
    expected: String(xmlLimits.bytes),
  });
}

async function* pieces(
  source: Source,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source.open()) {
    for (let from = 0; from < chunk.length; from += pieceSize) {
      signal?.throwIfAborted();
      const piece = chunk.length <= pieceSize ? chunk : chunk.subarray(from, from + pieceSize);
      yield piece;
      bytes += piece.length;
      tooLarge(bytes);
      onBytes(bytes);
    }
  }
}

// Namespaces are not resolved: packages get them wrong. An XML 1.1 declaration would allow control
// characters, so every file is held to 1.0.
const parserOptions = {
  xmlns: false,
  position: false,
  defaultXMLVersion: "1.0",
  forceXMLVersion: true,
} as const satisfies SaxesOptions;

function createParse(handlers: XmlHandlers, { skipText }: XmlOptions) {
  const parser = new SaxesParser(parserOptions);
  const names = createLocalNames(at);
  const open: string[] = [];
  // Text of the elements around the one at hand; "" where it is only white space between children.
  const around: string[] = [];
  let qualified = "";
  let text = "";
  let sinceTag = 0;
  let skipped = 0;
  let ending = false;
  let hasAttributes = false;
  // A start-tag was begun, if only that: what ends within it is cut off, not "no XML".
  let begun = false;
  let lastSign = "";

  const cursor: XmlCursor = {
    get line() {
      return parser.line;
    },
    get column() {
      return parser.column;
    },
    get depth() {
      return open.length;
    },
    get qualifiedName() {
      return qualified;
    },
  };

  function at(): { line: number; column: number } {
    return { line: parser.line, column: parser.column };
  }

  function tooLong(field: string | undefined): Error {
    return refusal({
      code: "FIELD_TOO_LONG",
      severity: "refuse",
      place: at(),
      ...(field === undefined ? {} : { field: field.slice(0, 200) }),
      found: `> ${xmlLimits.text}`,
      expected: String(xmlLimits.text),
    });
  }

  function onText(piece: string): void {
    text = text === "" ? piece : text + piece;
    if (text.length > xmlLimits.text) throw tooLong(open.at(-1));
  }

  parser.on("text", onText);
  parser.on("cdata", (piece) => {
    if (skipped === 0) onText(piece);
  });
  parser.on("attribute", () => {
    hasAttributes = true;
  });
  parser.on("opentag", (tag) => {
    qualified = tag.name;
    const name = names.localOf(qualified);
    if (open.length === xmlLimits.depth) throw tooDeep(name, at());
    const attributes: XmlAttributes = tag.attributes;
    if (hasAttributes) checkAttributes(attributes, name);
    around.push(text === "" || isWhite(text) ? "" : text);
    text = "";
    open.push(name);
    if (skipText?.has(name) === true) {
      skipped += 1;
      parser.off("text");
    }
    handlers.open(name, attributes, cursor);
  });
  parser.on("closetag", (tag) => {
    qualified = tag.name;
    const name = open[open.length - 1] as string;
    handlers.close(name, text, cursor);
    if (skipText?.has(name) === true) {
      skipped -= 1;
      if (skipped === 0) parser.on("text", onText);
    }
    open.pop();
    text = around.pop() ?? "";
  });
  parser.on("doctype", () => {
    throw refusal({ code: "DTD_NOT_ALLOWED", severity: "refuse", place: at(), field: "DOCTYPE" });
  });
  parser.on("error", (error) => {
    throw illFormed(error.message);
  });

  function checkAttributes(attributes: XmlAttributes, field: string): void {
    hasAttributes = false;
    let count = 0;
    for (const name in attributes) {
      count += 1;
      names.localOf(name);
      if ((attributes[name] ?? "").length > xmlLimits.text) throw tooLong(name);
    }
    if (count > xmlLimits.attributes) {
      throw refusal({
        code: "XML_TOO_MANY_ATTRIBUTES",
        severity: "refuse",
        place: at(),
        field,
        found: String(count),
        expected: String(xmlLimits.attributes),
      });
    }
  }

  function illFormed(message: string): Error {
    const field = open.at(-1);
    const named = field === undefined ? {} : { field };
    const common = { severity: "refuse", place: at(), ...named } as const;
    if (message.includes("doctype")) return refusal({ ...common, code: "DTD_NOT_ALLOWED" });
    if (!ending) return refusal({ ...common, code: "XML_NOT_WELL_FORMED", found: message });
    const nothing = qualified === "" && !begun;
    return refusal({ ...common, code: nothing ? "EMPTY_OR_NOT_XML" : "XML_TRUNCATED" });
  }

  return {
    write(piece: string): void {
      if (!begun) {
        begun = /<[^\s!?<>]/.test(lastSign + piece);
        lastSign = piece.slice(-1);
      }
      parser.write(piece);
      // What has no tag in it piles up inside the parser, before any handler can say that it is long.
      const tag = piece.lastIndexOf("<");
      sinceTag = tag < 0 ? sinceTag + piece.length : piece.length - tag;
      if (sinceTag > 8 * xmlLimits.text && skipped === 0) throw tooLong(open.at(-1));
    },
    end(): void {
      ending = true;
      parser.close();
    },
  };
}

function tooDeep(field: string, place: { line: number; column: number }): Error {
  const expected = String(xmlLimits.depth);
  return refusal({ code: "XML_TOO_DEEP", severity: "refuse", place, field, expected });
}

function isWhite(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false;
  }
  return true;
}

type KnownName = { readonly qualified: string; readonly local: string; next: KnownName };

/**
 * Local names of qualified names, remembered, and checked once for their length. Elements come in the
 * same order line after line, so the name that followed last time is tried first: cheaper than a lookup.
 */
function createLocalNames(at: () => { line: number; column: number }) {
  const known = new Map<string, KnownName>();
  const nothing = { qualified: "", local: "" } as KnownName;
  nothing.next = nothing;
  let last = nothing;

  function localOf(qualified: string): string {
    const guess = last.next;
    if (guess.qualified === qualified) {
      last = guess;
      return guess.local;
    }
    const name = known.get(qualified) ?? learn(qualified);
    last.next = name;
    last = name;
    return name.local;
  }

  function learn(qualified: string): KnownName {
    if (byteLength(qualified) > xmlLimits.name) {
      const field = qualified.slice(0, 200);
      const expected = String(xmlLimits.name);
      const found = String(byteLength(qualified));
      const severity = "refuse";
      throw refusal({ code: "FIELD_TOO_LONG", severity, place: at(), field, found, expected });
    }
    const own = detached(qualified);
    const local = own.slice(own.indexOf(":") + 1);
    const name: KnownName = { qualified: own, local, next: nothing };
    // A file that invents names without end must not fill memory with them.
    if (known.size < 2000) known.set(own, name);
    return name;
  }

  return { localOf };
}

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function repairProblems(scan: XmlScan, defects: XmlDefects): readonly Problem[] {
  const problems: Problem[] = [];
  const { byteRepairs } = scan;
  if (byteRepairs?.line !== undefined) {
    problems.push({
      code: "REPAIRED_ENCODING",
      severity: "flag",
      place: { line: byteRepairs.line },
      field: "encoding",
      found: "windows-1252",
      expected: "UTF-8",
      count: byteRepairs.count,
    });
  }
  for (const [kind, code] of repairCodes) {
    const defect = defects[kind];
    if (defect === undefined) continue;
    const { line, count, field } = defect;
    problems.push({ code, severity: "flag", place: { line }, ...(field && { field }), count });
  }
  return problems;
}

const repairCodes = [
  ["leadingSpace", "REPAIRED_LEADING_SPACE"],
  ["controlCharacters", "REPAIRED_CONTROL_CHARACTER"],
  ["ampersands", "REPAIRED_AMPERSAND"],
] as const;
