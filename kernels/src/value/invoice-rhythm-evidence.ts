import { logBeta, logGamma } from "../numeric/gamma-functions.ts";
import { dayNumberOf, daysIn, type MonthDay, monthDayOf } from "./invoice-rhythm-calendar.ts";

/** How often a contract is invoiced. */
export type InvoicePeriod = { readonly every: number; readonly unit: "week" | "month" };

/** The periods that are tried: a week, two and four weeks; one, two, three, six and twelve months. */
export const invoicePeriods: readonly InvoicePeriod[] = [
  { every: 1, unit: "week" },
  { every: 2, unit: "week" },
  { every: 4, unit: "week" },
  { every: 1, unit: "month" },
  { every: 2, unit: "month" },
  { every: 3, unit: "month" },
  { every: 6, unit: "month" },
  { every: 12, unit: "month" },
];

/** What is believed of how regularly the dates of a grid are invoiced: a beta distribution. */
type Regularity = { readonly billed: number; readonly skipped: number };

/** Of a contract: nine of ten dates, give or take. */
export const ofContract: Regularity = { billed: 9, skipped: 1 };
/** Of a project that is invoiced on fixed days, as at the end of a month: mostly less than half. */
export const ofProject: Regularity = { billed: 2, skipped: 5 };

/** Mean distances, in days, of an invoice from its date that are tried. */
const scatters = [0.7, 2, 5];

/** The dates on which a rhythm falls due, from about `from` to about `to`. */
function dueDates(
  period: InvoicePeriod,
  at: number | MonthDay,
  from: number,
  to: number,
): number[] {
  const dates: number[] = [];
  if (typeof at === "number") {
    const step = 7 * period.every;
    const first = at + Math.round((from - at) / step) * step;
    for (let due = first; due <= to + step / 2; due += step) dates.push(due);
  } else
    for (let month = at.month; ; month += period.every) {
      const due = dayNumberOf({ month, day: at.day });
      if (due > to + 15 * period.every) break;
      dates.push(due);
    }
  return dates;
}

/**
 * Logarithm of the evidence for invoices on a grid of due dates: each date is invoiced with a chance
 * that is beta, on a day that scatters around it (two-sided geometric); what lies elsewhere came at
 * random, at a rate of its own. The invoice nearest to a date is taken as its own.
 */
function gridEvidence(
  days: ArrayLike<number>,
  dates: readonly number[],
  periodDays: number,
  scatter: number,
  regularity: Regularity,
): { evidence: number; billed: number; due: number } {
  const decay = Math.exp(-1 / scatter);
  const logPeak = Math.log((1 - decay) / (1 + decay));
  const reach = Math.min(Math.floor(periodDays / 3), Math.ceil(4 * scatter) + 1);
  let at = 0;
  let billed = 0;
  let evidence = 0;
  const first = days[0] as number;
  const last = days[days.length - 1] as number;
  let due = 0;
  for (const date of dates) {
    // Dates of which nothing can be seen: before the first invoice or after the last.
    if (date < first - reach || date > last + reach) continue;
    due += 1;
    while (at < days.length && (days[at] as number) < date - reach) at += 1;
    let nearest = -1;
    for (let k = at; k < days.length && (days[k] as number) <= date + reach; k += 1)
      if (
        nearest < 0 ||
        Math.abs((days[k] as number) - date) < Math.abs((days[nearest] as number) - date)
      )
        nearest = k;
    if (nearest < 0) continue;
    billed += 1;
    evidence += logPeak - Math.abs((days[nearest] as number) - date) / scatter;
    at = nearest + 1;
  }
  const extra = days.length - billed;
  // A rhythm that does not explain half of the invoices is none of this customer.
  if (extra > billed) return { evidence: Number.NEGATIVE_INFINITY, billed, due };
  evidence +=
    logBeta(regularity.billed + billed, regularity.skipped + due - billed) -
    logBeta(regularity.billed, regularity.skipped);
  return { evidence: evidence + randomEvidence(extra, last - first + 1), billed, due };
}

