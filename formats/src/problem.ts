import type { ProblemCode } from "./problem-code.ts";

/**
 * What a problem does to its file:
 * - `refuse`: nothing of this file can be imported;
 * - `flag`: it can be imported once a person has seen the warning;
 * - `ask`: one question must be answered first (the answer is given back as an option of the reader);
 * - `note`: worth saying, changes nothing.
 */
export type Severity = "refuse" | "flag" | "ask" | "note";

/** Where in the file: whatever of these the format has. Lines, columns and rows count from 1. */
export type Place = {
  readonly line?: number;
  readonly column?: number;
  readonly row?: number;
  /** Spreadsheet cell such as `C7`. */
  readonly cell?: string;
  readonly sheet?: string;
  /** Name of the entry inside a ZIP or of the attachment inside a PDF. */
  readonly entry?: string;
};

/**
 * One thing wrong with a file. `code` is the key of its sentence; `found` and `expected` are the values
 * that the sentence quotes, cut to at most 200 characters.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly place: Place;
  /** The element, column or field concerned, in the file's own words. */
  readonly field?: string;
  readonly found?: string;
  readonly expected?: string;
  /** How often it occurs, where only the first occurrences are listed. */
  readonly count?: number;
};
