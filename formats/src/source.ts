/**
 * A file to read: its name, its size in bytes, and its bytes as often as they are asked for.
 *
 * Readers may open a source more than once (a first pass to find the encoding, a second to read), so
 * `open` must start at the first byte each time. Nothing here knows about disks or networks.
 */
export type Source = {
  readonly name: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
};

/** A source over bytes already in memory, for small files and tests. */
export function sourceFromBytes(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.byteLength,
    async *open() {
      yield bytes;
    },
  };
}
