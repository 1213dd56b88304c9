import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { createCleanUtf8 } from "./clean-utf8.ts";
import { createLineCounter } from "./line-counter.ts";
import { createUtf8Repair, type Utf8Repairs } from "./utf8-repair.ts";
import { repairingDecoder, strictDecoder, type XmlDecoder } from "./xml-decoder.ts";
import { encodingClue, encodingHeadSize } from "./xml-encoding.ts";
import { createXmlLexer, type XmlObstacle } from "./xml-lexer.ts";
import { xmlLimits } from "./xml-limits.ts";

/** How a file is to be read, found by going once through its bytes. */
export type XmlScan = {
  /** As in the Encoding Standard: `utf-8`, `utf-16le`, `windows-1252`, ... */
  readonly encoding: string;
  readonly createDecoder: () => XmlDecoder;
  /** True when the text holds something that must be repaired before the parser sees it. */
  readonly needsRepair: boolean;
  readonly byteRepairs?: Utf8Repairs;
};

type Pieces = (source: Source) => AsyncIterable<Uint8Array>;

/**
 * The first of two passes over a file: finds the encoding that its bytes really have, what needs repair,
 * and what forbids reading on (a DOCTYPE, no XML at all). It costs a fraction of parsing, and it is what
 * lets the second pass hand out records that never have to be taken back for another encoding.
 *
 * @throws Refusal
 */
export async function scanXml(source: Source, pieces: Pieces): Promise<XmlScan> {
  const head = await headOf(source, pieces);
  const clue = encodingClue(head);
  if (clue.kind === "unsupported") {
    throw refusal({
      code: "ENCODING_UNSUPPORTED",
      severity: "refuse",
      place: { line: 1 },
      field: "encoding",
      found: clue.label.slice(0, 200),
      expected: "UTF-8",
    });
  }
  const unicode = clue.kind === "unicode" ? clue.label : "utf-8";
  if (unicode === "utf-8" && clue.kind === "unicode" && (await isClean(source, pieces))) {
    return { encoding: "utf-8", createDecoder: () => strictDecoder("utf-8"), needsRepair: false };
  }
  const strict = await scanAs(source, pieces, strictDecoder(unicode), clue.kind === "single-byte");
  if (strict !== "invalid") {
    const encoding = clue.kind === "single-byte" && !strict.multibyte ? clue.label : unicode;
    return {
      encoding,
      createDecoder: () => strictDecoder(unicode),
      needsRepair: strict.needsRepair,
    };
  }
  if (clue.kind === "single-byte") {
    const single = await scanAs(source, pieces, strictDecoder(clue.label));
    if (single === "invalid") throw await invalidBytes(source, pieces, clue.label);
    return {
      encoding: clue.label,
      createDecoder: () => strictDecoder(clue.label),
      needsRepair: single.needsRepair,
    };
  }
  if (unicode !== "utf-8") throw await invalidBytes(source, pieces, unicode);

  const repair = createUtf8Repair();
  const mixed = await scanAs(source, pieces, repairingDecoder(repair));
  const byteRepairs = repair.repairs();
  if (mixed === "invalid" || byteRepairs.damagedLine !== undefined) {
    throw await invalidBytes(source, pieces, "utf-8", byteRepairs.damagedLine);
  }
  return {
    encoding: byteRepairs.multibyte === 0 ? "windows-1252" : "utf-8",
    createDecoder: () => repairingDecoder(),
    needsRepair: mixed.needsRepair,
    byteRepairs,
  };
}

async function isClean(source: Source, pieces: Pieces): Promise<boolean> {
  const look = createCleanUtf8();
  for await (const piece of pieces(source)) if (!look.push(piece, false)) return false;
  return look.push(new Uint8Array(0), true);
}

async function headOf(source: Source, pieces: Pieces): Promise<Uint8Array> {
  const head = new Uint8Array(encodingHeadSize);
  let length = 0;
  for await (const piece of pieces(source)) {
    const taken = piece.subarray(0, head.length - length);
    head.set(taken, length);
    length += taken.length;
    if (length === head.length) break;
  }
  return head.subarray(0, length);
}

const beyondAscii = /[^\0-\x7f]/;

async function scanAs(source: Source, pieces: Pieces, decoder: XmlDecoder, single = false) {
  const lexer = createXmlLexer(false);
  let multibyte = false;
  const take = (text: string, final: boolean) => {
    multibyte ||= single && beyondAscii.test(text);
    lexer.push(text, final);
    if (lexer.obstacle !== undefined) throw obstacleRefusal(lexer.obstacle);
  };
  for await (const piece of pieces(source)) {
    const text = decoder.decode(piece);
    if (text === undefined) return "invalid";
    take(text, false);
  }
  const last = decoder.end();
  if (last === undefined) return "invalid";
  take(last, true);
  return { multibyte, needsRepair: Object.keys(lexer.defects).length > 0 };
}

function obstacleRefusal({ kind, line }: XmlObstacle) {
  const place = line === undefined ? {} : { line };
  if (kind === "not-xml") {
    return refusal({ code: "EMPTY_OR_NOT_XML", severity: "refuse", place, expected: "<" });
  }
  if (kind === "doctype") {
    return refusal({ code: "DTD_NOT_ALLOWED", severity: "refuse", place, field: "DOCTYPE" });
  }
  const expected = String(xmlLimits[kind]);
  const found = `> ${expected}`;
  return refusal({
    code: "FIELD_TOO_LONG",
    severity: "refuse",
    place,
    field: kind,
    found,
    expected,
  });
}

/** Reads once more, loosely, to name the line of the first byte that does not belong. */
async function invalidBytes(source: Source, pieces: Pieces, label: string, known?: number) {
  const lines = createLineCounter();
  if (known === undefined) {
    const decoder = new TextDecoder(label);
    for await (const piece of pieces(source)) {
      const text = decoder.decode(piece, { stream: true });
      const at = text.indexOf("\ufffd");
      lines.pass(text, 0, at < 0 ? text.length : at);
      if (at >= 0) break;
    }
  }
  return refusal({
    code: "ENCODING_INVALID_BYTES",
    severity: "refuse",
    place: { line: known ?? lines.line },
    field: "encoding",
    expected: label,
  });
}
