import { facts, operations } from "@koers/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factImplementation } from "../../src/customers/facts/index.ts";
import {
  getCustomer,
  getCustomerLines,
  getPortfolio,
  getUnattributedLines,
} from "../../src/customers/index.ts";
import { office } from "./office.ts";
import { type SeededFirm, seededFirm } from "./seeded-firm.ts";

let firm: SeededFirm;
let seeded: Awaited<ReturnType<typeof office>>;
beforeAll(async () => {
  firm = await seededFirm();
  seeded = await office(firm);
  const { books, ledger, relations } = seeded;
  // Payments of the ledger, one of them late, one open.
  await firm.receivable(ledger, relations.annaInBooks, "1", "invoice", "2025-01-15", 121_000_00n, {
    due_date: "2025-02-14",
  });
  await firm.receivable(ledger, relations.annaInBooks, "1", "payment", "2025-03-31", -121_000_00n);
  await firm.receivable(ledger, relations.bertInBooks, "2", "invoice", "2025-06-15", 48_400_00n, {
    due_date: "2025-07-15",
  });
  await firm.receivable(ledger, relations.bertInBooks, "2", "payment", "2025-07-01", -40_000_00n);
  await firm.receivable(ledger, relations.bertInBooks, "9", "invoice", "2025-12-28", 1_000_00n, {
    due_date: "2026-01-28",
  });
  // A year before, so that growth is known.
  const year = await firm.file(books, "books", "2024-01-01", "2024-12-31");
  await firm.accounts(year, { "8000": "revenue" });
  await firm.ledger(year, [["2024-05-05", "8000", -70_000_00n, relations.bertInBooks]]);
  await firm.refresh("all");
});
afterAll(() => firm.database.drop());

const period = { from: "2025-01", to: "2025-12" };

test.each(
  facts.filter((fact) => factImplementation(fact.key).lines !== null).map((fact) => fact.key),
)("the lines behind %s add up to it exactly", async (fact) => {
  const portfolio = await getPortfolio(firm.context, period);
  const column = portfolio.columns.find((one) => one.fact === fact);
  expect(column?.unknown).toBeUndefined();
  for (const [place, id] of portfolio.ids.entries()) {
    const lines = await getCustomerLines(firm.context, { id, fact, ...period, limit: 1000 });
    expect(operations.getCustomerLines.output.parse(lines)).toEqual(lines);
    if (fact === "invoices") expect(lines.total).toBe(column?.values[place]);
    else expect(lines.sum).toBe(column?.values[place]);
    const decimals = (text: string | null) => BigInt((text ?? "0").replace(".", ""));
    const unit = facts.find((one) => one.key === fact)?.unit === "hours" ? "hours" : "amount";
    const sum = lines.lines.reduce((total, line) => total + decimals(line[unit]), 0n);
    if (fact !== "invoices") expect(sum).toBe(decimals(lines.sum));
  }
});

test("shows how each figure of a customer is made up", async () => {
  const customer = await getCustomer(firm.context, { id: seeded.bert, ...period });
  expect(operations.getCustomer.output.parse(customer)).toEqual(customer);
  const contribution = customer.figures.find((figure) => figure.fact === "contributionMargin");
  expect(contribution).toEqual({
    fact: "contributionMargin",
    value: "17000.00",
    madeUpOf: [
      { fact: "revenue", value: "35000.00", sign: "+" },
      { fact: "directHoursCost", value: "18000.00", sign: "-" },
      { fact: "directPurchases", value: "0.00", sign: "-" },
    ],
    lines: 0,
  });
  expect(customer.figures.find((figure) => figure.fact === "revenue")?.lines).toBe(2);
  expect(customer.figures.find((figure) => figure.fact === "revenueGrowth")?.value).toBe("-0.5000");
  expect(customer.hoursByKind).toEqual([
    { kind: "delivery", hours: "300.00", cost: "18000.00" },
    { kind: "selling", hours: "33.00", cost: "1980.00" },
    { kind: "rework", hours: "67.00", cost: "4020.00" },
  ]);
});

