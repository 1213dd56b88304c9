import { expect, test } from "vitest";
import { zip } from "../../src/files/zip.ts";

const entries = [
  { name: "één.txt", bytes: new TextEncoder().encode("hallo") },
  { name: "map/leeg.txt", bytes: new Uint8Array() },
];

test("entries are stored with their size and checksum", () => {
  const bytes = zip(entries);
  const view = new DataView(bytes.buffer);
  expect(view.getUint32(0, true)).toBe(0x04034b50);
  // CRC-32 of "hallo" by python3 -c "import zlib; print(zlib.crc32(b'hallo'))".
  expect(view.getUint32(14, true)).toBe(3_111_268_817);
  expect(view.getUint32(18, true)).toBe(5);
  const end = new DataView(bytes.buffer, bytes.byteLength - 22);
  expect(end.getUint32(0, true)).toBe(0x06054b50);
  expect(end.getUint16(10, true)).toBe(2);
});

test("the same entries give the same bytes", () => {
  expect(zip(entries)).toEqual(zip(entries));
});
