import { damagedPdf } from "./damaged-pdf.ts";
import type { Pdf } from "./open-pdf.ts";
import { isKind, type PdfDictionary, type PdfStream, type PdfValue } from "./pdf-value.ts";

/** A file embedded in a PDF: its name and where its bytes are. */
export type Attachment = { readonly name: string; readonly stream: PdfStream };

const mostAttachments = 1_000;

/** The embedded files, from the catalogue's name tree and from its associated files; each name once. */
export function attachmentsOf(pdf: Pdf): readonly Attachment[] {
  const catalogue = dictionary(pdf, pdf.trailer.get("Root"));
  const found = new Map<string, Attachment>();
  const names = dictionary(pdf, catalogue?.entries.get("Names"));
  const specifications = [
    ...nameTree(pdf, names?.entries.get("EmbeddedFiles")),
    ...list(pdf, catalogue?.entries.get("AF")),
  ];
  for (const specification of specifications) {
    const attachment = readSpecification(pdf, specification);
    if (attachment !== undefined && !found.has(attachment.name)) {
      found.set(attachment.name, attachment);
    }
    if (found.size > mostAttachments) throw damagedPdf("too many attachments");
  }
  return [...found.values()];
}

function nameTree(pdf: Pdf, root: PdfValue | undefined): PdfValue[] {
  const values: PdfValue[] = [];
  const queue: PdfValue[] = root === undefined ? [] : [root];
  for (let node = queue.shift(), visited = 0; node !== undefined; node = queue.shift()) {
    visited += 1;
    if (visited > 10_000) throw damagedPdf("name tree");
    const entries = dictionary(pdf, node)?.entries;
    queue.push(...list(pdf, entries?.get("Kids")));
    // Names and values take turns.
    values.push(...list(pdf, entries?.get("Names")).filter((_, index) => index % 2 === 1));
  }
  return values;
}

function readSpecification(pdf: Pdf, value: PdfValue): Attachment | undefined {
  const specification = dictionary(pdf, value);
  const files = dictionary(pdf, specification?.entries.get("EF"));
  const stream = pdf.resolve(files?.entries.get("UF") ?? files?.entries.get("F"));
  const name = pdf.resolve(specification?.entries.get("UF") ?? specification?.entries.get("F"));
  if (!isKind(stream, "stream") || !isKind(name, "string")) return undefined;
  return { name: decodeText(name.bytes), stream };
}

function dictionary(pdf: Pdf, value: PdfValue | undefined): PdfDictionary | undefined {
  const resolved = pdf.resolve(value);
  return isKind(resolved, "dictionary") ? resolved : undefined;
}

function list(pdf: Pdf, value: PdfValue | undefined): readonly PdfValue[] {
  const resolved = pdf.resolve(value);
  return Array.isArray(resolved) ? resolved : [];
}

// A text string is UTF-16 with a byte order mark, UTF-8 with one, or (near enough here) Latin-1.
function decodeText(bytes: string): string {
  const raw = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
  if (bytes.startsWith("\u00fe\u00ff")) return new TextDecoder("utf-16be").decode(raw);
  if (bytes.startsWith("\u00ff\u00fe")) return new TextDecoder("utf-16le").decode(raw);
  if (bytes.startsWith("\u00ef\u00bb\u00bf")) return new TextDecoder("utf-8").decode(raw);
  return bytes;
}
