import type { Problem } from "../problem.ts";
import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { suspicion } from "./suspicious-text.ts";
import { usesUtf7 } from "./utf7.ts";
import { type ByteScan, byteScanner } from "./utf8-scan.ts";

/** How a text file is to be decoded, in the names of the WHATWG encoding standard. */
export type TextEncodingFound = {
  readonly encoding: string;
  readonly problems: readonly Problem[];
};

/** UTF-16 without a byte order mark: nearly every other byte of Latin text is zero. */
function wideWithoutMark(start: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = start.length >> 1;
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < start.length; at++) {
    if (start[at] !== 0) continue;
    if (at & 1) odd++;
    else even++;
  }
  if (odd > pairs * 0.6 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.6 && odd < pairs * 0.1) return "utf-16be";
  return undefined;
}

function marked(start: Uint8Array): string | undefined {
  const [first, second, third, fourth] = start;
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return "utf-32";
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return "utf-32";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function unsupported(encoding: string): Problem {
  const place = { line: 1 };
  return {
    code: "ENCODING_UNSUPPORTED",
    severity: "refuse",
    place,
    field: "encoding",
    found: encoding,
  };
}

/**
 * The single-byte encoding of a file that is not UTF-8: windows-1252 unless the text then looks wrong
 * and another table makes it right. Only windows-1252 is taken without a warning.
 */
function singleByte(scan: ByteScan): TextEncodingFound {
  const score = (label: string) => {
    const decoder = new TextDecoder(label);
    return suspicion(scan.samples.map((sample) => decoder.decode(sample)).join("\n"));
  };
  const western = score("windows-1252");
  const note = (encoding: string, severity: "note" | "flag"): TextEncodingFound => ({
    encoding,
    problems: [{ code: "ENCODING", severity, place: {}, found: encoding, expected: "utf-8" }],
  });
  if (western === 0) return note("windows-1252", "note");
  for (const other of ["iso-8859-15", "macintosh"])
    if (score(other) === 0) return note(other, "flag");
  // A stray symbol in a long text is no proof of a wrong table.
  if (western * 20 < scan.samples.length) return note("windows-1252", "flag");
  // Valid UTF-8 before and after: that is what the file is, and some of its bytes are damaged.
  const damaged: Problem = {
    code: "ENCODING_INVALID_BYTES",
    severity: "refuse",
    place: scan.invalidLine === undefined ? {} : { line: scan.invalidLine },
    found: "utf-8",
  };
  return { encoding: "utf-8", problems: [scan.multibyte > 0 ? damaged : unsupported("unknown")] };
}

/**
 * Finds the encoding by reading the file once: byte order mark, then strict UTF-8, then a single-byte
 * table. Throws a refusal for a NUL byte (with its line) and for encodings that are not read.
 */
export async function findEncoding(
  source: Source,
  signal?: AbortSignal,
): Promise<TextEncodingFound> {
  const scanner = byteScanner();
  let wide: string | undefined;
  let begun = false;
  for await (const chunk of source.open()) {
    signal?.throwIfAborted();
    if (!begun && chunk.length > 0) {
      begun = true;
      const start = chunk.subarray(0, 4_096);
      const mark = marked(start);
      if (mark === "utf-32") throw refusal(unsupported("utf-32"));
      wide = mark ?? wideWithoutMark(start);
      if (wide !== undefined) break;
      if (usesUtf7(start)) throw refusal(unsupported("utf-7"));
    }
    scanner.push(chunk);
  }
  if (wide !== undefined) return { encoding: wide, problems: [] };
  const scan = scanner.end();
  if (scan.nulLine !== undefined)
    throw refusal({ code: "NUL_BYTE", severity: "refuse", place: { line: scan.nulLine } });
  if (scan.validUtf8) return { encoding: "utf-8", problems: [] };
  const found = singleByte(scan);
  const refused = found.problems.find((problem) => problem.severity === "refuse");
  if (refused) throw refusal(refused);
  return found;
}
