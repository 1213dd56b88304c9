import { operations } from "@koers/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getPortfolio } from "../../src/customers/index.ts";
import { factsOf } from "./facts-of.ts";
import { office } from "./office.ts";
import { type SeededFirm, seededFirm } from "./seeded-firm.ts";

let firm: SeededFirm;
let seeded: Awaited<ReturnType<typeof office>>;
beforeEach(async () => {
  firm = await seededFirm();
  seeded = await office(firm);
});
afterEach(() => firm.database.drop());

test("works out both margins from the books, to the cent", async () => {
  const portfolio = await getPortfolio(firm.context, {});
  expect(portfolio.period).toEqual({ from: "2025-01", to: "2025-12" });
  // 60,000.01 personnel over 1,000 hours worked (200 of absence left out).
  expect(portfolio.totals.hourCost).toEqual({
    source: "ledger",
    rate: "60.00",
    personnelCost: "60000.01",
    hoursWorked: "1000.00",
    estimated: true,
  });
  expect(factsOf(portfolio, seeded.anna)).toMatchObject({
    revenue: "100000.00",
    directHours: "500.00",
    directHoursCost: "30000.01",
    directPurchases: "8000.00",
    contributionMargin: "61999.99",
    contributionMarginShare: "0.6200",
    servingHoursCost: "0.00",
    failureCost: "0.00",
    effectiveRate: "200.00",
    listValue: "50000.00",
    realisation: "2.0000",
    city: "Assen",
    latePaymentCost: null,
    revenueYearBefore: null,
  });
  expect(factsOf(portfolio, seeded.bert)).toMatchObject({
    revenue: "35000.00",
    creditNotes: "-5000.00",
    invoices: 2,
    hours: "400.00",
    directHours: "300.00",
    servingHours: "33.00",
    failureHours: "67.00",
    directHoursCost: "18000.00",
    servingHoursCost: "1980.00",
    failureCost: "4020.00",
    costToServe: "6000.00",
    contributionMargin: "17000.00",
  });
  expect(portfolio.totals).toMatchObject({
    revenue: "136234.56",
    attributedRevenue: "135000.00",
    unattributedRevenue: "1234.56",
    unattributedPurchases: "700.00",
    internalHoursCost: "6000.00",
    // 12,000 + 3,000 + 700 + 6,000 of the firm's own hours.
    overhead: "21700.00",
    operatingProfit: "52534.55",
  });
});

test("what customers bring and what belongs to none is the operating profit of the ledger", async () => {
  const { totals } = await getPortfolio(firm.context, {});
  const cents = (text: string | null) => BigInt((text as string).replace(".", ""));
  expect(cents(totals.fullyLoadedProfit) + cents(totals.unattributedRevenue)).toBe(
    cents(totals.operatingProfit),
  );
});

test("answers in the contract's shape", async () => {
  const portfolio = await getPortfolio(firm.context, { from: "2025-01", to: "2025-12" });
  expect(operations.getPortfolio.output.parse(portfolio)).toEqual(portfolio);
});

test("without hours margins are unknown, never zero", async () => {
  await firm.undo(seeded.hours);
  await firm.refresh([seeded.anna, seeded.bert]);
  const portfolio = await getPortfolio(firm.context, {});
  expect(portfolio.columns.find((column) => column.fact === "contributionMargin")).toEqual({
    fact: "contributionMargin",
    values: [null, null],
    unknown: "no-hours",
  });
  expect(factsOf(portfolio, seeded.anna)).toMatchObject({ revenue: "100000.00", hours: null });
  expect(portfolio.whale).toMatchObject({ measure: "revenue", total: "135000.00" });
});

test("hours of a part of the period leave margins unknown, and the default period is that part", async () => {
  await firm.undo(seeded.hours);
  const part = await firm.file(seeded.time, "hours", "2025-07-01", "2025-12-31");
  await firm.hours(part, [["2025-07-10", seeded.eva, "werk", 3600, seeded.relations.annaInTime]]);
  await firm.refresh([seeded.anna, seeded.bert]);
  const whole = await getPortfolio(firm.context, { from: "2025-01", to: "2025-12" });
  expect(whole.columns.find((column) => column.fact === "fullyLoadedProfit")?.unknown).toBe(
    "hours-cover-part",
  );
  const usual = await getPortfolio(firm.context, {});
  expect(usual.period).toEqual({ from: "2025-07", to: "2025-12" });
});

test("a period the wrong way round is refused", async () => {
  await expect(
    getPortfolio(firm.context, { from: "2025-12", to: "2025-01" }),
  ).rejects.toMatchObject({
    code: "period-invalid",
  });
});
