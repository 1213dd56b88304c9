import type { Problem } from "../problem.ts";
import { refusal } from "../refusal.ts";
import type { ForwardBytes } from "./forward-bytes.ts";
import { entryName, unsafeName, type ZipEntry } from "./zip-entry.ts";
import type { ZipLimits } from "./zip-limits.ts";

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64LocatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const endLength = 22;
/** The end record, its comment of at most 65,535 bytes, and the two ZIP64 records before it. */
const tailLength = 65_535 + endLength + 20 + 56;

function truncated(found?: string): Problem {
  return { code: "ZIP_TRUNCATED", severity: "refuse", place: {}, ...(found && { found }) };
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The last bytes of the file and its true length, found by reading it through once. */
async function tailOf(bytes: ForwardBytes): Promise<{ tail: Uint8Array; length: number }> {
  let tail: Uint8Array = new Uint8Array(0);
  let length = 0;
  for (;;) {
    const chunk = await bytes.next(1 << 20);
    if (chunk.length === 0) return { tail, length };
    length += chunk.length;
    if (chunk.length >= tailLength) tail = chunk.slice(-tailLength);
    else {
      const kept = tail.subarray(Math.max(0, tail.length + chunk.length - tailLength));
      const joined = new Uint8Array(kept.length + chunk.length);
      joined.set(kept);
      joined.set(chunk, kept.length);
      tail = joined;
    }
  }
}

/** Where the end record stands in the tail: the last one whose comment fills the rest of the file. */
function endRecord(tail: DataView): number | undefined {
  let loose: number | undefined;
  for (let at = tail.byteLength - endLength; at >= 0; at--) {
    if (tail.getUint32(at, true) !== endSignature) continue;
    const left = tail.byteLength - at - endLength - tail.getUint16(at + 20, true);
    if (left === 0) return at;
    if (left > 0) loose ??= at;
  }
  return loose;
}

type Directory = { readonly offset: number; readonly size: number; readonly entries: number };

function directoryOf(tail: DataView, tailStart: number): Directory {
  const at = endRecord(tail);
  if (at === undefined) throw refusal(truncated());
  const plain = {
    entries: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  const wide = plain.entries === 0xffff || plain.size === 0xffffffff || plain.offset === 0xffffffff;
  if (!wide || at < 20 || tail.getUint32(at - 20, true) !== end64LocatorSignature) return plain;
  const record = Number(tail.getBigUint64(at - 20 + 8, true)) - tailStart;
  if (record < 0 || record + 56 > at || tail.getUint32(record, true) !== end64Signature)
    throw refusal(truncated());
  return {
    entries: Number(tail.getBigUint64(record + 32, true)),
    size: Number(tail.getBigUint64(record + 40, true)),
    offset: Number(tail.getBigUint64(record + 48, true)),
  };
}

/** Sizes and offset from the ZIP64 extra field, which holds only those that did not fit. */
function widened(
  extra: DataView,
  narrow: { size: number; compressed: number; offset: number },
): { size: number; compressed: number; offset: number } {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const end = at + 4 + extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1 && end <= extra.byteLength) {
      let from = at + 4;
      const wide = (value: number) => {
        if (value !== 0xffffffff || from + 8 > end) return value;
        from += 8;
        return Number(extra.getBigUint64(from - 8, true));
      };
      const size = wide(narrow.size);
      const compressed = wide(narrow.compressed);
      return { size, compressed, offset: wide(narrow.offset) };
    }
    at = end;
  }
  return narrow;
}

async function readEntry(bytes: ForwardBytes): Promise<ZipEntry> {
  const fixed = view(await bytes.exactly(46));
  if (fixed.byteLength < 46 || fixed.getUint32(0, true) !== entrySignature)
    throw refusal(truncated());
  const nameLength = fixed.getUint16(28, true);
  const extraLength = fixed.getUint16(30, true);
  const rest = await bytes.exactly(nameLength + extraLength + fixed.getUint16(32, true));
  const name = entryName(rest.subarray(0, nameLength));
  const flags = fixed.getUint16(8, true);
  const sizes = widened(view(rest.subarray(nameLength, nameLength + extraLength)), {
    size: fixed.getUint32(24, true),
    compressed: fixed.getUint32(20, true),
    offset: fixed.getUint32(42, true),
  });
  return {
    name,
    offset: sizes.offset,
    compressedSize: sizes.compressed,
    claimedSize: sizes.size,
    claimedCrc: fixed.getUint32(16, true),
    method: fixed.getUint16(10, true),
    encrypted: (flags & 0x2041) !== 0,
    folder: name.endsWith("/"),
  };
}

/**
 * The entries of an archive in the order of their bytes, so that reading them in turn is one pass.
 * Throws a refusal for a missing or damaged directory, too many entries, an unsafe or doubled name,
 * and entries that overlap each other (the trick by which one small stream is counted a thousand times).
 */
export async function readCentralDirectory(
  bytes: ForwardBytes,
  limits: ZipLimits,
): Promise<readonly ZipEntry[]> {
  const { tail, length } = await tailOf(bytes);
  const directory = directoryOf(view(tail), length - tail.length);
  if (directory.entries > limits.entries)
    throw refusal({
      code: "ZIP_TOO_LARGE",
      severity: "refuse",
      place: {},
      field: "entries",
      found: String(directory.entries),
      expected: String(limits.entries),
    });
  if (directory.offset + directory.size > length) throw refusal(truncated());
  await bytes.seek(directory.offset);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < directory.entries; index++) {
    const entry = await readEntry(bytes);
    const place = { entry: entry.name.slice(0, 200) };
    if (unsafeName(entry.name)) throw refusal({ code: "ZIP_PATH", severity: "refuse", place });
    if (names.has(entry.name)) throw refusal({ code: "ZIP_DUPLICATE", severity: "refuse", place });
    if (entry.offset + 30 + entry.compressedSize > directory.offset)
      throw refusal({ ...truncated(), place });
    names.add(entry.name);
    entries.push(entry);
  }
  entries.sort((one, other) => one.offset - other.offset);
  for (const [index, entry] of entries.entries()) {
    const after = entries[index + 1];
    if (after && entry.offset + 30 + entry.compressedSize > after.offset)
      throw refusal({ code: "ZIP_OVERLAP", severity: "refuse", place: { entry: after.name } });
  }
  return entries;
}
