import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { readInvoice } from "../../src/invoice/read-invoice.ts";
import type { Reader, ReadResult } from "../../src/reader.ts";
import type { BookRecord, InvoiceRecord } from "../../src/record.ts";
import { type Source, sourceFromBytes } from "../../src/source.ts";
import { samples } from "../samples.ts";

export const today = "2026-11-21";

export type Reading = ReadResult & {
  readonly invoices: readonly InvoiceRecord[];
  readonly codes: readonly string[];
};

/** Reads a source to its end and keeps what it emitted. */
export async function read(source: Source, reader: Reader = readInvoice): Promise<Reading> {
  const records: BookRecord[] = [];
  const result = await reader(source, {
    today,
    emit: (some) => {
      records.push(...some);
    },
  });
  return {
    ...result,
    invoices: records.filter((record) => record.kind === "invoice"),
    codes: result.problems.map((problem) => problem.code),
  };
}

export function sampleBytes(path: string): Uint8Array {
  return readFileSync(join(samples, path));
}

export function readSample(path: string, reader?: Reader): Promise<Reading> {
  return read(sourceFromBytes(path, sampleBytes(path)), reader);
}

export function readText(text: string, reader?: Reader): Promise<Reading> {
  return read(sourceFromBytes("invoice.xml", strToU8(text)), reader);
}
