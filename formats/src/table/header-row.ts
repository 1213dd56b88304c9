import { cellText, isBlank, type Row } from "./cell.ts";
import { readDate } from "./date-text.ts";
import { meaningOf } from "./header-dictionary.ts";
import { readHeader } from "./header-key.ts";
import { matchPreset } from "./match-preset.ts";
import { numberShape } from "./number-text.ts";

type Candidate = { readonly at: number; readonly filled: number; readonly known: number };

function looksLikeHeader(row: Row): { filled: number; known: number; texts: number } {
  let filled = 0;
  let known = 0;
  let texts = 0;
  for (const [index, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue;
    filled++;
    if (typeof cell !== "string" || cell.length > 120) continue;
    if (numberShape(cell) === "none" && readDate(cell).kind === "none") texts++;
    if (meaningOf(readHeader(cell, index).key) !== undefined) known++;
  }
  return { filled, known, texts };
}

/**
 * Which of the first rows holds the headers, as an index; -1 when none looks like it. In this order: a
 * row that has all headers of a known export; the first row of texts in which at least two headers, and
 * two fifths of them, are known words; the first row of three or more texts that is followed by a row
 * about as wide; the first row of texts, or with one known word. Titles above a report fall through all but
 * the last.
 */
export function findHeaderRow(rows: readonly Row[]): number {
  const candidates: Candidate[] = [];
  for (const [at, row] of rows.entries()) {
    const keys = new Set(row.cells.map((cell, index) => readHeader(cellText(cell), index).key));
    if (matchPreset(keys)) return at;
    const { filled, known, texts } = looksLikeHeader(row);
    if (filled > 0 && texts >= filled * 0.8) candidates.push({ at, filled, known });
  }
  const byWords = candidates.find(({ filled, known }) => known >= 2 && known >= filled * 0.4);
  if (byWords) return byWords.at;
  const widthOf = (at: number) => rows[at]?.cells.filter((cell) => !isBlank(cell)).length ?? 0;
  const byWidth = candidates.find(({ at, filled }) => {
    const next = widthOf(at + 1);
    return filled >= 3 && next >= filled / 2 && next <= filled;
  });
  if (byWidth) return byWidth.at;
  const first = candidates.find(
    ({ at, filled }) => at === 0 || (filled > 1 && widthOf(at + 1) > 1),
  );
  if (first) return first.at;
  // "Klant; 2023; 2024": numbers for headers, but the first row says what it is.
  const opening = rows[0] && looksLikeHeader(rows[0]);
  return opening && opening.known > 0 ? 0 : -1;
}
