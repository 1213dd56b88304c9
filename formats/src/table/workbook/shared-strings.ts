import { refusal } from "#refusal.ts";
import type { Zip } from "#zip/open-zip.ts";
import type { ZipEntry } from "#zip/zip-entry.ts";
import { fieldLimit } from "../csv-parser.ts";
import { readWholePart } from "./xml-part.ts";

/**
 * Office writes characters that XML cannot hold as `_x000D_`. What would be no character (NUL, half of a
 * pair) stays as it is written.
 */
export function unescapeOffice(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/(?:_x[0-9A-Fa-f]{4}_)+/g, (run) => {
    const read = run.replace(/_x(.{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return read.isWellFormed() && !read.includes("\u0000") ? read : run;
  });
}

/** More than these would fill memory: each text is kept, for any cell may refer to it. */
const mostTexts = 1_000_000;
const mostCharacters = 48_000_000;

/** The texts that cells refer to by number; runs of rich text are joined, phonetic hints left out. */
export async function readSharedStrings(zip: Zip, entry: ZipEntry): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = 0;
  let characters = 0;
  function keep(read: string): void {
    characters += read.length;
    if (strings.length >= mostTexts || characters > mostCharacters)
      throw refusal({
        code: "FILE_TOO_LARGE",
        severity: "refuse",
        place: { entry: entry.name },
        field: "sharedStrings",
        found: `> ${strings.length >= mostTexts ? mostTexts : mostCharacters}`,
        expected: String(strings.length >= mostTexts ? mostTexts : mostCharacters),
      });
    strings.push(read);
  }
  await readWholePart(zip, entry, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") inText = phonetic === 0;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (text.length > fieldLimit)
        throw refusal({
          code: "FIELD_TOO_LONG",
          severity: "refuse",
          place: { entry: entry.name },
          found: text.slice(0, 60),
        });
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic--;
      else if (name === "si") keep(unescapeOffice(text));
    },
  });
  return strings;
}