test("the months of a customer add up to the period", async () => {
  const cents = (text: string | null) => BigInt((text as string).replace(".", ""));
  for (const id of [seeded.anna, seeded.bert]) {
    const customer = await getCustomer(firm.context, { id, ...period });
    const figure = (fact: string) =>
      cents(customer.figures.find((one) => one.fact === fact)?.value as string);
    for (const fact of ["revenue", "contributionMargin", "fullyLoadedProfit", "hours"] as const) {
      const months = customer.months.reduce((sum, month) => sum + cents(month[fact]), 0n);
      expect(months).toBe(figure(fact));
    }
  }
});

test("late payment costs what the money was out beyond the normal term, and stands apart", async () => {
  const portfolio = await getPortfolio(firm.context, period);
  const at = portfolio.ids.indexOf(seeded.anna);
  const value = (fact: string) =>
    portfolio.columns.find((column) => column.fact === fact)?.values[at];
  // 121,000 for 75 days, 45 beyond the term of 30: 121,000 x 8 % x 45 / 365.
  expect(value("daysOutstanding")).toBe("75.0");
  expect(value("latePaymentCost")).toBe("1193.42");
  const cents = (text: string | null) => BigInt((text as string).replace(".", ""));
  const { totals } = portfolio;
  expect(
    cents(totals.fullyLoadedProfit) +
      cents(totals.latePaymentCost) +
      cents(totals.unattributedRevenue),
  ).toBe(cents(totals.operatingProfit));
});

test("open and overdue hold as of the last day that payments are known of", async () => {
  const portfolio = await getPortfolio(firm.context, period);
  const at = portfolio.ids.indexOf(seeded.bert);
  const value = (fact: string) =>
    portfolio.columns.find((column) => column.fact === fact)?.values[at];
  expect(value("openInvoices")).toBe("9400.00");
  expect(value("overdue")).toBe("8400.00");
});

test("revenue without a customer is listed and adds up to what the totals say", async () => {
  const { totals } = await getPortfolio(firm.context, period);
  const lines = await getUnattributedLines(firm.context, period);
  expect(lines).toMatchObject({ total: 1, sum: "1234.56" });
  expect(lines.sum).toBe(totals.unattributedRevenue);
  expect(lines.lines[0]).toMatchObject({ kind: "ledger", date: "2025-08-15", line: 13 });
});

test("only an owner sees what the hour of a person costs", async () => {
  await firm.database.withOrganization(firm.context.organizationId, (tx) =>
    tx
      .updateTable("person")
      .set({ cost_rate: 5_500n })
      .where("organization_id", "=", firm.context.organizationId)
      .execute(),
  );
  await firm.database.withOrganization(firm.context.organizationId, (tx) =>
    tx
      .updateTable("organization")
      .set((row) => ({ data_version: row("data_version", "+", 1n) }))
      .where("organization_id", "=", firm.context.organizationId)
      .execute(),
  );
  const ask = { id: seeded.bert, fact: "directHoursCost", ...period } as const;
  const asOwner = await getCustomerLines(firm.context, ask);
  expect(asOwner.sum).toBe("16500.00");
  expect(asOwner.lines[0]?.amount).toBe("16500.00");
  const asMember = await getCustomerLines({ ...firm.context, role: "member" }, ask);
  expect(asMember.lines[0]?.amount).toBeNull();
  // Personnel cost beyond the given rates is overhead, so that all still adds up to the ledger.
  const { totals } = await getPortfolio(firm.context, period);
  expect(totals.hourCost).toMatchObject({ source: "given", rate: "55.00", estimated: false });
  const cents = (text: string | null) => BigInt((text as string).replace(".", ""));
  expect(
    cents(totals.fullyLoadedProfit) +
      cents(totals.latePaymentCost) +
      cents(totals.unattributedRevenue),
  ).toBe(cents(totals.operatingProfit));
});
