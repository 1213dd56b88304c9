import type { TransactionLog } from "./transaction-summary.ts";

/** Who ordered on which day: all that a backtest needs of a log. */
export type OrderLog = Pick<TransactionLog, "customer" | "day">;

/** The days with an order of each customer, ascending and without doubles. */
export type OrderDays = {
  readonly customers: number;
  /** The days of customer k stand from `start[k]` up to `start[k + 1]`. */
  readonly start: Int32Array;
  readonly day: Float64Array;
};

/** Sorts a log by customer and day. RangeError with the index of an entry that cannot be. */
export function orderDays({ customer, day }: OrderLog): OrderDays {
  if (customer.length !== day.length)
    throw new RangeError(`customer and day differ in length: ${customer.length}, ${day.length}`);
  for (let row = 0; row < customer.length; row += 1) {
    if (!Number.isSafeInteger(customer[row]))
      throw new RangeError(`order ${row}: customer is not a whole number`);
    if (!Number.isSafeInteger(day[row]))
      throw new RangeError(`order ${row}: day is not a whole number`);
  }
  const rows = Uint32Array.from({ length: customer.length }, (_, row) => row).sort(
    (left, right) =>
      (customer[left] as number) - (customer[right] as number) ||
      (day[left] as number) - (day[right] as number),
  );
  const start: number[] = [];
  const days: number[] = [];
  rows.forEach((row, place) => {
    const before = place === 0 ? -1 : (rows[place - 1] as number);
    const same = place > 0 && customer[row] === customer[before];
    if (!same) start.push(days.length);
    if (!same || day[row] !== day[before]) days.push(day[row] as number);
  });
  return {
    customers: start.length,
    start: Int32Array.from([...start, days.length]),
    day: Float64Array.from(days),
  };
}

/** The customers known at an origin, as the models see them there, and what they did after it. */
export type Window = {
  readonly origin: number;
  readonly horizon: number;
  /** Which customer each row is, as a place in `OrderDays`. */
  readonly customer: Int32Array;
  readonly first: Float64Array;
  /** Repeat orders up to the origin. */
  readonly repeats: Float64Array;
  /** Days from the first order to the last one, and to the origin. */
  readonly last: Float64Array;
  readonly age: Float64Array;
  /** Repeat orders in the horizon's length of days that ends at the origin. */
  readonly justBefore: Float64Array;
  /** Repeat orders in the same days a year earlier. */
  readonly yearEarlier: Float64Array;
  /** Orders within the horizon after the origin: what was held out. */
  readonly actual: Float64Array;
};

const yearInDays = 365;

export function windowAt(orders: OrderDays, origin: number, horizon: number): Window {
  const known: number[] = [];
  for (let customer = 0; customer < orders.customers; customer += 1)
    if ((orders.day[orders.start[customer] as number] as number) <= origin) known.push(customer);
  const window = {
    origin,
    horizon,
    customer: Int32Array.from(known),
    first: new Float64Array(known.length),
    repeats: new Float64Array(known.length),
    last: new Float64Array(known.length),
    age: new Float64Array(known.length),
    justBefore: new Float64Array(known.length),
    yearEarlier: new Float64Array(known.length),
    actual: new Float64Array(known.length),
  };
  known.forEach((customer, row) => {
    const start = orders.start[customer] as number;
    const days = orders.day.subarray(start, orders.start[customer + 1]);
    const first = days[0] as number;
    const count = (after: number, until: number) => {
      let inside = 0;
      for (let k = 1; k < days.length; k += 1)
        if ((days[k] as number) > after && (days[k] as number) <= until) inside += 1;
      return inside;
    };
    window.first[row] = first;
    window.repeats[row] = count(first, origin);
    window.last[row] = (days[window.repeats[row] as number] as number) - first;
    window.age[row] = origin - first;
    window.justBefore[row] = count(origin - horizon, origin);
    window.yearEarlier[row] = count(origin - yearInDays, origin - yearInDays + horizon);
    window.actual[row] = count(origin, origin + horizon);
  });
  return window;
}
