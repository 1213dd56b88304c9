import type { BookRecord } from "../../src/record.ts";
import { type Source, sourceFromBytes } from "../../src/source.ts";
import { type ReadTableOptions, readTable } from "../../src/table/read-table.ts";

export const today = "2026-11-21";

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function textSource(text: string, name = "lijst.csv"): Source {
  return sourceFromBytes(name, bytesOf(text));
}

/** The same bytes, handed over in pieces. */
export function chunked(bytes: Uint8Array, size: number, name = "lijst.csv"): Source {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

/** Reads a table to its records. */
export async function readAll(source: Source, options: Partial<ReadTableOptions> = {}) {
  const records: BookRecord[] = [];
  const result = await readTable(source, {
    today,
    ...options,
    emit(batch) {
      records.push(...batch);
    },
  });
  return { ...result, records, codes: result.problems.map(({ code }) => code) };
}
