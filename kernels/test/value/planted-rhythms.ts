import type { RandomStream } from "../../src/numeric/random-stream.ts";
import { dayNumberOf } from "../../src/value/invoice-rhythm-calendar.ts";
import type { InvoicePeriod } from "../../src/value/invoice-rhythm-evidence.ts";

const firstMonth = 12 * 2022;

/** A day moved to a weekday: Saturday to Friday, Sunday to Monday. */
function weekday(day: number): number {
  const ofWeek = (((day + 3) % 7) + 7) % 7;
  return ofWeek === 5 ? day - 1 : ofWeek === 6 ? day + 1 : day;
}

function poisson(stream: RandomStream, mean: number): number {
  const least = Math.exp(-mean);
  let product = stream.uniform();
  let count = 0;
  while (product > least) {
    product *= stream.uniform();
    count += 1;
  }
  return count;
}

export type Habits = {
  /** Chance that a due date is not invoiced. */
  readonly skip: number;
  /** Days that an invoice may be late, evenly. */
  readonly late: number;
  /** Other invoices, on average for each due date. */
  readonly extra: number;
};

/** Invoices of a contract with so many due dates: on a weekday at or soon after each of them. */
export function contractDays(
  stream: RandomStream,
  period: InvoicePeriod,
  dates: number,
  { skip, late, extra }: Habits,
): number[] {
  const start = stream.integer(12);
  const day = stream.integer(3) === 0 ? 31 : 1 + stream.integer(28);
  const weekStart = dayNumberOf({ month: firstMonth + start, day });
  const due = Array.from({ length: dates }, (_, k) =>
    period.unit === "week"
      ? weekStart + 7 * period.every * k
      : dayNumberOf({ month: firstMonth + start + period.every * k, day }),
  );
  const days = due
    .filter((_, k) => k === 0 || stream.uniform() >= skip)
    .map((date) => weekday(date + stream.integer(late + 1)));
  const span = (due.at(-1) as number) - (due[0] as number);
  const others = poisson(stream, extra * dates);
  for (let k = 0; k < others; k += 1)
    days.push(weekday((due[0] as number) + stream.integer(span + 1)));
  return days;
}

/** How a firm without a contract is invoiced. */
export type ProjectHabit = "at-random" | "in-bursts" | "loosely-spaced" | "at-month-end";

const spread: Readonly<Record<Exclude<ProjectHabit, "at-month-end">, number>> = {
  "at-random": 1,
  "in-bursts": 0.5,
  "loosely-spaced": 2,
};

/** So many invoices of projects, on weekdays, about every `gap` days. */
export function projectDays(
  stream: RandomStream,
  habit: ProjectHabit,
  invoices: number,
  gap: number,
): number[] {
  const days: number[] = [];
  if (habit === "at-month-end") {
    const chance = Math.min(0.45, 30 / gap);
    for (let month = firstMonth; days.length < invoices; month += 1)
      if (stream.uniform() < chance) days.push(weekday(dayNumberOf({ month, day: 31 })));
    return days;
  }
  const shape = spread[habit];
  let at = dayNumberOf({ month: firstMonth, day: 1 }) + stream.integer(90);
  for (let k = 0; k < invoices; k += 1) {
    days.push(weekday(Math.round(at)));
    at += (stream.gamma(shape) * gap) / shape;
  }
  return days;
}