/** Invoices at random in so many days, at a rate that is gamma: about one in half a year or more. */
function randomEvidence(invoices: number, days: number): number {
  const shape = 0.5;
  const rate = 180;
  return (
    logGamma(shape + invoices) -
    logGamma(shape) +
    shape * Math.log(rate) -
    (shape + invoices) * Math.log(rate + days)
  );
}

export function logSum(values: readonly number[]): number {
  const highest = Math.max(...values);
  if (highest === Number.NEGATIVE_INFINITY) return highest;
  return highest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - highest), 0));
}

/** Evidence for one rhythm, and how much of it was seen where it is strongest. */
export type RhythmEvidence = {
  readonly evidence: number;
  readonly billed: number;
  readonly due: number;
};

/** Where a grid may lie: through one of the first invoices, or up to so many days beside it. */
function anchors(
  days: ArrayLike<number>,
  period: InvoicePeriod,
  reach: number,
): readonly (number | MonthDay)[] {
  const known = new Map<string, number | MonthDay>();
  const first = days[0] as number;
  for (let k = 0; k < Math.min(4, days.length); k += 1)
    for (let beside = -reach; beside <= reach; beside += 1) {
      const day = (days[k] as number) + beside;
      if (period.unit === "week") {
        const step = 7 * period.every;
        const phase = day - Math.floor(day / step) * step;
        known.set(`${phase}`, phase);
        continue;
      }
      const date = monthDayOf(day);
      // Back to the last month of this rhythm that begins before the first invoice.
      const start = monthDayOf(first).month - period.every;
      const back = ((((date.month - start) % period.every) + period.every) % period.every) + start;
      const place = { month: back, day: date.day };
      known.set(`${place.month}/${place.day}`, place);
      // The last day of a month may mean the end of every month.
      if (date.day === daysIn(date.month) && date.day < 31)
        known.set(`${place.month}/31`, { month: back, day: 31 });
    }
  return [...known.values()];
}

/** The evidence for a rhythm of this period, over where its dates lie and how far invoices scatter. */
export function rhythmEvidence(
  days: ArrayLike<number>,
  period: InvoicePeriod,
  regularity: Regularity,
): RhythmEvidence {
  const periodDays = period.every * (period.unit === "week" ? 7 : 365.25 / 12);
  const from = days[0] as number;
  const to = days[days.length - 1] as number;
  const places = anchors(days, period, Math.min(4, Math.floor(periodDays / 4)));
  const found: number[] = [];
  let best: RhythmEvidence = { evidence: Number.NEGATIVE_INFINITY, billed: 0, due: 0 };
  const fitting = scatters.filter((scatter) => scatter <= periodDays / 8);
  for (const place of places) {
    const dates = dueDates(period, place, from, to);
    for (const scatter of fitting) {
      const here = gridEvidence(days, dates, periodDays, scatter, regularity);
      found.push(here.evidence);
      if (here.evidence > best.evidence) best = here;
    }
  }
  // Summed over phases the first invoice has its own day for certain, as it has without a rhythm.
  return { ...best, evidence: logSum(found) - Math.log(fitting.length) };
}

/** Shapes of the gaps between invoices without a rhythm: in bursts, at random, or loosely spaced. */
const gapShapes = [0.5, 1, 2, 4];

/** Logarithm of the evidence for gaps without a date to hold on to (gamma, of any rate). */
export function projectEvidence(days: ArrayLike<number>): number {
  const gaps = days.length - 1;
  const whole = (days[gaps] as number) - (days[0] as number);
  let logGaps = 0;
  for (let k = 1; k < days.length; k += 1)
    logGaps += Math.log((days[k] as number) - (days[k - 1] as number));
  // Gaps are of about a quarter, give or take a factor ten.
  return logSum(
    gapShapes.map((shape) => {
      const rate = 90 / shape;
      return (
        (shape - 1) * logGaps -
        gaps * logGamma(shape) +
        logGamma(1 + shape * gaps) +
        Math.log(rate) -
        (1 + shape * gaps) * Math.log(rate + whole) -
        Math.log(gapShapes.length)
      );
    }),
  );
}
