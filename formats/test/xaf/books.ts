import { readFileSync } from "node:fs";
import type { ReadResult } from "../../src/reader.ts";
import type { BookRecord } from "../../src/record.ts";
import { type Source, sourceFromBytes } from "../../src/source.ts";
import { readXaf } from "../../src/xaf/read-xaf.ts";

const fixture = new URL("fixtures/two-bookings.xaf", import.meta.url);

/** A small set of books that reads without any problem; `changes` are replaced in its text, each once. */
export function books(...changes: readonly (readonly [string | RegExp, string])[]): string {
  let text = readFileSync(fixture, "utf8");
  for (const [from, to] of changes) {
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`nothing to change: ${String(from)}`);
    text = changed;
  }
  return text;
}

export type Read = ReadResult & {
  readonly records: readonly BookRecord[];
  readonly codes: readonly string[];
  /** As the person sees it: the worst of the problems. */
  readonly verdict: "accept" | "flag" | "refuse";
};

export async function read(input: string | Uint8Array | Source, name = "books.xaf"): Promise<Read> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const source = bytes instanceof Uint8Array ? sourceFromBytes(name, bytes) : bytes;
  const records: BookRecord[] = [];
  const result = await readXaf(source, {
    emit: (some) => void records.push(...some),
    today: "2026-01-01",
  });
  return { ...result, records, codes: codesOf(result), verdict: verdictOf(result) };
}

export function codesOf({ problems }: ReadResult): string[] {
  return [...new Set(problems.map(({ code }) => code))];
}

function verdictOf({ problems }: ReadResult): Read["verdict"] {
  if (problems.some(({ severity }) => severity === "refuse")) return "refuse";
  return problems.some(({ severity }) => severity === "flag") ? "flag" : "accept";
}

export function ofKind<Kind extends BookRecord["kind"]>(
  records: readonly BookRecord[],
  kind: Kind,
): Extract<BookRecord, { kind: Kind }>[] {
  return records.filter(
    (record): record is Extract<BookRecord, { kind: Kind }> => record.kind === kind,
  );
}
