import type { Problem } from "../problem.ts";
import type { BookRecord } from "../record.ts";
import { refusedBy } from "../refusal.ts";
import type { Source } from "../source.ts";
import { cellText, type Row } from "./cell.ts";
import { headerKey } from "./header-key.ts";
import { columnFor } from "./match-preset.ts";
import { openTable } from "./open-file.ts";
import type { OpenTable } from "./open-table.ts";
import { type Plan, type PlanOptions, planTable } from "./plan.ts";
import { type ProblemList, problemList } from "./problem-list.ts";
import { recordMaker } from "./records/record-maker.ts";
import { rowContext } from "./records/row-context.ts";
import { rowFilter } from "./row-filter.ts";
import { rowValues } from "./row-values.ts";
import { type Survey, survey } from "./survey.ts";
import { newTotals } from "./totals.ts";

export type TableOptions = PlanOptions & {
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  /** Currency of amounts that have none of their own; EUR when absent. */
  readonly currency?: string | undefined;
  readonly today: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
};

type Emit = (records: readonly BookRecord[]) => void | Promise<void>;

/** What is known of a table after it was read, as far as it could be. */
export type ProcessedTable = {
  readonly table?: OpenTable;
  readonly survey?: Survey;
  readonly plan?: Plan;
  readonly problems: readonly Problem[];
  readonly totals: Readonly<Record<string, string | number>>;
};

const batchSize = 500;

/** Which rows a preset leaves out: payments among invoices, drafts, voided documents. */
function rowChoice(plan: Plan, found: Survey): (row: Row) => boolean {
  const { preset } = plan;
  const tests: ((row: Row) => boolean)[] = [];
  for (const [rule, keep] of [
    [preset?.only, true],
    [preset?.except, false],
  ] as const) {
    const column = rule && columnFor(found.columns, rule.column);
    if (!column) continue;
    const values = new Set(rule.values);
    tests.push((row) => values.has(headerKey(cellText(row.cells[column.index]))) === keep);
  }
  return (row) => tests.every((test) => test(row));
}

async function readRows(
  table: OpenTable,
  found: Survey,
  plan: Plan,
  options: TableOptions,
  problems: ProblemList,
  emit: Emit | undefined,
  size: number,
): Promise<Readonly<Record<string, string | number>>> {
  const totals = newTotals();
  const values = rowValues(problems, table.sheet);
  const context = rowContext({
    columns: plan.columns,
    traits: plan.traits,
    values,
    problems,
    totals,
    defaultCurrency: options.currency ?? "EUR",
    vat: plan.vat,
    today: options.today,
  });
  const maker = plan.subject && recordMaker(plan.subject, found.invoicesAdjacent);
  const chosen = rowChoice(plan, found);
  const filter = rowFilter(found.shape);
  let batch: BookRecord[] = [];
  let leftOut = 0;
  let firstLeftOut: number | undefined;

  async function handOn(): Promise<void> {
    totals.records(batch.length);
    for (let at = 0; at < batch.length && !problems.refused; at += batchSize)
      await emit?.(batch.slice(at, at + batchSize));
    batch = [];
  }

  const progress =
    options.onProgress && ((bytes: number) => options.onProgress?.((size + bytes) / 2));
  for await (const rows of table.rows({ signal: options.signal, onProgress: progress })) {
    for (const raw of rows) {
      if (raw.row <= found.headerRow) continue;
      for (const row of filter.take(raw)) {
        if (!chosen(row)) {
          leftOut++;
          firstLeftOut ??= row.line;
          continue;
        }
        totals.row();
        values.start(row);
        context.at(row.line);
        if (maker === undefined) context.traits();
        else for (const record of maker.take(context)) batch.push(record);
      }
    }
    if (batch.length >= batchSize) await handOn();
  }
  for (const record of maker?.end() ?? []) batch.push(record);
  await handOn();
  values.end();
  const { skipped } = filter;
  if (skipped.first !== undefined && skipped.count > 0)
    problems.add({
      code: "ROWS_SKIPPED",
      severity: "note",
      place: { line: skipped.first },
      count: skipped.count,
    });
  if (skipped.firstSuspect !== undefined)
    problems.add({
      code: "ROWS_SKIPPED",
      severity: "flag",
      place: { line: skipped.firstSuspect },
      count: skipped.suspect,
    });
  if (firstLeftOut !== undefined)
    problems.add({
      code: "ROWS_LEFT_OUT",
      severity: "note",
      place: { line: firstLeftOut },
      count: leftOut,
    });
  return totals.all();
}

/**
 * Reads a table twice: once to decide how (header, conventions, subject, mapping), once to make records.
 * The second time is left out when a question is open or the first already refused the file.
 */
export async function processTable(
  source: Source,
  options: TableOptions,
  emit?: Emit,
): Promise<ProcessedTable> {
  const problems = problemList();
  let table: OpenTable | undefined;
  let found: Survey | undefined;
  let plan: Plan | undefined;
  let totals: Readonly<Record<string, string | number>> = {};
  try {
    table = await openTable(source, options);
    for (const problem of table.problems) problems.add(problem);
    const progress = options.onProgress && ((bytes: number) => options.onProgress?.(bytes / 2));
    found = await survey(table, {
      subject: options.subject,
      mapping: options.mapping,
      headerRow: options.headerRow,
      signal: options.signal,
      onProgress: progress,
    });
    plan = planTable(found, options);
    for (const problem of plan.problems) problems.add(problem);
    totals = { rows: found.rows };
    if (!problems.refused && plan.questions.length === 0)
      totals = await readRows(table, found, plan, options, problems, emit, source.size);
    for (const problem of table.notes()) problems.add(problem);
  } catch (error) {
    problems.add(refusedBy(error));
  }
  return {
    ...(table && { table }),
    ...(found && { survey: found }),
    ...(plan && { plan }),
    problems: problems.all(),
    totals,
  };
}
