import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { KnownCustomers } from "./small-samples.ts";

const samples = path.resolve(
  import.meta.dirname,
  "../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
  "value",
);

function rowsOf(name: string): readonly (readonly string[])[] {
  const text = readFileSync(path.join(samples, name), "utf8");
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/[\s,]+/));
}

/**
 * The customers of CDNOW in weeks, with their orders and spend in the 39 weeks that were held out;
 * null where the samples are not there.
 */
export function cdnowCustomers(): KnownCustomers | null {
  if (!existsSync(samples)) return null;
  const rows = rowsOf("btyd_cdnowSummary_cbs.csv").slice(1);
  const column = (place: number) => Float64Array.from(rows, (row) => Number(row[place]));
  const amountAhead = new Float64Array(rows.length);
  for (const [, customer, day, , amount] of rowsOf("CDNOW_sample.txt")) {
    const at = Number(customer) - 1;
    if (Number(day) > 19_970_930) amountAhead[at] = (amountAhead[at] as number) + Number(amount);
  }
  return {
    repeats: column(1),
    last: column(2),
    age: column(3),
    spend: Float64Array.from(rowsOf("btyd_cdnowSummary_m.x.csv").slice(1), ([mean]) =>
      Number(mean),
    ),
    ordersAhead: column(4),
    amountAhead,
  };
}
