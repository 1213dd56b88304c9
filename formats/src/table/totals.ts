import { minorUnitExponent } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { addDecimals } from "./decimal-sum.ts";

/** What is added up while a table is read, to be held against what its sender says. */
export type Totals = {
  row(): void;
  records(count: number): void;
  amount(label: string, currency: string, minor: bigint): void;
  decimal(label: string, value: string): void;
  seconds(value: number): void;
  /** `rows`, `records`, a sum per amount column under its header, `seconds` and `hours`. */
  all(): Readonly<Record<string, string | number>>;
};

/** Hours of whole seconds as a decimal of at most four places, rounded half up. */
function hoursOf(seconds: bigint): string {
  const negative = seconds < 0n;
  const size = negative ? -seconds : seconds;
  const scaled = (size * 20_000n + 3_600n) / 7_200n;
  const text = formatMinor(scaled, 4).replace(/0{1,2}$/, "");
  return negative ? `-${text}` : text;
}

export function newTotals(): Totals {
  let rows = 0;
  let records = 0;
  let duration: bigint | undefined;
  const amounts = new Map<string, Map<string, bigint>>();
  const decimals = new Map<string, string>();
  return {
    row() {
      rows++;
    },
    records(count) {
      records += count;
    },
    amount(label, currency, minor) {
      const sums = amounts.get(label) ?? new Map<string, bigint>();
      sums.set(currency, (sums.get(currency) ?? 0n) + minor);
      amounts.set(label, sums);
    },
    decimal(label, value) {
      decimals.set(label, addDecimals(decimals.get(label) ?? "0", value));
    },
    seconds(value) {
      duration = (duration ?? 0n) + BigInt(value);
    },
    all() {
      const found = new Map<string, string | number>([
        ["rows", rows],
        ["records", records],
      ]);
      for (const [label, sums] of amounts)
        for (const [currency, sum] of sums)
          found.set(
            sums.size === 1 ? label : `${label} (${currency})`,
            formatMinor(sum, minorUnitExponent(currency) ?? 2),
          );
      for (const [label, sum] of decimals)
        if (!found.has(label)) found.set(label, addDecimals(sum, "0.00"));
      if (duration !== undefined) {
        found.set("seconds", Number(duration));
        found.set("hours", hoursOf(duration));
      }
      return Object.fromEntries(found);
    },
  };
}
