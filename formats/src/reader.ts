import type { Problem } from "./problem.ts";
import type { BookRecord } from "./record.ts";
import type { Source } from "./source.ts";

export type Format =
  | "xaf-2"
  | "xaf-3.1"
  | "xaf-3.2"
  | "xaf-4.0"
  | "ubl-invoice"
  | "ubl-credit-note"
  | "cii"
  | "factur-x-pdf"
  | "camt.053"
  | "csv"
  | "xlsx"
  | "zip"
  | "unknown";

/** What every reader is told. */
export type ReadOptions = {
  /**
   * Called with records in the order of the file, a few hundred at a time; awaited, so that a slow
   * receiver slows the reader down instead of filling memory. Records that were emitted before a
   * refusal is found are void: the caller undoes what it did with them.
   */
  readonly emit: (records: readonly BookRecord[]) => void | Promise<void>;
  /** Bytes read so far, for a progress bar. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
  /** Today, for dates in the future (`YYYY-MM-DD`). */
  readonly today: string;
};

/** What is known of a file after it was read to its end (or to its refusal). */
export type ReadResult = {
  readonly format: Format;
  /** Problems in the order found; at most 100 of one code, the last of them with the full `count`. */
  readonly problems: readonly Problem[];
  readonly encoding?: string;
  /** The books' owner and year, where the format says them. */
  readonly administration?: Administration;
  readonly totals: Readonly<Record<string, string | number>>;
};

export type Administration = {
  readonly name?: string;
  readonly kvk?: string;
  readonly vatId?: string;
  readonly externalId?: string;
  readonly software?: string;
  readonly fiscalYear?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly dateCreated?: string;
  readonly currency?: string;
};

export type Reader<Options = unknown> = (
  source: Source,
  options: ReadOptions & Options,
) => Promise<ReadResult>;

/** True when nothing in the problems stands in the way of importing as the file is. */
export function accepted(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.severity === "flag" || problem.severity === "note");
}
