import { minorUnitExponent } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { ProblemList } from "../problem-list.ts";
import type { FieldNames } from "./field-names.ts";

export type TotalName = "lines" | "allowances" | "charges" | "net" | "tax" | "gross" | "payable";

/** The totals of an invoice in minor units, signs as written; absent where the document has none. */
export type Totals = {
  readonly line: number;
  /** Where each total stands in the document. */
  readonly places: Readonly<Partial<Record<TotalName, number>>>;
  readonly currency: string;
  readonly lineAmounts?: readonly bigint[];
  readonly lines?: bigint;
  readonly allowanceAmounts: readonly bigint[];
  readonly allowances?: bigint;
  readonly chargeAmounts: readonly bigint[];
  readonly charges?: bigint;
  readonly net: bigint;
  readonly taxCategories?: readonly bigint[];
  readonly tax?: bigint;
  readonly gross?: bigint;
  readonly prepaid?: bigint;
  readonly rounding?: bigint;
  readonly payable?: bigint;
};

/**
 * Recomputes every total by the rules of EN 16931, to the cent: the standard has amounts in two decimals
 * and adds them exactly, so a difference of 0.01 is a mistake and not a rounding. The one allowance is
 * `PayableRoundingAmount`: EN 16931 adds it to the amount payable, and the Dutch guidelines before it
 * (SI-UBL 1.x, on BII2) had it in the total including VAT already; both are taken, one of them must hold.
 * A problem's `found` is what the parts add up to, its `expected` the total that the document declares.
 */
export function checkTotals(totals: Totals, names: FieldNames, problems: ProblemList): void {
  const exponent = minorUnitExponent(totals.currency) ?? 2;
  const { net, gross, payable } = totals;
  const allowances = totals.allowances ?? 0n;
  const charges = totals.charges ?? 0n;
  const tax = totals.tax ?? 0n;
  const prepaid = totals.prepaid ?? 0n;
  const rounding = totals.rounding ?? 0n;

  function check(code: ProblemCode, name: TotalName, declared: bigint, computed: bigint): void {
    if (declared === computed) return;
    problems.add({
      code,
      severity: "refuse",
      place: { line: totals.places[name] ?? totals.line },
      field: names[name],
      found: formatMinor(computed, exponent),
      expected: formatMinor(declared, exponent),
    });
  }

  if (totals.lineAmounts !== undefined && totals.lines !== undefined) {
    check("BR-CO-10", "lines", totals.lines, sum(totals.lineAmounts));
  }
  check("BR-CO-11", "allowances", allowances, sum(totals.allowanceAmounts));
  check("BR-CO-12", "charges", charges, sum(totals.chargeAmounts));
  if (totals.lines !== undefined) {
    check("BR-CO-13", "net", net, totals.lines - allowances + charges);
  }
  if (totals.taxCategories !== undefined && totals.tax !== undefined) {
    check("BR-CO-14", "tax", totals.tax, sum(totals.taxCategories));
  }
  if (gross === undefined) return;
  const roundedEarly = rounding !== 0n && gross === net + tax + rounding;
  if (!roundedEarly) check("BR-CO-15", "gross", gross, net + tax);
  if (payable === undefined) return;
  const later = roundedEarly ? 0n : rounding;
  check("BR-CO-16", "payable", payable, gross - prepaid + later);
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
