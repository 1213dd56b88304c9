import { KoersError } from "@koers/business";

const jsonLimit = 4 * 1024 * 1024;

/** The JSON of a request; its type must say so, its bytes must be UTF-8, and there is a limit to it. */
export async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limited(request, jsonLimit, "4 MB", "application/json"))
    chunks.push(chunk);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw new KoersError("input-invalid", { field: "body" });
    }
    throw error;
  }
}

const fileLimit = 2 * 1024 ** 3;

/** The bytes of a request, as they come in. */
export function readBytes(request: Request): AsyncIterable<Uint8Array> {
  return limited(request, fileLimit, "2 GB", "application/octet-stream");
}

function requireType(request: Request, expected: string): void {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== expected) throw new KoersError("input-invalid", { field: "content-type" });
}

/** Counts what really comes; a declared length only makes an early end of it. */
async function* limited(
  request: Request,
  limit: number,
  words: string,
  type: string,
): AsyncGenerator<Uint8Array> {
  requireType(request, type);
  const tooLarge = () => new KoersError("too-large", { limit: words });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (request.body === null) return;
  let seen = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    seen += chunk.byteLength;
    if (seen > limit) throw tooLarge();
    yield chunk;
  }
}
