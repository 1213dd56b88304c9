import { type FactKey, type FactValue, facts } from "@koers/contract";
import type { Phrases } from "@koers/phrases";

const unknown = "–";

/** A fact in the reader's way, without the currency that stands in the head. */
export function factText(key: FactKey, value: FactValue, { format }: Phrases): string {
  if (value === null) return unknown;
  const unit = facts.find((fact) => fact.key === key)?.unit;
  if (unit === "money") return format.amount(String(value), 2);
  if (unit === "money-per-hour") return format.amount(String(value), 2);
  if (unit === "ratio") return format.percent(Number(value), 1);
  if (unit === "hours" || unit === "days" || unit === "count") return format.number(String(value));
  if (unit === "date") return format.day(String(value));
  return String(value);
}
