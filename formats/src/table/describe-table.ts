import type { Problem } from "../problem.ts";
import type { Source } from "../source.ts";
import { cellText } from "./cell.ts";
import { contentOf } from "./column.ts";
import type { Subject, TableMapping } from "./field.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { SheetDescription } from "./open-table.ts";
import { processTable, type TableOptions } from "./process-table.ts";
import type { TableQuestion } from "./question.ts";

export type ColumnDescription = {
  readonly header: string;
  /** Up to five different texts from the column. */
  readonly samples: readonly string[];
  readonly content: ReturnType<typeof contentOf>;
  readonly filled: number;
  readonly currency?: string;
  /** How its numbers or dates are read, and what settled it. */
  readonly convention?: string;
  readonly decidedBy?: string;
};

/** Everything a mapping screen and `inspect` need to know of a file. */
export type TableDescription = {
  readonly format: "csv" | "xlsx";
  readonly sheets: readonly SheetDescription[];
  readonly delimiter?: string;
  readonly encoding?: string;
  /** As a spreadsheet numbers it; absent when the table has no header. */
  readonly headerRow?: number;
  readonly columns: readonly ColumnDescription[];
  /** At most twenty rows of data, as texts. */
  readonly firstRows: readonly (readonly string[])[];
  /** The same for every file with these headers; under it a mapping is remembered. */
  readonly fingerprint: string;
  readonly preset?: string;
  readonly subject?: Subject;
  readonly mapping: TableMapping;
  readonly questions: readonly TableQuestion[];
  readonly problems: readonly Problem[];
  readonly totals: Readonly<Record<string, string | number>>;
};

/**
 * Reads a CSV or XLSX to its end without making anything of it: what it is, how it will be read, what must
 * be asked first and what is wrong with it. Never throws for content.
 */
export async function describeTable(
  source: Source,
  options: TableOptions,
): Promise<TableDescription> {
  const { table, survey, plan, problems, totals } = await processTable(source, options);
  const columns = (survey?.columns ?? []).map((column): ColumnDescription => {
    const decided = plan?.decided.get(column.header.label);
    const convention = decided?.date ?? decided?.number;
    return {
      header: column.header.label,
      samples: [...new Set(column.samples)].slice(0, 5),
      content: contentOf(column),
      filled: column.filled,
      ...(column.header.currency && { currency: column.header.currency }),
      ...(convention?.value && { convention: convention.value }),
      ...(convention && { decidedBy: convention.by }),
    };
  });
  return {
    format: table?.format ?? (/\.xls/i.test(source.name) ? "xlsx" : "csv"),
    sheets: table?.sheets ?? [],
    ...(table?.delimiter && { delimiter: table.delimiter }),
    ...(table?.encoding && { encoding: table.encoding }),
    ...(survey && survey.headerRow > 0 && { headerRow: survey.headerRow }),
    columns,
    firstRows: (survey?.firstRows ?? []).map((row) =>
      columns.map((_, index) => cellText(row.cells[index]).slice(0, 200)),
    ),
    fingerprint: fingerprintOf((survey?.columns ?? []).map((column) => column.header.key)),
    ...(plan?.preset && { preset: plan.preset.name }),
    ...(plan?.subject && { subject: plan.subject }),
    mapping: plan?.mapping ?? { fields: {} },
    questions: plan?.questions ?? [],
    problems,
    totals,
  };
}
