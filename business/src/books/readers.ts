import {
  chooseReader,
  describeTable,
  type ReaderChoice,
  type ReadFileOptions,
  type ReadResult,
  readCamt053,
  readInvoice,
  readInvoiceArchive,
  readInvoicePdf,
  readTable,
  readXaf,
  readXafParts,
  type Source,
  type SplitPart,
  splitPart,
  type TableDescription,
  type TableOptions,
} from "@koers/formats";

export type ReaderName = Exclude<ReaderChoice["reader"], "none"> | "xaf-parts";

/** The readers of files, in this thread or in another. */
export type Readers = {
  readonly chooseReader: (source: Source, signal?: AbortSignal) => Promise<ReaderChoice>;
  readonly splitPart: (source: Source) => Promise<SplitPart | undefined>;
  readonly describeTable: (source: Source, options: TableOptions) => Promise<TableDescription>;
  /** All sources are one file: the parts of `xaf-parts`, else one source. */
  readonly read: (
    reader: ReaderName,
    sources: readonly Source[],
    options: ReadFileOptions,
  ) => Promise<ReadResult>;
};

const one = {
  xaf: readXaf,
  invoice: readInvoice,
  "invoice-pdf": readInvoicePdf,
  "invoice-archive": readInvoiceArchive,
  "camt.053": readCamt053,
  table: readTable,
};

export const readersHere: Readers = {
  chooseReader: (source) => chooseReader(source),
  splitPart,
  describeTable,
  read: (reader, sources, options) =>
    reader === "xaf-parts"
      ? readXafParts(sources, options)
      : one[reader](sources[0] as Source, options),
};
