import { readCamt053 } from "./bank/read-camt053.ts";
import { chooseReader } from "./choose-reader.ts";
import { readInvoice } from "./invoice/read-invoice.ts";
import type { ArchiveOptions } from "./invoice/read-invoice-archive.ts";
import type { ReadResult } from "./reader.ts";
import type { Source } from "./source.ts";
import { type ReadTableOptions, readTable } from "./table/read-table.ts";
import { readXaf } from "./xaf/read-xaf.ts";

export type ReadFileOptions = ReadTableOptions & ArchiveOptions;

/**
 * Reads a file of any kind that Koers knows, by its content. What it does not know is refused with
 * `UNKNOWN_FORMAT`. One part of a split audit file is refused by itself; give its parts to `readXafParts`.
 */
export async function readFile(source: Source, options: ReadFileOptions): Promise<ReadResult> {
  const choice = await chooseReader(source);
  switch (choice.reader) {
    case "xaf":
      return readXaf(source, options);
    case "invoice":
      return readInvoice(source, options);
    case "camt.053":
      return readCamt053(source, options);
    case "table":
      return readTable(source, options);
    // Rarely used, so loaded when they are.
    case "invoice-pdf":
      return (await import("./invoice/read-invoice-pdf.ts")).readInvoicePdf(source, options);
    case "invoice-archive":
      return (await import("./invoice/read-invoice-archive.ts")).readInvoiceArchive(
        source,
        options,
      );
    case "none":
      return { format: "unknown", problems: [choice.problem], totals: {} };
  }
}
