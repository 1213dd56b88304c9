import type { ReadOptions, ReadResult } from "../reader.ts";
import type { Source } from "../source.ts";
import type { Conventions } from "./convention.ts";
import type { Subject, TableMapping } from "./field.ts";
import type { VatTreatment } from "./plan.ts";
import { processTable } from "./process-table.ts";

export type ReadTableOptions = ReadOptions & {
  /** What the rows are; guessed when absent. */
  readonly subject?: Subject;
  /** Which column feeds which field; from the preset, or guessed, when absent. */
  readonly mapping?: TableMapping;
  /** Answers to NUMBER_AMBIGUOUS and DATE_AMBIGUOUS, by header or `*` for all. */
  readonly conventions?: Conventions;
  /** Answer to VAT_UNDECIDED. */
  readonly vat?: VatTreatment;
  readonly sheet?: string;
  readonly headerRow?: number;
  /** Currency of amounts that have none of their own; EUR when absent. */
  readonly currency?: string;
};

export type TableReadResult = ReadResult & {
  readonly subject?: Subject;
  readonly preset?: string;
};

/**
 * Reads a CSV or XLSX to records. Never throws for content: what is wrong stands in `problems`, and records
 * emitted before a refusal are void. The totals give rows, the sum of every amount column under its header,
 * and hours.
 */
export async function readTable(
  source: Source,
  options: ReadTableOptions,
): Promise<TableReadResult> {
  const { table, plan, problems, totals } = await processTable(source, options, options.emit);
  return {
    format: table?.format ?? (/\.xls/i.test(source.name) ? "xlsx" : "csv"),
    problems,
    totals,
    ...(table?.encoding && { encoding: table.encoding }),
    ...(plan?.subject && { subject: plan.subject }),
    ...(plan?.preset && { preset: plan.preset.name }),
  };
}
