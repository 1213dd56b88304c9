import type { Source } from "../source.ts";
import { createLineCounter } from "../xml/line-counter.ts";

const prolog = /^(?:\ufeff|ï»¿)?\s*(?:<\?xml[^>]*\?>)?(?:\s|<!--[\s\S]*?-->)*/;
const prologSize = 16 * 1024;

export type JoinedSource = Source & {
  /** Line in the joined text at which each source begins, once the text was read past it. */
  readonly firstLines: readonly number[];
};

/**
 * Puts a text that was cut into files together again: the bytes of one after the other, without the XML
 * declaration and comments that stand at the head of each but the first.
 */
export function joinSources(sources: readonly Source[]): JoinedSource {
  const firstLines: number[] = sources.map(() => 1);
  return {
    name: sources[0]?.name ?? "",
    size: sources.reduce((size, source) => size + source.size, 0),
    firstLines,
    async *open() {
      const lines = createLineCounter();
      for (const [index, source] of sources.entries()) {
        firstLines[index] = lines.line;
        for await (const bytes of index === 0 ? source.open() : withoutProlog(source)) {
          lines.passBytes(bytes);
          yield bytes;
        }
      }
    },
  };
}

async function* withoutProlog(source: Source): AsyncIterable<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of source.open()) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    const longer: Uint8Array = new Uint8Array(head.length + chunk.length);
    longer.set(head);
    longer.set(chunk, head.length);
    head = longer;
    if (head.length >= prologSize) {
      yield head.subarray(prologLength(head));
      head = undefined;
    }
  }
  if (head !== undefined) yield head.subarray(prologLength(head));
}

/** Bytes before the first element; two a character in UTF-16. */
function prologLength(head: Uint8Array): number {
  const [first, second] = head;
  const wide = first === 0 || second === 0 || (first === 0xff && second === 0xfe) || first === 0xfe;
  const label = first === 0 || first === 0xfe ? "utf-16be" : "utf-16le";
  const bytes = head.subarray(0, prologSize);
  const text = wide
    ? new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
    : String.fromCharCode(...bytes);
  return (prolog.exec(text)?.[0].length ?? 0) * (wide ? 2 : 1);
}
