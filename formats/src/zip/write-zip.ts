import { strToU8, Zip, ZipDeflate } from "fflate";

/** A file to put into an archive: its name, and its bytes or text in pieces. */
export type NewZipEntry = {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array | string>;
};

/**
 * Writes a ZIP archive in pieces, one entry after the other, so that memory does not grow with it. The
 * entries' time is fixed: the same content gives the same bytes.
 */
export async function* writeZip(
  entries: AsyncIterable<NewZipEntry> | Iterable<NewZipEntry>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = "1980-01-01T00:00:00";
    archive.add(file);
    for await (const piece of content) {
      file.push(typeof piece === "string" ? strToU8(piece) : piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}
