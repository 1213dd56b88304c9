import type { Customer, FactKey, FactValue } from "@koers/contract";
import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import { customerFinding, figureOf } from "../../../src/rooms/customers/customer-finding.ts";

const en = createPhrases("en");
const nl = createPhrases("nl");

function aCustomer(figures: Partial<Record<FactKey, FactValue>>): Customer {
  return {
    id: "1",
    name: "Jansen & Zn",
    kvk: null,
    vatId: null,
    emailDomain: null,
    postcode: null,
    city: null,
    country: null,
    traits: {},
    editedFields: [],
    scoringObjection: null,
    period: { from: "2025-01", to: "2025-12" },
    currency: "EUR",
    figures: Object.entries(figures).map(([fact, value]) => ({
      fact: fact as FactKey,
      value: value ?? null,
      madeUpOf: [],
      lines: 0,
    })),
    months: [],
    services: [],
    hoursByKind: [],
    payments: {
      paidInvoices: 0,
      daysOutstanding: null,
      daysInterval: null,
      open: null,
      overdue: null,
    },
    relations: [],
    contacts: [],
    notes: [],
  };
}

function findings(figures: Partial<Record<FactKey, FactValue>>): readonly [string, string] {
  const customer = aCustomer(figures);
  return [customerFinding(en, customer), customerFinding(nl, customer).replaceAll("\u00a0", " ")];
}

test("what a customer earned is said with its revenue", () => {
  expect(findings({ revenue: "12000.00", fullyLoadedProfit: "1500.40" })).toEqual([
    "Jansen & Zn earned you €1,500 on €12,000 of revenue",
    "Jansen & Zn leverde u € 1.500 op bij € 12.000 omzet",
  ]);
});

test("what a customer cost is said without a minus sign", () => {
  expect(findings({ revenue: "12000.00", fullyLoadedProfit: "-1500.40" })).toEqual([
    "Jansen & Zn cost you €1,500 on €12,000 of revenue",
    "Jansen & Zn kostte u € 1.500 bij € 12.000 omzet",
  ]);
});

test("without hours it says that what was earned is not known", () => {
  expect(findings({ revenue: "12000.00", fullyLoadedProfit: null })).toEqual([
    "Jansen & Zn brought €12,000 of revenue; what it earned you is not known",
    "Jansen & Zn bracht € 12.000 omzet; wat dat u opleverde, is niet bekend",
  ]);
});

test("without revenue it says so, known to be zero or not known", () => {
  const none = ["Jansen & Zn had no revenue in 2025", "Jansen & Zn had geen omzet in 2025"];
  expect(findings({ revenue: "0.00", fullyLoadedProfit: "0.00" })).toEqual(none);
  expect(findings({})).toEqual(none);
});

test("a figure that is not there is unknown", () => {
  expect(figureOf(aCustomer({ hours: "2.50" }), "hours")).toBe("2.50");
  expect(figureOf(aCustomer({}), "hours")).toBeNull();
});
