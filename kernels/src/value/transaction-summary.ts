import type { OrderHistory } from "./order-history.ts";

/** The unit in which the times of a summary are counted. A month is a twelfth of 365.25 days. */
export type TimeUnit = "day" | "week" | "month" | "year";

/** Days in each unit of time. */
export const daysInUnit: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

/** Transactions in any order, one entry of each array per transaction. */
export type TransactionLog = {
  /** The customer, a whole number of the caller's choice. */
  readonly customer: ArrayLike<number>;
  /** The day, as a whole number of days since any fixed day. */
  readonly day: ArrayLike<number>;
  /** The amount, from 0, in any one unit of money. */
  readonly amount: ArrayLike<number>;
};

/** A log summed up per customer, in ascending order of the customer's number. */
export type TransactionSummary = OrderHistory & {
  readonly unit: TimeUnit;
  readonly customer: Float64Array;
  readonly repeats: Float64Array;
  readonly last: Float64Array;
  readonly age: Float64Array;
  /** Mean amount of a repeat order, m; 0 where there is no repeat order. */
  readonly spend: Float64Array;
  /** Transactions left out because they lie after the end. */
  readonly afterEnd: number;
};

function check(log: TransactionLog, end: number): void {
  const size = log.customer.length;
  if (log.day.length !== size || log.amount.length !== size)
    throw new RangeError(
      `customer, day and amount differ in length: ${size}, ${log.day.length}, ${log.amount.length}`,
    );
  if (!Number.isSafeInteger(end)) throw new RangeError(`the end is not a whole day: ${end}`);
  for (let row = 0; row < size; row += 1) {
    const amount = log.amount[row] as number;
    if (!Number.isSafeInteger(log.customer[row]))
      throw new RangeError(`transaction ${row}: customer is not a whole number`);
    if (!Number.isSafeInteger(log.day[row]))
      throw new RangeError(`transaction ${row}: day is not a whole number`);
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY))
      throw new RangeError(`transaction ${row}: amount is negative or not finite: ${amount}`);
  }
}

/**
 * Sums a log of transactions up per customer into repeat orders, time of the last, age and mean
 * spend. Transactions of one customer on one day are one order of their total. Credit notes are
 * to be taken off before.
 *
 * @param log the transactions
 * @param end the last day of observation, counted like `day`; later transactions are left out
 * @param unit the unit of the times in the result
 * @throws RangeError with the index of the transaction whose customer or day is not a whole number
 *   or whose amount is negative or not finite
 */
export function summariseTransactions(
  log: TransactionLog,
  end: number,
  unit: TimeUnit,
): TransactionSummary {
  check(log, end);
  const rows = Uint32Array.from({ length: log.customer.length }, (_, row) => row)
    .filter((row) => (log.day[row] as number) <= end)
    .sort(
      (left, right) =>
        (log.customer[left] as number) - (log.customer[right] as number) ||
        (log.day[left] as number) - (log.day[right] as number) ||
        (log.amount[left] as number) - (log.amount[right] as number),
    );
  const customer: number[] = [];
  const repeats: number[] = [];
  const last: number[] = [];
  const age: number[] = [];
  const spend: number[] = [];
  let at = 0;
  while (at < rows.length) {
    const who = log.customer[rows[at] as number] as number;
    const first = log.day[rows[at] as number] as number;
    let day = first;
    let orders = 0;
    let total = 0;
    for (; at < rows.length && log.customer[rows[at] as number] === who; at += 1) {
      const row = rows[at] as number;
      const on = log.day[row] as number;
      if (on > day) orders += 1;
      if (on > first) total += log.amount[row] as number;
      day = on;
    }
    customer.push(who);
    repeats.push(orders);
    last.push((day - first) / daysInUnit[unit]);
    age.push((end - first) / daysInUnit[unit]);
    spend.push(orders === 0 ? 0 : total / orders);
  }
  return {
    unit,
    customer: Float64Array.from(customer),
    repeats: Float64Array.from(repeats),
    last: Float64Array.from(last),
    age: Float64Array.from(age),
    spend: Float64Array.from(spend),
    afterEnd: log.customer.length - rows.length,
  };
}
