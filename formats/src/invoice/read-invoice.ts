import type { ReadOptions, ReadResult } from "../reader.ts";
import type { Source } from "../source.ts";
import { invoiceTotals } from "./invoice-totals.ts";
import { readInvoiceDocument } from "./read-invoice-document.ts";

/**
 * Reads one e-invoice in XML: a UBL 2 invoice or credit note (Peppol BIS 3, NLCIUS, SI-UBL, OHNL,
 * XRechnung) or a UN/CEFACT cross-industry invoice (Factur-X, ZUGFeRD, XRechnung). Emits one record, or
 * none when anything is refused: every total is recomputed, and a cent off is refused.
 */
export async function readInvoice(source: Source, options: ReadOptions): Promise<ReadResult> {
  const { record, ...document } = await readInvoiceDocument(source, options);
  if (record !== undefined) await options.emit([record]);
  return { ...document, totals: invoiceTotals(record === undefined ? [] : [record]) };
}
