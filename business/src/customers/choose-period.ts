import { KoersError } from "../koers-error.ts";
import { type CoveredMonths, lastRun } from "./covered-months.ts";
import { type MonthNumber, type MonthRange, monthNumber, monthText } from "./month.ts";

const year = 12;
const longest = 50 * year;

/**
 * The period that is asked for, or the last twelve full months that the books and, when there are
 * hours, the hours cover; shorter where they do not cover twelve. Books are audit files; invoices
 * alone count where there is no audit file of the year before the last invoice.
 */
export function choosePeriod(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  covered: CoveredMonths,
  today: string,
): MonthRange {
  if (asked.from === undefined && asked.to === undefined) {
    return defaultPeriod(covered) ?? lastYear(monthNumber(today));
  }
  const from = asked.from === undefined ? undefined : monthNumber(asked.from);
  const to = asked.to === undefined ? undefined : monthNumber(asked.to);
  const range = {
    from: from ?? (to as MonthNumber) - year + 1,
    to: to ?? (from as MonthNumber) + year - 1,
  };
  if (range.from > range.to || range.to - range.from >= longest) {
    throw new KoersError("period-invalid", {
      from: monthText(range.from),
      to: monthText(range.to),
    });
  }
  return range;
}

function defaultPeriod(covered: CoveredMonths): MonthRange | undefined {
  const lastOfLedger = Math.max(...covered.ledger, 0);
  const lastOfAll = Math.max(...covered.revenue, 0);
  const books =
    covered.ledger.size > 0 && lastOfAll - lastOfLedger < year ? covered.ledger : covered.revenue;
  const both = new Set([...books].filter((month) => covered.hours.has(month)));
  const run = lastRun(both, year) ?? lastRun(books, year);
  return run;
}

function lastYear(running: MonthNumber): MonthRange {
  return { from: running - year, to: running - 1 };
}
