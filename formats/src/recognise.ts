import { isEnvelope } from "./invoice/vocabulary.ts";
import type { Format } from "./reader.ts";
import { refusedBy } from "./refusal.ts";
import type { Source } from "./source.ts";
import { firstBytes } from "./table/file-kind.ts";
import { type XmlRoot, xmlRootOf } from "./xml-root.ts";
import { isZip } from "./zip/is-zip.ts";
import { openZip } from "./zip/open-zip.ts";
import { archiveLimits } from "./zip/zip-limits.ts";

const startLength = 65_536;
const oldWorkbook = "\u00d0\u00cf\u0011\u00e0";

/** What the content of a file is, whatever its name says. */
export type Content =
  | { readonly kind: "empty" | "pdf" | "workbook" | "old-workbook" | "archive" | "text" | "binary" }
  | { readonly kind: "xml"; readonly root: XmlRoot };

/** Looks at the first bytes of a file, and at the list of entries when it is a ZIP. */
export async function contentOf(source: Source): Promise<Content> {
  const start = await firstBytes(source, startLength);
  if (start.length === 0) return { kind: "empty" };
  if (isZip(start)) return { kind: await kindOfZip(source) };
  const latin = Array.from(start.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join("");
  if (latin.includes("%PDF-")) return { kind: "pdf" };
  if (latin.startsWith(oldWorkbook)) return { kind: "old-workbook" };
  const root = xmlRootOf(start);
  if (root !== undefined && !/^html$/i.test(root.name)) return { kind: "xml", root };
  return { kind: isText(start, latin) ? "text" : "binary" };
}

/**
 * The format of a file by its content; a version of XAF is not told apart here (`xaf-3.2` stands for
 * all), nor is CSV from any other text. `undefined` when it is nothing that Koers reads.
 */
export async function recognise(source: Source): Promise<Format | undefined> {
  const content = await contentOf(source);
  if (content.kind === "xml") return formatOfXml(content.root);
  if (content.kind === "pdf") return "factur-x-pdf";
  if (content.kind === "workbook") return "xlsx";
  if (content.kind === "archive") return "zip";
  return content.kind === "text" ? "csv" : undefined;
}

// The second file of an audit file that was cut in two begins with one of these.
const splitRoots = new Set(["company", "transactions", "journal", "transaction", "trLine"]);

/** The format of an XML document by its root; `undefined` when it is none that Koers reads. */
export function formatOfXml({ name, namespace }: XmlRoot): Format | undefined {
  if (/^auditfile$/i.test(name) || splitRoots.has(name)) return "xaf-3.2";
  if (name === "Invoice" || isEnvelope(name)) return "ubl-invoice";
  if (name === "CreditNote") return "ubl-credit-note";
  if (name === "CrossIndustryInvoice") return "cii";
  if (name === "Document" && namespace.includes("camt.053")) return "camt.053";
  return undefined;
}

// A workbook is a ZIP with a known part in it. What cannot be opened is left to the reader by its name.
async function kindOfZip(source: Source): Promise<"workbook" | "archive"> {
  try {
    const zip = await openZip(source, archiveLimits);
    await zip.close();
    return zip.entries.some((entry) => /^(?:\/?xl\/|\[Content_Types\]\.xml$)/.test(entry.name))
      ? "workbook"
      : "archive";
  } catch (error) {
    refusedBy(error);
    return "archive";
  }
}

const wideMarks = ["\u00ff\u00fe", "\u00fe\u00ff", "\u0000\u0000\u00fe\u00ff"];
const notText = [
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "GIF8",
  "\u001f\u008b",
  "7z\u00bc\u00af",
  "Rar!",
  "{\\rtf",
];

// NUL bytes are no text, but for UTF-16 and UTF-32.
function isText(start: Uint8Array, latin: string): boolean {
  if (wideMarks.some((mark) => latin.startsWith(mark))) return true;
  if (notText.some((mark) => latin.startsWith(mark))) return false;
  return !start.subarray(0, 1024).includes(0) || isWide(start);
}

function isWide(start: Uint8Array): boolean {
  const even = start.filter((_, index) => index % 2 === 0 && index < 1024);
  const odd = start.filter((_, index) => index % 2 === 1 && index < 1024);
  const share = (bytes: Uint8Array): number =>
    bytes.length === 0 ? 0 : bytes.filter((byte) => byte === 0).length / bytes.length;
  return Math.abs(share(even) - share(odd)) > 0.6;
}
