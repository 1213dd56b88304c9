import { lastDay, type MonthNumber, type MonthRange, monthNumber } from "./month.ts";

/** A file that is part of the books, and the days it speaks for. */
export type CoveringFile = {
  readonly subject: string;
  readonly sourceSystemId: number;
  readonly sourceKind: string;
  readonly from: string;
  readonly to: string;
};

export type CoveredMonths = {
  /** Whole months of audit files. */
  readonly ledger: ReadonlySet<MonthNumber>;
  /** Months in which revenue is known, from audit files or invoices. */
  readonly revenue: ReadonlySet<MonthNumber>;
  readonly hours: ReadonlySet<MonthNumber>;
};

/**
 * Which months are known in full. Of an audit file, the months of which it speaks for every day. Of
 * invoices and hours, the months from the first entry to the last: e-invoices come one by one, so those
 * of one system count as one file. The running month is never full.
 */
export function coveredMonths(files: readonly CoveringFile[], today: string): CoveredMonths {
  const running = monthNumber(today);
  const ledger = new Set<MonthNumber>();
  const revenue = new Set<MonthNumber>();
  const hours = new Set<MonthNumber>();
  const addAll = (range: MonthRange, ...sets: Set<MonthNumber>[]) => {
    for (let month = range.from; month <= range.to && month < running; month += 1) {
      for (const set of sets) set.add(month);
    }
  };
  for (const file of files) {
    if (file.subject !== "books") continue;
    const from = monthNumber(file.from) + (file.from.endsWith("-01") ? 0 : 1);
    const last = monthNumber(file.to);
    addAll({ from, to: file.to >= lastDay(last) ? last : last - 1 }, ledger, revenue);
  }
  const oneByOne = new Map<number, MonthRange>();
  for (const file of files) {
    const range = { from: monthNumber(file.from), to: monthNumber(file.to) };
    if (file.subject === "hours") addAll(range, hours);
    if (file.subject !== "invoices") continue;
    if (file.sourceKind !== "e-invoicing") {
      addAll(range, revenue);
      continue;
    }
    const known = oneByOne.get(file.sourceSystemId) ?? range;
    oneByOne.set(file.sourceSystemId, {
      from: Math.min(known.from, range.from),
      to: Math.max(known.to, range.to),
    });
  }
  for (const range of oneByOne.values()) addAll(range, revenue);
  return { ledger, revenue, hours };
}

/** The last unbroken run of months, at most `most` long; undefined when there is none. */
export function lastRun(months: ReadonlySet<MonthNumber>, most: number): MonthRange | undefined {
  if (months.size === 0) return undefined;
  const to = Math.max(...months);
  let from = to;
  while (months.has(from - 1) && to - from + 1 < most) from -= 1;
  return { from, to };
}

/** Whether every month of a range is known, some are, or none is. */
export function coverageOf(
  range: MonthRange,
  months: ReadonlySet<MonthNumber>,
): "all" | "part" | "none" {
  let known = 0;
  for (let month = range.from; month <= range.to; month += 1) if (months.has(month)) known += 1;
  return known === range.to - range.from + 1 ? "all" : known === 0 ? "none" : "part";
}
