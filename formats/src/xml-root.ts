/** The root element of an XML document, as far as its first bytes show it. */
export type XmlRoot = { readonly name: string; readonly namespace: string };

const skipped = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)/i;
const opening = /^<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)([^<]*)/;

/**
 * Finds the root element behind byte order mark, declaration, comments and document type, in UTF-8,
 * UTF-16 or a single-byte encoding. `undefined` when the text does not begin like XML. Only for telling
 * formats apart: nothing is checked.
 */
export function xmlRootOf(start: Uint8Array): XmlRoot | undefined {
  let text = decodeStart(start).replace(/^\uFEFF/, "");
  for (let match = skipped.exec(text); match !== null; match = skipped.exec(text)) {
    text = text.slice(match[0].length);
  }
  const match = opening.exec(text);
  if (match === null) return undefined;
  const [, prefix, name = "", attributes = ""] = match;
  const declaration = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  const written = new RegExp(`\\s${declaration}\\s*=\\s*["']([^"']*)["']`).exec(attributes);
  return { name, namespace: written?.[1]?.trim() ?? "" };
}

function decodeStart(start: Uint8Array): string {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(start);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(start);
  if (first === 0x3c && second === 0) return new TextDecoder("utf-16le").decode(start);
  if (first === 0 && second === 0x3c) return new TextDecoder("utf-16be").decode(start);
  return new TextDecoder("utf-8").decode(start);
}
