const encoder = new TextEncoder();

/** UTF-8, without byte order mark. */
export function textBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Lines of a semicolon-separated file as Dutch programmes write it: byte order mark and CRLF. */
export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  return encoder.encode(`\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`);
}

function cell(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text for an XML element or attribute. */
export function xml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** `<name>text</name>`, or nothing for an absent value. */
export function element(name: string, text: string | undefined): string {
  return text === undefined || text === "" ? "" : `<${name}>${xml(text)}</${name}>`;
}
