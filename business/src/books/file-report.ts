import type { FileProblem, FileReport } from "@koers/contract";
import type { Problem, ReadResult } from "@koers/formats";
import type { Analysis } from "./analyse-file.ts";
import { accountsOf, reconcileBooks, revenueOf } from "./books-report.ts";
import { formatCents, formatHours } from "./cents.ts";
import { importProblem } from "./import-problem.ts";
import type { InvoicePlace, RecordsSummary } from "./records-summary.ts";
import { isTotal } from "./total-problem.ts";

/** What is said of a file that was read: by its reader, and by what its records add up to. */
export function reportFile(
  name: string,
  uploadIds: readonly string[],
  analysis: Analysis,
): FileReport {
  const { file, result, books, records } = analysis;
  const problems = [...mergeProblems(file.problems, result.problems).map(flatProblem)];
  const currency = result.administration?.currency ?? null;
  const reconciliation =
    books === null ? null : reconcileBooks(books, currency, controlTotals(result));
  // Of a file that was not read to its end, what has no customer says nothing.
  const wasRead = problems.every(({ severity, code }) => severity !== "refuse" || isTotal(code));
  if (reconciliation !== null && reconciliation.advice !== null) {
    if (wasRead) problems.push(importProblem("CUSTOMER_UNKNOWN", "note"));
  } else if (reconciliation !== null && reconciliation.unattributed.length > 0)
    problems.push(
      importProblem("REVENUE_UNATTRIBUTED", "note", {
        count: reconciliation.unattributed.reduce((lines, row) => lines + row.lines, 0),
      }),
    );
  if (records !== null) problems.push(...invoiceProblems(records));
  return {
    file: name,
    uploadIds: [...uploadIds],
    size: file.size,
    format: result.format,
    subject: file.subject,
    accepted: isAccepted(problems),
    problems,
    totals: { ...totalsOf(analysis), ...result.totals },
    encoding: result.encoding ?? null,
    administration: administrationOf(result),
    table: file.table,
    reconciliation,
    accounts: books === null ? [] : accountsOf(books),
    activities:
      records === null
        ? []
        : [...records.activities.values()]
            .toSorted((a, b) => Number(b.seconds - a.seconds))
            .map(({ name: activity, kind, seconds }) => ({
              name: activity,
              kind,
              hours: formatHours(seconds),
            })),
    changes: null,
  };
}

/** Whether nothing stands in the way of importing the file as it is. */
export function isAccepted(problems: readonly FileProblem[]): boolean {
  return problems.every((problem) => problem.severity === "flag" || problem.severity === "note");
}

/** A reader's problem with its place beside its code. */
export function flatProblem(problem: Problem): FileProblem {
  const { place, ...rest } = problem;
  return { ...rest, ...place };
}

// A table is described before it is read, and finds its problems twice.
function mergeProblems(first: readonly Problem[], then: readonly Problem[]): readonly Problem[] {
  const known = new Set(then.map((problem) => JSON.stringify(problem)));
  const codes = new Set(then.map((problem) => problem.code));
  const left = first.filter(
    (problem) => !known.has(JSON.stringify(problem)) && !codes.has(problem.code),
  );
  return [...left, ...then];
}

// Readers report what differs; what they do not report was equal.
function controlTotals(result: ReadResult) {
  const totals = [
    ["linesCount", "lines", "LINES_COUNT_MISMATCH"],
    ["totalDebit", "totalDebit", "TOTAL_DEBIT_MISMATCH"],
    ["totalCredit", "totalCredit", "TOTAL_CREDIT_MISMATCH"],
  ] as const;
  const missing = result.problems.some((problem) => problem.code === "CONTROL_TOTAL_MISSING");
  return totals.flatMap(([name, key, code]) => {
    const problem = result.problems.find(
      (one) => one.code === code && one.field?.startsWith("transactions/") === true,
    );
    // Some packages count bookings where lines are meant; that is as good a count.
    const booked = problem?.severity === "flag" ? result.totals["transactions"] : undefined;
    if (booked !== undefined && String(booked) === problem?.found)
      return [{ name, declared: problem.found, found: String(booked), equal: true }];
    const counted = result.totals[key];
    const found = String(problem?.expected ?? counted ?? "");
    if (found === "" || (missing && problem === undefined)) return [];
    return [{ name, declared: problem?.found ?? found, found, equal: problem === undefined }];
  });
}

function totalsOf({ books, records }: Analysis): Record<string, string | number> {
  if (books !== null) {
    const { ledger, attributed } = revenueOf(books);
    return { revenue: formatCents(attributed), ledgerRevenue: formatCents(ledger) };
  }
  if (records === null) return {};
  return {
    ...records.counts,
    ...(records.seconds === 0n ? {} : { hours: formatHours(records.seconds) }),
  };
}

function invoiceProblems(records: RecordsSummary): FileProblem[] {
  const kept = (records.counts["invoices"] ?? 0) + (records.counts["creditNotes"] ?? 0);
  const place = (first: InvoicePlace | undefined) =>
    first === undefined
      ? {}
      : {
          line: first.line,
          found: first.number,
          ...(first.entry === undefined ? {} : { entry: first.entry }),
        };
  const problems: FileProblem[] = [];
  if (records.purchases.count > 0)
    problems.push(
      importProblem("PURCHASE_INVOICE", kept === 0 ? "refuse" : "flag", {
        field: "seller",
        count: records.purchases.count,
        ...place(records.purchases.first),
      }),
    );
  if (records.foreign.count > 0)
    problems.push(
      importProblem("INVOICE_NOT_OURS", "flag", {
        field: "seller",
        count: records.foreign.count,
        ...place(records.foreign.first),
      }),
    );
  if (records.withoutNet.count > 0)
    problems.push(
      importProblem("NET_MISSING", "flag", {
        field: "net",
        count: records.withoutNet.count,
        ...place(records.withoutNet.first),
      }),
    );
  return problems;
}

function administrationOf({ administration }: ReadResult): FileReport["administration"] {
  if (administration === undefined) return null;
  const { name, software, fiscalYear, currency, startDate, endDate } = administration;
  return {
    name: name ?? null,
    software: software ?? null,
    fiscalYear: fiscalYear ?? null,
    currency: currency ?? null,
    startDate: startDate ?? null,
    endDate: endDate ?? null,
  };
}
