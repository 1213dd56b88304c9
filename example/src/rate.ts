import { type Month, yearOf } from "./calendar.ts";
import type { Service } from "./firm.ts";
import { type Cents, euros } from "./money.ts";

const startingRates: Readonly<Record<Service, number>> = {
  design: 98,
  engineering: 110,
  "project-management": 122,
};

/** List rate per hour: whole euros, 3 % more each January. */
export function listRate(service: Service, month: Month, firstMonth: Month): Cents {
  const years = yearOf(month) - yearOf(firstMonth);
  return euros((startingRates[service] * (100 + 3 * years)) / 100);
}

/** The list rate with a discount in hundredths, in whole euros. */
export function agreedRate(rate: Cents, discount: number): Cents {
  return euros((Number(rate) * (100 - discount)) / 10_000);
}
