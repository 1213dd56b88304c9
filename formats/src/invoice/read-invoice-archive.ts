import type { Problem } from "../problem.ts";
import { type ProblemList, problemList } from "../problem-list.ts";
import { readWhole } from "../read-whole.ts";
import type { ReadOptions, ReadResult } from "../reader.ts";
import type { InvoiceRecord } from "../record.ts";
import { refusedBy } from "../refusal.ts";
import { type Source, sourceFromBytes } from "../source.ts";
import { openZip, type Zip } from "../zip/open-zip.ts";
import type { ZipEntry } from "../zip/zip-entry.ts";
import { archiveLimits } from "../zip/zip-limits.ts";
import { invoiceKey } from "./invoice-key.ts";
import { invoiceTotals } from "./invoice-totals.ts";
import type { InvoiceDocument } from "./read-invoice-document.ts";
import { readInvoiceDocument } from "./read-invoice-document.ts";
import { readPdfDocument } from "./read-invoice-pdf.ts";

export type ArchiveOptions = {
  /**
   * What becomes of an archive in which some invoices are refused: `all` (as when absent) refuses the
   * archive and names them; `acceptable` leaves them out and flags each, for when a person has seen the
   * list and said so.
   */
  readonly entries?: "all" | "acceptable";
};

const entryBytes = 50_000_000;
const recordsAtOnce = 200;

/**
 * Reads a ZIP with invoices, XML and PDF, thousands of them, one entry in memory at a time. Every problem
 * names its entry. All or nothing: one refused invoice refuses the archive, for a list of invoices with a
 * gap in it is a wrong revenue. Files that are no invoices by their kind are passed over and said; an
 * invoice that is there twice (as XML and as PDF) counts once.
 */
export async function readInvoiceArchive(
  source: Source,
  options: ReadOptions & ArchiveOptions,
): Promise<ReadResult> {
  const problems = problemList();
  const seen = new Map<string, Seen>();
  try {
    const zip = await openZip(source, archiveLimits);
    try {
      await readEntries(zip, options, problems, seen);
    } finally {
      await zip.close();
    }
  } catch (error) {
    problems.add(refusedBy(error));
  }
  if (seen.size === 0 && !problems.refused) {
    problems.add({ code: "ARCHIVE_WITHOUT_INVOICE", severity: "refuse", place: {} });
  }
  options.onProgress?.(source.size);
  return { format: "zip", problems: problems.toArray(), totals: invoiceTotals(seen.values()) };
}

/** What is kept of an invoice to know it again and to add it up. */
type Seen = Pick<InvoiceRecord, "currency" | "net" | "gross"> & {
  readonly entry: string;
  readonly content: string;
  readonly lines: { readonly length: number };
};

async function readEntries(
  zip: Zip,
  options: ReadOptions & ArchiveOptions,
  problems: ProblemList,
  seen: Map<string, Seen>,
): Promise<void> {
  let ready: InvoiceRecord[] = [];
  for (const entry of zip.entries) {
    options.signal?.throwIfAborted();
    options.onProgress?.(entry.offset);
    if (entry.folder || isSystemFile(entry.name)) continue;
    const document = await readEntry(zip, entry, options, problems);
    if (document === undefined) continue;
    for (const problem of document.problems) problems.add(placed(problem, entry, options.entries));
    if (document.record === undefined) continue;
    if (!isNew(document.record, entry, seen, problems)) continue;
    ready.push({ ...document.record, entry: entry.name });
    if (ready.length < recordsAtOnce) continue;
    if (!problems.refused) await options.emit(ready);
    ready = [];
  }
  if (ready.length > 0 && !problems.refused) await options.emit(ready);
}

async function readEntry(
  zip: Zip,
  entry: ZipEntry,
  options: ReadOptions,
  problems: ProblemList,
): Promise<InvoiceDocument | undefined> {
  const { today, signal } = options;
  const given = { today, ...(signal && { signal }) };
  const extension = /\.([a-z0-9]+)$/i.exec(entry.name)?.[1]?.toLowerCase();
  if (extension !== "xml" && extension !== "pdf") {
    skip(entry, entry.name, problems);
    return undefined;
  }
  const packed: Source = {
    name: entry.name,
    size: Math.min(entry.claimedSize, entryBytes),
    open: () => zip.read(entry),
  };
  const bytes = await bytesOf(packed, signal);
  if ("code" in bytes) return { format: "zip", problems: [bytes] };
  const file = sourceFromBytes(entry.name, bytes);
  if (extension === "xml") return readInvoiceDocument(file, given);
  const document = await readPdfDocument(file, given);
  // A picture of an invoice beside the invoice itself is usual, and holds nothing to read.
  if (document.problems.some((problem) => problem.code === "PDF_WITHOUT_INVOICE")) {
    skip(entry, "PDF_WITHOUT_INVOICE", problems);
    return undefined;
  }
  return document;
}

// A damaged entry is that entry's problem; an archive that grows beyond its limits is everyone's.
async function bytesOf(entry: Source, signal?: AbortSignal): Promise<Uint8Array | Problem> {
  try {
    return await readWhole(entry, entryBytes, signal);
  } catch (error) {
    const problem = refusedBy(error);
    if (problem.code === "ZIP_TOO_LARGE") throw error;
    return problem;
  }
}

function skip(entry: ZipEntry, found: string, problems: ProblemList): void {
  problems.add({
    code: "ARCHIVE_ENTRY_SKIPPED",
    severity: "flag",
    place: { entry: entry.name },
    found,
  });
}

// What file managers leave behind.
function isSystemFile(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

function placed(problem: Problem, entry: ZipEntry, entries: ArchiveOptions["entries"]): Problem {
  const left = entries === "acceptable" && problem.severity === "refuse";
  return {
    ...problem,
    ...(left && { severity: "flag" }),
    place: { ...problem.place, entry: entry.name },
  };
}

function isNew(
  record: InvoiceRecord,
  entry: ZipEntry,
  seen: Map<string, Seen>,
  problems: ProblemList,
): boolean {
  const { key, content } = invoiceKey(record);
  const before = seen.get(key);
  if (before === undefined) {
    const { currency, net, gross, lines } = record;
    seen.set(key, {
      entry: entry.name,
      content,
      currency,
      ...(net !== undefined && { net }),
      ...(gross !== undefined && { gross }),
      lines: { length: lines.length },
    });
    return true;
  }
  problems.add({
    code: "DUPLICATE_INVOICE",
    severity: before.content === content ? "note" : "refuse",
    place: { entry: entry.name },
    field: record.number.slice(0, 200),
    found: entry.name,
    expected: before.entry,
  });
  return false;
}
