import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeZip } from "../../src/zip/write-zip.ts";

async function* pieces<Piece>(all: readonly Piece[]): AsyncGenerator<Piece> {
  yield* all;
}

async function written(entries: Parameters<typeof writeZip>[0]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("what is written is read back, whatever the pieces", async () => {
  const contents = fc.array(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(contents, async (files) => {
      const entries = files.map((parts, index) => ({
        name: `file-${index}.bin`,
        content: pieces(parts),
      }));
      const found = unzipSync(await written(entries));
      const expected = files.map((parts, index) => [`file-${index}.bin`, Buffer.concat(parts)]);
      expect(Object.entries(found).map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(
        expected,
      );
    }),
    { numRuns: 50 },
  );
});

test("text goes in as UTF-8, and the same content gives the same bytes", async () => {
  const entries = () => [{ name: "café.csv", content: pieces(["naam\r\n", "café €\r\n"]) }];
  const archive = await written(entries());
  expect(new TextDecoder().decode(unzipSync(archive)["café.csv"])).toBe("naam\r\ncafé €\r\n");
  expect(await written(entries())).toEqual(archive);
});
