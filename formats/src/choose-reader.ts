import { isInvoiceNamespace } from "./invoice/vocabulary.ts";
import type { Problem } from "./problem.ts";
import { type Content, contentOf, formatOfXml } from "./recognise.ts";
import type { Source } from "./source.ts";

/** Which reader a file goes to; `none` with the reason when Koers reads nothing like it. */
export type ReaderChoice =
  | {
      readonly reader: "xaf" | "invoice" | "invoice-pdf" | "invoice-archive" | "camt.053" | "table";
    }
  | { readonly reader: "none"; readonly problem: Problem };

/**
 * Chooses the reader of a file. The content decides; where the content contradicts a name that says
 * plainly what the file is meant to be (`.csv`, `.xlsx`, `.xaf`, `.pdf`), the reader of that name gets it,
 * so that it can say what is wrong ("called CSV but is HTML").
 */
export async function chooseReader(source: Source): Promise<ReaderChoice> {
  const extension = /\.([a-z0-9]+)$/i.exec(source.name)?.[1]?.toLowerCase() ?? "";
  if (["csv", "tsv", "xlsx", "xlsm", "xls", "xlsb"].includes(extension)) return { reader: "table" };
  if (extension === "xaf") return { reader: "xaf" };
  if (extension === "pdf") return { reader: "invoice-pdf" };
  const content = await contentOf(source);
  if (extension === "xml" && content.kind !== "xml") return { reader: "invoice" };
  if (extension === "zip" && content.kind !== "workbook") return { reader: "invoice-archive" };
  return byContent(content, source);
}

function byContent(content: Content, source: Source): ReaderChoice {
  switch (content.kind) {
    case "xml":
      return byRoot(content);
    case "pdf":
      return { reader: "invoice-pdf" };
    case "archive":
      return { reader: "invoice-archive" };
    case "workbook":
    case "old-workbook":
    case "text":
      return { reader: "table" };
    case "empty":
      return { reader: "none", problem: { code: "EMPTY", severity: "refuse", place: { line: 1 } } };
    case "binary":
      return unknown(source.name);
  }
}

function byRoot({ root }: Extract<Content, { kind: "xml" }>): ReaderChoice {
  const format = formatOfXml(root);
  if (format === "xaf-3.2") return { reader: "xaf" };
  // Their readers say that a payment order is no statement, and an order no invoice.
  if (format === "camt.053" || root.namespace.startsWith("urn:iso:std:iso:20022:")) {
    return { reader: "camt.053" };
  }
  if (format !== undefined || isInvoiceNamespace(root.namespace)) return { reader: "invoice" };
  return unknown(root.name);
}

function unknown(found: string): ReaderChoice {
  return {
    reader: "none",
    problem: { code: "UNKNOWN_FORMAT", severity: "refuse", place: {}, found: found.slice(0, 200) },
  };
}
