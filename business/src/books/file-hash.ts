import { createHash } from "node:crypto";
import type { Source } from "@koers/formats";

/** SHA-256 over the bytes of a file, or of the parts of one in their order. */
export async function fileHash(
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for await (const bytes of source.open()) {
      signal?.throwIfAborted();
      hash.update(bytes);
    }
  }
  return new Uint8Array(hash.digest());
}
