import { createRandom } from "./random.ts";

/** One sale of the firm that the benches make up; amounts in cents. */
export type Sale = {
  readonly number: number;
  /** Of 2025, `YYYY-MM-DD`. */
  readonly date: string;
  readonly month: number;
  readonly customer: number;
  readonly net: number;
  readonly vat: number;
};

export const customerCount = 5_000;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Sales in the order of their dates; the same ones each time they are asked for. */
export function* sales(count: number): Generator<Sale> {
  const random = createRandom(20_251_121);
  for (let number = 1; number <= count; number += 1) {
    const month = Math.floor(((number - 1) / count) * 12);
    const day = 1 + random.whole(days[month] ?? 28);
    const net = 1_000 + random.whole(1_000_000);
    yield {
      number,
      date: `2025-${two(month + 1)}-${two(day)}`,
      month: month + 1,
      // Few customers buy much, and many little.
      customer: 1 + random.whole(1 + random.whole(customerCount)),
      net,
      vat: Math.round(net * 0.21),
    };
  }
}

export function customerName(customer: number): string {
  return `Klant ${customer} ${["Bouw", "Techniek", "Advies", "Zorg"][customer % 4] ?? ""} B.V.`;
}

export function euros(cents: number): string {
  return `${Math.trunc(cents / 100)}.${two(Math.abs(cents % 100))}`;
}

export function two(value: number): string {
  return String(value).padStart(2, "0");
}
