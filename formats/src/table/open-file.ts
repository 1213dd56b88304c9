import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { openCsv } from "./csv-table.ts";
import { fileKind, firstBytes } from "./file-kind.ts";
import type { OpenTable } from "./open-table.ts";
import { openXlsx } from "./workbook/xlsx-table.ts";

export type OpenOptions = {
  /** Sheet of a workbook; the first visible one with content when absent. */
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

const largest = 2_000_000_000;

/** Opens a CSV or XLSX by its content, whatever its name. Throws a refusal for anything else. */
export async function openTable(source: Source, options: OpenOptions): Promise<OpenTable> {
  if (source.size > largest)
    throw refusal({
      code: "FILE_TOO_LARGE",
      severity: "refuse",
      place: {},
      found: String(source.size),
      expected: String(largest),
    });
  const claimsWorkbook = /\.xls[xmb]$/i.test(source.name);
  const kind = fileKind(await firstBytes(source, 4_096));
  switch (kind) {
    case "empty":
      throw refusal({ code: "EMPTY", severity: "refuse", place: { line: 1 } });
    case "zip":
      return openXlsx(source, options.sheet, options.signal);
    case "old-workbook":
      throw refusal({ code: "OLD_XLS", severity: "refuse", place: {} });
    case "not-a-table":
      throw refusal({
        code: /\.xls/i.test(source.name) ? "NOT_XLSX" : "NOT_CSV",
        severity: "refuse",
        place: { line: 1 },
      });
    case "text":
      if (claimsWorkbook)
        throw refusal({ code: "NOT_XLSX", severity: "refuse", place: { line: 1 } });
      return openCsv(source, options.signal);
  }
}
