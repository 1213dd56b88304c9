import type { AccountRole, FileAnswer } from "@koers/contract";
import type { ReadResult } from "@koers/formats";
import { type BooksSummary, summariseBooks } from "./books-summary.ts";
import type { OpenedFile } from "./open-file.ts";
import type { FirmIdentity } from "./own-side.ts";
import { type RecordsSummary, summariseRecords } from "./records-summary.ts";

/** A file read to its end: what its reader says, and the sums of what it holds. */
export type Analysis = {
  readonly file: OpenedFile;
  readonly result: ReadResult;
  readonly books: BooksSummary | null;
  readonly records: RecordsSummary | null;
};

export type AnalyseOptions = {
  readonly today: string;
  readonly answer?: FileAnswer | undefined;
  /** Roles that a person gave to accounts of these books before. */
  readonly decided?: ReadonlyMap<string, AccountRole>;
  readonly own?: readonly FirmIdentity[];
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
};

/** Reads a file without keeping its rows. Books whose postings explain an account are read twice. */
export async function analyseFile(file: OpenedFile, options: AnalyseOptions): Promise<Analysis> {
  const { today, signal, onProgress } = options;
  const common = {
    today,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  if (file.kind === "books") {
    const decided = new Map(options.decided);
    for (const [code, role] of Object.entries(options.answer?.accountRoles ?? {}))
      decided.set(code, role);
    let builder = summariseBooks(decided);
    let result = await file.read({ ...common, emit: (records) => records.forEach(builder.add) });
    let books = builder.end();
    if (!books.complete) {
      builder = summariseBooks(decided, books.settled);
      result = await file.read({ ...common, emit: (records) => records.forEach(builder.add) });
      books = builder.end();
    }
    return { file, result, books, records: null };
  }
  const builder = summariseRecords(options.own ?? []);
  const result = await file.read({ ...common, emit: (records) => records.forEach(builder.add) });
  return { file, result, books: null, records: builder.end() };
}
