import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";

/** Writes pieces to a file, some megabyte at a time, and gives back its size. */
export async function writeFile(
  place: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<number> {
  const file = createWriteStream(place);
  let waiting: Buffer[] = [];
  let length = 0;
  const flush = async () => {
    const full = !file.write(Buffer.concat(waiting));
    waiting = [];
    length = 0;
    if (full) await once(file, "drain");
  };
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    waiting.push(bytes);
    length += bytes.length;
    if (length > 1024 * 1024) await flush();
  }
  await flush();
  file.end();
  await once(file, "finish");
  return (await stat(place)).size;
}
