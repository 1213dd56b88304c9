import type { FactKey, FactValue } from "@koers/contract";
import type { Phrases } from "@koers/phrases";
import { factUnits } from "./fact-units.ts";

/**
 * A fact's value as the reader writes it; null for unknown. Without a currency amounts stand bare, for
 * columns that name it in their head.
 */
export function formatFact(
  { format, t }: Phrases,
  fact: FactKey,
  value: FactValue | undefined,
  currency: string | null,
  decimals: 0 | 2 = 0,
): string | null {
  if (value === null || value === undefined) return null;
  switch (factUnits[fact]) {
    case "money":
      return currency === null
        ? format.amount(String(value), decimals)
        : format.money(String(value), currency, decimals);
    case "money-per-hour":
      return currency === null
        ? format.amount(String(value), 2)
        : format.money(String(value), currency, 2);
    case "hours":
      return format.number(String(value), 1);
    case "days":
      return format.number(Number(value), 0);
    case "count":
      return format.number(Number(value), 0);
    case "ratio":
      return format.percent(Number(value), 1);
    case "date":
      return String(value).length === 7 ? format.month(String(value)) : format.day(String(value));
    case "boolean":
      return value === true ? t("shell.yes") : t("shell.no");
    case "text":
      return String(value);
    default:
      return String(value);
  }
}

/** Whether a fact is a number to sort, filter and align as one. */
export function isNumeric(fact: FactKey): boolean {
  const unit = factUnits[fact];
  return unit !== "text" && unit !== "boolean" && unit !== "date";
}

/** Whether a fact is an amount, alone or per hour. */
export function isMoney(fact: FactKey): boolean {
  const unit = factUnits[fact];
  return unit === "money" || unit === "money-per-hour";
}
