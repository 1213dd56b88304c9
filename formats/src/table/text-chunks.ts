import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";

export type TextOptions = {
  readonly encoding: string;
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * The text of a file in pieces, without its byte order mark. Bytes that are no text in the encoding, and
 * NUL characters, throw a refusal.
 */
export async function* textChunks(source: Source, options: TextOptions): AsyncGenerator<string> {
  const decoder = new TextDecoder(options.encoding, { fatal: true });
  let bytes = 0;
  const decode = (chunk?: Uint8Array) => {
    let text: string;
    try {
      text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw refusal({
        code: "ENCODING_INVALID_BYTES",
        severity: "refuse",
        place: {},
        found: options.encoding,
      });
    }
    if (text.includes("\u0000")) throw refusal({ code: "NUL_BYTE", severity: "refuse", place: {} });
    return text;
  };
  for await (const chunk of source.open()) {
    options.signal?.throwIfAborted();
    bytes += chunk.length;
    // A file handed over in one piece is decoded in pieces all the same, so that rows come in batches.
    for (let at = 0; at < chunk.length; at += 262_144)
      yield decode(chunk.subarray(at, at + 262_144));
    options.onProgress?.(bytes);
  }
  const rest = decode();
  if (rest !== "") yield rest;
}
