import {
  type InvoicePeriod,
  invoicePeriods,
  logSum,
  ofContract,
  ofProject,
  projectEvidence,
  rhythmEvidence,
} from "./invoice-rhythm-evidence.ts";

/** What a customer's invoice dates say about how they buy. */
export type InvoiceRhythm = {
  /** Distinct days with an invoice. */
  readonly invoices: number;
} & (
  | {
      readonly kind: "contract";
      readonly probability: number;
      readonly period: InvoicePeriod;
      /** How sure the period is, given that it is a contract. */
      readonly periodProbability: number;
      /** Due dates from the first invoice to the last, and how many of them were invoiced. */
      readonly due: number;
      readonly billed: number;
    }
  /** `probability` is that of being no contract. */
  | { readonly kind: "project"; readonly probability: number }
  | {
      readonly kind: "cannot-be-said";
      /** That of a contract; null where there are too few invoices to compute one. */
      readonly probability: number | null;
      readonly why: "too-few-invoices" | "between";
      readonly need: number;
    }
);

/** Fewer invoices than this have at most one gap, which repeats nothing. */
const leastInvoices = 3;

/** The first and the last day that a date may be: 1800 to 2200, of which all books lie within. */
const firstDay = -62_091;
const lastDay = 84_006;

function checkDay(day: number, row: number): void {
  if (!(Number.isSafeInteger(day) && day >= firstDay && day <= lastDay))
    throw new RangeError(`invoice ${row}: no whole day from 1800 to 2200: ${day}`);
}

/** Whole days, ascending and without doubles. */
function distinctDays(days: ArrayLike<number>): Float64Array {
  for (let row = 0; row < days.length; row += 1) checkDay(days[row] as number, row);
  return Float64Array.from(new Set(Float64Array.from(days))).sort();
}

/**
 * Whether a customer is invoiced under a contract, from the regularity of the dates alone: how much
 * better the dates fit a grid (every week, 2 or 4 weeks, 1, 2, 3, 6 or 12 months, on a day of the
 * month that gives way to weekends and short months, with dates skipped and other invoices between)
 * than gaps without a rhythm. Both sides are weighed by their marginal likelihood, contract and
 * project alike beforehand.
 *
 * @param days of the invoices in any order, whole days since 1 January 1970 (months need the
 *   calendar); several on one day are one
 * @param certainty the probability from which one of the two is said, from .5 below 1
 * @throws RangeError with the index of a day that is not whole or not within 1800 to 2200, or for a
 *   certainty outside
 */
export function invoiceRhythm(days: ArrayLike<number>, certainty = 0.9): InvoiceRhythm {
  if (!(certainty >= 0.5 && certainty < 1))
    throw new RangeError(`the certainty lies from 0.5 below 1, got ${certainty}`);
  const distinct = distinctDays(days);
  const invoices = distinct.length;
  const need = leastInvoices;
  if (invoices < need)
    return { kind: "cannot-be-said", invoices, probability: null, why: "too-few-invoices", need };
  const rhythms = invoicePeriods.map((period) => ({
    period,
    ...rhythmEvidence(distinct, period, ofContract),
  }));
  const contract = logSum(rhythms.map(({ evidence }) => evidence)) - Math.log(rhythms.length);
  const onFixedDays = (
    [
      { every: 1, unit: "week" },
      { every: 1, unit: "month" },
    ] as const
  ).map((period) => rhythmEvidence(distinct, period, ofProject).evidence - Math.log(4));
  const project = logSum([projectEvidence(distinct) - Math.log(2), ...onFixedDays]);
  const probability = 1 / (1 + Math.exp(project - contract));
  if (probability >= certainty) {
    const best = rhythms.reduce((one, other) => (other.evidence > one.evidence ? other : one));
    const { period, due, billed } = best;
    const periodProbability = Math.exp(best.evidence - contract) / rhythms.length;
    return { kind: "contract", invoices, probability, period, periodProbability, due, billed };
  }
  return 1 - probability >= certainty
    ? { kind: "project", invoices, probability: 1 - probability }
    : { kind: "cannot-be-said", invoices, probability, why: "between", need };
}

/** Invoices of many customers: who, and on which day since 1 January 1970. */
export type InvoiceLog = { readonly customer: ArrayLike<number>; readonly day: ArrayLike<number> };

/**
 * The rhythm of each customer of a log, in ascending order of the customer's number.
 *
 * @throws RangeError with the index of an invoice whose customer is not a whole number or whose day
 *   cannot be, or for a certainty outside .5 to 1
 */
export function invoiceRhythms(
  { customer, day }: InvoiceLog,
  certainty = 0.9,
): readonly { readonly customer: number; readonly rhythm: InvoiceRhythm }[] {
  if (customer.length !== day.length)
    throw new RangeError(`customer and day differ in length: ${customer.length}, ${day.length}`);
  const days = new Map<number, number[]>();
  for (let row = 0; row < customer.length; row += 1) {
    const who = customer[row] as number;
    if (!Number.isSafeInteger(who))
      throw new RangeError(`invoice ${row}: customer is not a whole number`);
    checkDay(day[row] as number, row);
    const known = days.get(who);
    if (known === undefined) days.set(who, [day[row] as number]);
    else known.push(day[row] as number);
  }
  return [...days]
    .toSorted(([one], [other]) => one - other)
    .map(([who, list]) => ({ customer: who, rhythm: invoiceRhythm(list, certainty) }));
}
