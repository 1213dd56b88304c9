import type { Source } from "../source.ts";
import { isZip } from "../zip/is-zip.ts";

export type FileKind = "empty" | "zip" | "old-workbook" | "not-a-table" | "text";

const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The first bytes of a file, at most `count`. */
export async function firstBytes(source: Source, count: number): Promise<Uint8Array> {
  const first = new Uint8Array(count);
  let length = 0;
  for await (const chunk of source.open()) {
    const taken = chunk.subarray(0, count - length);
    first.set(taken, length);
    length += taken.length;
    if (length === count) break;
  }
  return first.subarray(0, length);
}

/** What a file is by its first bytes; its name and declared type are not believed. */
export function fileKind(start: Uint8Array): FileKind {
  if (start.length === 0) return "empty";
  if (isZip(start) || (start[0] === 0x50 && start[1] === 0x4b && start.length < 5)) return "zip";
  if (startsWith(start, oldWorkbook)) return "old-workbook";
  if (signatures.some((signature) => startsWith(start, signature))) return "not-a-table";
  const text = new TextDecoder("utf-8").decode(start.subarray(0, 512)).trimStart();
  const wide = new TextDecoder(start[1] === 0 ? "utf-16le" : "utf-16be");
  const opening = start[0] === 0 || start[1] === 0 ? wide.decode(start.subarray(0, 512)) : text;
  if (/^\uFEFF?\s*<(?:[a-z!?/])/i.test(opening)) return "not-a-table";
  if (/^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(opening)) return "not-a-table";
  return "text";
}
