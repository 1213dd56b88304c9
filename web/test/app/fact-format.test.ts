import type { FactKey } from "@koers/contract";
import { createPhrases } from "@koers/phrases";
import { describe, expect, test } from "vitest";
import { formatFact, isNumeric } from "#app/fact-format.ts";
import { factUnits } from "#app/fact-units.ts";

const en = createPhrases("en");
const nl = createPhrases("nl");

const cases = [
  ["revenue", "1234.56", "€1,235", "€ 1.235"],
  ["profitPerHour", "-12.345", "-€12.35", "€ -12,35"],
  ["hours", "1234.25", "1,234.3", "1.234,3"],
  ["daysOutstanding", 31.6, "32", "32"],
  ["invoices", 1204, "1,204", "1.204"],
  ["contributionMarginShare", "0.3456", "34.6%", "34,6%"],
  ["revenueGrowth", "-0.05", "-5.0%", "-5,0%"],
  ["firstInvoice", "2024-03", "Mar 2024", "mrt 2024"],
  ["lastInvoice", "2024-03-03", "3 Mar 2024", "3 mrt 2024"],
  ["scoringObjection", true, "yes", "ja"],
  ["scoringObjection", false, "no", "nee"],
  ["city", "Zwolle", "Zwolle", "Zwolle"],
] as const;

describe.each(cases)("%s of %s", (fact, value, english, dutch) => {
  test("is written in the reader's way", () => {
    expect(formatFact(en, fact, value, "EUR")).toBe(english);
    expect(formatFact(nl, fact, value, "EUR")?.replaceAll("\u00a0", " ")).toBe(dutch);
  });
});

test("every unit is written somewhere above", () => {
  const shown = new Set(cases.map(([fact]) => factUnits[fact]));
  expect([...new Set(Object.values(factUnits))].filter((unit) => !shown.has(unit))).toEqual([]);
});

test("unknown is null, never zero", () => {
  for (const fact of Object.keys(factUnits) as FactKey[]) {
    expect(formatFact(en, fact, null, "EUR")).toBeNull();
    expect(formatFact(en, fact, undefined, "EUR")).toBeNull();
  }
});

test("money keeps its cents where they are asked for", () => {
  expect(formatFact(en, "revenue", "1234.5", "EUR", 2)).toBe("€1,234.50");
  expect(formatFact(en, "revenue", "9007199254740993.01", "EUR", 2)).toBe(
    "€9,007,199,254,740,993.01",
  );
});

test("text, dates and yes or no are no numbers", () => {
  expect(isNumeric("revenue")).toBe(true);
  expect(isNumeric("invoices")).toBe(true);
  expect(
    ["city", "firstInvoice", "scoringObjection"].map((fact) => isNumeric(fact as FactKey)),
  ).toEqual([false, false, false]);
});
