/** What the first bytes say about how a file is written. */
export type XmlEncodingClue =
  | { readonly kind: "unicode"; readonly label: "utf-8" | "utf-16le" | "utf-16be" }
  | { readonly kind: "single-byte"; readonly label: string }
  | { readonly kind: "unsupported"; readonly label: string };

/** How many bytes at the head are enough to decide on. */
export const encodingHeadSize = 1024;

const declaration = /^[\s\ufeff]*<\?xml\s[^>]*?encoding\s*=\s*(["'])(.*?)\1/;
const unicodeLabels = new Set([
  "",
  "utf-8",
  "utf8",
  "us-ascii",
  "ascii",
  "utf-16",
  "utf-16le",
  "utf-16be",
  "utf16",
  "ucs-2",
  "iso-10646-ucs-2",
]);
const singleByteLabel =
  /^(?:(?:windows-|cp|x-cp)125[0-8]|(?:windows-|cp)874|iso-?8859-?(?:[1-9]|1[0-6])|latin-?[1-9]|l[1-9]|koi8-[ru]|macintosh)$/;

/**
 * Decides from a byte order mark, else from the shape of the first characters, else from the XML
 * declaration. A declaration cannot make single bytes out of double ones or the other way round: there
 * the bytes are believed. Whether "UTF-8" is true is only known when all bytes were seen.
 */
export function encodingClue(head: Uint8Array): XmlEncodingClue {
  const [a = -1, b = -1, c = -1, d = -1] = head;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe)) {
    return { kind: "unsupported", label: "utf-32" };
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { kind: "unicode", label: "utf-8" };
  if (a === 0xff && b === 0xfe) return { kind: "unicode", label: "utf-16le" };
  if (a === 0xfe && b === 0xff) return { kind: "unicode", label: "utf-16be" };
  if (a === 0 && b === 0) return { kind: "unsupported", label: "utf-32" };
  if (a === 0 && b > 0) return { kind: "unicode", label: "utf-16be" };
  if (a > 0 && b === 0) {
    if (c === 0) return { kind: "unsupported", label: "utf-32" };
    return { kind: "unicode", label: "utf-16le" };
  }
  if (a === 0x4c && b === 0x6f && c === 0xa7) return { kind: "unsupported", label: "ebcdic" };
  return clueOfLabel(declaredEncoding(head) ?? "");
}

/** The label in the XML declaration of a file whose ASCII characters are single bytes. */
function declaredEncoding(head: Uint8Array): string | undefined {
  let text = "";
  for (const byte of head.subarray(0, encodingHeadSize)) text += String.fromCharCode(byte);
  return declaration.exec(text.startsWith("ï»¿") ? text.slice(3) : text)?.[2];
}

function clueOfLabel(declared: string): XmlEncodingClue {
  const label = declared.trim().toLowerCase();
  if (unicodeLabels.has(label)) return { kind: "unicode", label: "utf-8" };
  const standard = label.replace(/^latin-/, "latin");
  if (!singleByteLabel.test(label) || !isDecodable(standard)) {
    return { kind: "unsupported", label: declared };
  }
  return { kind: "single-byte", label: standard };
}

function isDecodable(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
