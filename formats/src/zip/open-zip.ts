import { Inflate } from "fflate";
import type { Problem } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { readCentralDirectory } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";
import { type ForwardBytes, forwardBytes } from "./forward-bytes.ts";
import { entryName, type ZipEntry } from "./zip-entry.ts";
import { ratioFreeBytes, type ZipLimits } from "./zip-limits.ts";

/** An archive whose directory was read and checked; entries are read one at a time. */
export type Zip = {
  /** In the order of their bytes: reading them in this order passes over the file once. */
  readonly entries: readonly ZipEntry[];
  /**
   * The bytes of one entry, inflated as they are asked for. Throws a refusal (see `refusedBy`) when the
   * limits are passed, when size or CRC are not what the headers say, and when the bytes are damaged.
   * What was yielded before a refusal is void. Only one entry can be read at a time.
   */
  read(entry: ZipEntry): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
};

/** Deflate grows at most 1,032 times, so that one step of this size makes no more than 8 MB. */
const step = 8_192;

function problem(code: ProblemCode, entry: ZipEntry, values: Partial<Problem> = {}): Problem {
  return { code, severity: "refuse", place: { entry: entry.name }, ...values };
}

async function seekToData(bytes: ForwardBytes, entry: ZipEntry): Promise<void> {
  await bytes.seek(entry.offset);
  const header = await bytes.exactly(30);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50)
    throw refusal(problem("ZIP_TRUNCATED", entry));
  const nameLength = view.getUint16(26, true);
  const rest = await bytes.exactly(nameLength + view.getUint16(28, true));
  const name = entryName(rest.subarray(0, nameLength));
  if (name !== entry.name)
    throw refusal(problem("ZIP_PATH", entry, { found: name.slice(0, 200), expected: entry.name }));
  if (view.getUint16(6, true) & 8) return;
  const claimed = view.getUint32(22, true);
  if (claimed !== 0xffffffff && claimed !== entry.claimedSize)
    throw refusal(
      problem("ZIP_SIZE_MISMATCH", entry, {
        found: String(claimed),
        expected: String(entry.claimedSize),
      }),
    );
}

/** Opens an archive and reads its directory. Throws a refusal when it cannot be trusted. */
export async function openZip(source: Source, limits: ZipLimits): Promise<Zip> {
  const bytes = forwardBytes(source);
  let entries: readonly ZipEntry[];
  try {
    entries = await readCentralDirectory(bytes, limits);
  } catch (error) {
    await bytes.close();
    throw error;
  }
  let inflatedInAll = 0;

  async function* read(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    if (entry.encrypted) throw refusal(problem("ZIP_ENCRYPTED", entry));
    if (entry.method !== 0 && entry.method !== 8)
      throw refusal(problem("ZIP_METHOD", entry, { found: String(entry.method) }));
    await seekToData(bytes, entry);
    let inflated = 0;
    let consumed = 0;
    let crc = 0;

    function count(chunk: Uint8Array): void {
      inflated += chunk.length;
      inflatedInAll += chunk.length;
      if (inflated > limits.entryBytes || inflatedInAll > limits.inflatedBytes)
        throw refusal(problem("ZIP_TOO_LARGE", entry, { found: String(inflated) }));
      if (inflated > ratioFreeBytes && inflated > limits.ratio * consumed)
        throw refusal(
          problem("ZIP_TOO_LARGE", entry, {
            field: "ratio",
            found: String(Math.round(inflated / consumed)),
            expected: String(limits.ratio),
          }),
        );
      if (inflated > entry.claimedSize)
        throw refusal(
          problem("ZIP_SIZE_MISMATCH", entry, {
            found: `> ${entry.claimedSize}`,
            expected: String(entry.claimedSize),
          }),
        );
      crc = crc32(chunk, crc);
    }

    let made: Uint8Array[] = [];
    const inflate = new Inflate((chunk) => {
      if (chunk.length > 0) made.push(chunk);
    });
    for (let left = entry.compressedSize; left > 0; ) {
      const chunk = await bytes.next(Math.min(left, step));
      if (chunk.length === 0) throw refusal(problem("ZIP_TRUNCATED", entry));
      left -= chunk.length;
      consumed += chunk.length;
      if (entry.method === 0) made.push(chunk);
      else inflateChunk(inflate, chunk, left === 0, entry);
      const ready = made;
      made = [];
      for (const part of ready) {
        count(part);
        yield part;
      }
    }
    if (inflated !== entry.claimedSize)
      throw refusal(
        problem("ZIP_SIZE_MISMATCH", entry, {
          found: String(inflated),
          expected: String(entry.claimedSize),
        }),
      );
    if (crc !== entry.claimedCrc) throw refusal(problem("ZIP_CRC", entry));
  }

  return { entries, read, close: bytes.close };
}

function inflateChunk(inflate: Inflate, chunk: Uint8Array, last: boolean, entry: ZipEntry): void {
  try {
    inflate.push(chunk, last);
  } catch {
    // fflate throws for bits that are no deflate stream, and for one that ends too early.
    throw refusal(problem("ZIP_TRUNCATED", entry));
  }
}
