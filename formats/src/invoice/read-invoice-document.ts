import type { Element } from "../element/element.ts";
import { readElements } from "../element/read-elements.ts";
import type { Problem } from "../problem.ts";
import { problemList } from "../problem-list.ts";
import type { Format, ReadOptions } from "../reader.ts";
import type { InvoiceRecord } from "../record.ts";
import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { isInformationLine, readCiiDraft, readCiiLine } from "./cii-draft.ts";
import type { LineDraft } from "./invoice-draft.ts";
import { settleInvoice } from "./settle-invoice.ts";
import { readUblDraft, readUblLine } from "./ubl-draft.ts";
import { checkRoot, formatOfRoot, isEnvelope, isInvoiceNamespace } from "./vocabulary.ts";

/** One invoice as read from one XML document. */
export type InvoiceDocument = {
  readonly format: Format;
  readonly encoding?: string;
  readonly problems: readonly Problem[];
  /** Absent when anything was refused. */
  readonly record?: InvoiceRecord;
};

const mostLines = 100_000;
const attachments = new Set(["EmbeddedDocumentBinaryObject", "AttachmentBinaryObject"]);

/** Reads one UBL or CII document. The text of attachments is passed over without being kept. */
export async function readInvoiceDocument(
  source: Source,
  options: Pick<ReadOptions, "today" | "signal" | "onProgress">,
): Promise<InvoiceDocument> {
  const lines: LineDraft[] = [];
  let format: Format = "ubl-invoice";
  const read = await readElements(source, {
    onRoot(root) {
      format = formatOfRoot(root.name) ?? format;
      checkRoot(root);
    },
    isKnown: isInvoiceNamespace,
    isPart: isLine,
    onPart(part) {
      const line = readLine(part);
      if (line !== undefined) lines.push(line);
      if (lines.length > mostLines) throw tooManyLines(part.line);
    },
    keepsParts: true,
    skipText: attachments,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  const problems = problemList();
  for (const problem of read.problems) problems.add(problem);
  const encoding = read.encoding === undefined ? {} : { encoding: read.encoding };
  if (read.root === undefined) return { format, ...encoding, problems: problems.toArray() };
  const document = documentIn(read.root, problems.add);
  if (document === undefined) return { format, ...encoding, problems: problems.toArray() };
  format = formatOfRoot(document.name) ?? format;
  const draft = format === "cii" ? readCiiDraft(document, lines) : readUblDraft(document, lines);
  const settled = settleInvoice(draft, options.today);
  for (const problem of settled.problems) problems.add(problem);
  return {
    format,
    ...encoding,
    problems: problems.toArray(),
    ...(settled.record !== undefined && !problems.refused && { record: settled.record }),
  };
}

function isLine(name: string, parent: string): boolean {
  if (name === "InvoiceLine") return parent === "Invoice";
  if (name === "CreditNoteLine") return parent === "CreditNote";
  return name === "IncludedSupplyChainTradeLineItem" && parent === "SupplyChainTradeTransaction";
}

function readLine(part: Element): LineDraft | undefined {
  if (part.name !== "IncludedSupplyChainTradeLineItem") return readUblLine(part);
  return isInformationLine(part) ? undefined : readCiiLine(part);
}

function tooManyLines(line: number): Error {
  return refusal({
    code: "FILE_TOO_LARGE",
    severity: "refuse",
    place: { line },
    field: "line",
    found: String(mostLines + 1),
    expected: String(mostLines),
  });
}

// An envelope is read through, and said.
function documentIn(root: Element, report: (problem: Problem) => void): Element | undefined {
  if (!isEnvelope(root.name)) return root;
  const place = { line: root.line };
  const inside = root.children.filter((child) => formatOfRoot(child.name) !== undefined);
  if (inside.length === 1) {
    report({ code: "ENVELOPE", severity: "note", place, field: root.name });
    return inside[0];
  }
  report({
    code: "NOT_AN_INVOICE",
    severity: "refuse",
    place,
    field: root.name,
    found: root.name,
  });
  return undefined;
}
