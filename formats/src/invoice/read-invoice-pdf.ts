import { attachmentsOf } from "../pdf/attachments.ts";
import { openPdf } from "../pdf/open-pdf.ts";
import type { Problem } from "../problem.ts";
import { problemList } from "../problem-list.ts";
import { readWhole } from "../read-whole.ts";
import type { ReadOptions, ReadResult } from "../reader.ts";
import { refusal, refusedBy } from "../refusal.ts";
import { type Source, sourceFromBytes } from "../source.ts";
import { invoiceTotals } from "./invoice-totals.ts";
import { type InvoiceDocument, readInvoiceDocument } from "./read-invoice-document.ts";

/** Of a PDF in bytes, and of the invoice inside it. */
export const pdfLimits = { bytes: 50_000_000, attachment: 50_000_000 } as const;

// As Factur-X 1.x, ZUGFeRD 1 and 2 and XRechnung name it.
const invoiceNames = new Set(["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]);

/**
 * Reads the invoice inside a Factur-X or ZUGFeRD PDF. The PDF is followed to its embedded files and
 * nothing else in it is looked at; it is held in memory, at most 50 MB.
 */
export async function readInvoicePdf(source: Source, options: ReadOptions): Promise<ReadResult> {
  const { record, ...document } = await readPdfDocument(source, options);
  if (record !== undefined) await options.emit([record]);
  return { ...document, totals: invoiceTotals(record === undefined ? [] : [record]) };
}

/** The invoice inside a PDF; problems of its XML name the attachment as their entry. */
export async function readPdfDocument(
  source: Source,
  options: Pick<ReadOptions, "today" | "signal" | "onProgress">,
): Promise<InvoiceDocument> {
  const problems = problemList();
  try {
    const bytes = await readWhole(source, pdfLimits.bytes, options.signal);
    const attachment = invoiceIn(bytes);
    const { today, signal } = options;
    const xml = sourceFromBytes(attachment.name, attachment.bytes);
    const document = await readInvoiceDocument(xml, { today, ...(signal && { signal }) });
    for (const problem of document.problems) problems.add(within(attachment.name, problem));
    options.onProgress?.(source.size);
    return {
      format: "factur-x-pdf",
      ...(document.encoding !== undefined && { encoding: document.encoding }),
      problems: problems.toArray(),
      ...(document.record && { record: { ...document.record, entry: attachment.name } }),
    };
  } catch (error) {
    problems.add(refusedBy(error));
    return { format: "factur-x-pdf", problems: problems.toArray() };
  }
}

// The known names first; else the only XML file there is.
function invoiceIn(pdfBytes: Uint8Array): { readonly name: string; readonly bytes: Uint8Array } {
  const pdf = openPdf(pdfBytes);
  const attachments = attachmentsOf(pdf);
  const xml = attachments.filter((one) => /\.xml$/i.test(one.name));
  const chosen =
    attachments.find((one) => invoiceNames.has(one.name.toLowerCase())) ??
    (xml.length === 1 ? xml[0] : undefined);
  if (chosen === undefined) {
    throw refusal({
      code: "PDF_WITHOUT_INVOICE",
      severity: "refuse",
      place: {},
      expected: "factur-x.xml",
      ...(attachments.length > 0 && {
        found: attachments
          .map((one) => one.name)
          .join(", ")
          .slice(0, 200),
      }),
    });
  }
  return { name: chosen.name, bytes: pdf.unpack(chosen.stream, pdfLimits.attachment) };
}

function within(entry: string, problem: Problem): Problem {
  return { ...problem, place: { ...problem.place, entry } };
}
