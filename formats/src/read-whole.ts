import { refusal } from "./refusal.ts";
import type { Source } from "./source.ts";

/** All bytes of a source in one array. Throws a refusal when there are more than `most`. */
export async function readWhole(
  source: Source,
  most: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (source.size > most) throw tooLarge(source.size, most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open()) {
    signal?.throwIfAborted();
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) throw tooLarge(length, most);
  }
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function tooLarge(found: number, most: number): Error {
  return refusal({
    code: "FILE_TOO_LARGE",
    severity: "refuse",
    place: {},
    found: String(found),
    expected: String(most),
  });
}
