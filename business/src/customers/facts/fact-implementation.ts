import type { FactKey, FactValue, UnknownReason } from "@koers/contract";
import { decimalText, hoursText, ratioText } from "../figure-text.ts";
import type { FirmFacts } from "../firm-facts.ts";
import { roundHalfAway } from "../round-half-away.ts";

/** How a part counts in a figure. */
export type Sign = "+" | "-" | "×" | "÷";

/** Which lines of the books stand behind a figure; they add up to it. */
export type LineKind =
  | "revenue"
  | "credit-notes"
  | "invoices"
  | "revenue-year-before"
  | "direct-hours"
  | "serving-hours"
  | "failure-hours"
  | "all-hours"
  | "list-value"
  | "direct-purchases"
  | "open-invoices"
  | "overdue";

/** The one place where a fact of the catalogue is worked out. */
export type FactImplementation = {
  readonly key: FactKey;
  /** Why nobody's value is known; undefined where it is. */
  readonly unknown: (firm: FirmFacts) => UnknownReason | undefined;
  /** Null where this customer's is not known. */
  readonly value: (firm: FirmFacts, index: number) => FactValue;
  /** Why a single customer's value is null. */
  readonly reason?: UnknownReason;
  /** What it is made of and with which sign, in the order of the catalogue. */
  readonly parts: Readonly<Record<string, Sign>>;
  readonly lines: LineKind | null;
};

type Column = (firm: FirmFacts) => {
  readonly values?: ArrayLike<bigint> | undefined;
  readonly unknown?: UnknownReason | undefined;
};

type About = Partial<Pick<FactImplementation, "parts" | "lines">>;

/** An amount of money per customer. */
export function moneyFact(key: FactKey, column: Column, about: About = {}): FactImplementation {
  return columnFact(key, column, (value, firm) => decimalText(value, firm.decimals), about);
}

/** Time per customer, shown in hours. */
export function hoursFact(key: FactKey, column: Column, about: About = {}): FactImplementation {
  return columnFact(key, column, hoursText, about);
}

function columnFact(
  key: FactKey,
  column: Column,
  text: (value: bigint, firm: FirmFacts) => string,
  about: About,
): FactImplementation {
  return {
    key,
    unknown: (firm) => column(firm).unknown,
    value: (firm, index) => {
      const value = column(firm).values?.[index];
      return value === undefined ? null : text(value, firm);
    },
    parts: {},
    lines: null,
    ...about,
  };
}

/** A quotient of two columns, rounded once; null where there is nothing to divide by. */
export function quotientFact(
  key: FactKey,
  above: Column,
  below: Column,
  options: {
    readonly text: (numerator: bigint, denominator: bigint, firm: FirmFacts) => string;
    readonly reason: UnknownReason;
    readonly parts?: FactImplementation["parts"];
  },
): FactImplementation {
  return {
    key,
    unknown: (firm) => above(firm).unknown ?? below(firm).unknown,
    value: (firm, index) => {
      const numerator = above(firm).values?.[index];
      const denominator = below(firm).values?.[index];
      if (numerator === undefined || denominator === undefined || denominator <= 0n) return null;
      return options.text(numerator, denominator, firm);
    },
    reason: options.reason,
    parts: options.parts ?? {},
    lines: null,
  };
}

/** Minor units over seconds, as money per hour. */
export function perHour(amount: bigint, seconds: bigint, firm: FirmFacts): string {
  return decimalText(roundHalfAway(amount * 3600n, seconds), firm.decimals);
}

/** Ratios are told to four decimals: a hundredth of a percent. */
export function asRatio(numerator: bigint, denominator: bigint): string {
  return ratioText(numerator, denominator, 4);
}
