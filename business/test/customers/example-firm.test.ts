import type { FactKey } from "@koers/contract";
import { exampleBooks, exampleFiles, exampleFirm } from "@koers/example";
import { sourceFromBytes } from "@koers/formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  getCustomer,
  getCustomerLines,
  getPortfolio,
  getRetention,
} from "../../src/customers/index.ts";
import { type Office, openOffice } from "../books/office.ts";
import { factsOf } from "./facts-of.ts";

// Answers of customers and staff are not for the books.
const surveys = /klantonderzoek|energie/;

const firm = exampleFirm({ endMonth: "2026-10" });
const period = { from: "2025-11", to: "2026-10" };
const books = exampleBooks(firm, period);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const done = await office.bring(
    exampleFiles(firm)
      .filter(({ name }) => !surveys.test(name))
      .map(({ name, bytes }) => sourceFromBytes(name, bytes)),
  );
  expect(done.error).toBeNull();
}, 300_000);
afterAll(() => office.database.drop());

const cents = (value: unknown) => BigInt(String(value).replace(".", ""));

test("the period that is shown first is the last twelve months of books and hours", async () => {
  expect((await getPortfolio(office.context, {})).period).toEqual(period);
});

test("totals are those of the generator's own books", async () => {
  const { totals } = await getPortfolio(office.context, period);
  expect({
    revenue: cents(totals.revenue),
    purchases: cents(totals.directPurchases) + cents(totals.unattributedPurchases),
    personnel: cents(totals.personnelCost),
    seconds: cents(totals.hours) * 36n,
    operatingProfit: cents(totals.operatingProfit),
  }).toEqual({
    revenue: books.revenue,
    purchases: books.directPurchases,
    personnel: books.personnelCost,
    seconds: BigInt(books.seconds),
    operatingProfit:
      books.revenue -
      books.directPurchases -
      books.personnelCost -
      books.marketing -
      books.writeOffs -
      books.otherCosts,
  });
  expect(
    cents(totals.fullyLoadedProfit) +
      cents(totals.latePaymentCost) +
      cents(totals.unattributedRevenue),
  ).toBe(cents(totals.operatingProfit));
});

test("every customer is right to the cent", async () => {
  const portfolio = await getPortfolio(office.context, period);
  for (const own of books.customers) {
    const id = portfolio.ids[portfolio.names.indexOf(own.name)] as string;
    const facts = factsOf(portfolio, id);
    const { seconds } = own;
    expect({
      name: own.name,
      revenue: cents(facts.revenue),
      invoices: facts.invoices,
      purchases: cents(facts.directPurchases),
      hours: cents(facts.hours) * 36n,
      direct: cents(facts.directHours) * 36n,
      serving: cents(facts.servingHours) * 36n,
      failure: cents(facts.failureHours) * 36n,
      listValue: cents(facts.listValue),
      open: cents(facts.openInvoices),
      directHoursCost: cents(facts.directHoursCost),
      contribution: cents(facts.contributionMargin),
      servingHoursCost: cents(facts.servingHoursCost),
      failureCost: cents(facts.failureCost),
      latePaymentCost: cents(facts.latePaymentCost),
      costToServe: cents(facts.costToServe),
      overhead: cents(facts.overhead),
      fullyLoadedProfit: cents(facts.fullyLoadedProfit),
    }).toEqual({
      name: own.name,
      revenue: own.revenue,
      invoices: own.invoices + own.creditNotes,
      purchases: own.directPurchases,
      hours: BigInt(own.totalSeconds),
      direct: BigInt(seconds.direct),
      serving: BigInt(
        seconds.selling + seconds.accountManagement + seconds.negotiation + seconds.support,
      ),
      failure: BigInt(seconds.rework + seconds.complaints),
      listValue: own.listValue,
      open: own.openAtEnd,
      directHoursCost: own.directHoursCost,
      contribution: own.contribution,
      servingHoursCost: own.servingHoursCost,
      failureCost: own.failureCost,
      latePaymentCost: own.latePaymentCost,
      costToServe: own.costToServe,
      overhead: own.overhead,
      fullyLoadedProfit: own.fullyLoadedProfit,
    });
    const paid = own.paid.reduce((sum, one) => sum + one.gross, 0n);
    const days = own.paid.reduce((sum, one) => sum + one.gross * BigInt(one.days), 0n);
    if (paid > 0n) {
      expect([own.name, Number(facts.daysOutstanding)]).toEqual([
        own.name,
        Math.round((Number(days) / Number(paid)) * 10) / 10,
      ]);
    }
  }
}, 60_000);

test("the page of every customer is right to the cent", async () => {
  const { ids, names } = await getPortfolio(office.context, period);
  for (const own of books.customers) {
    const id = ids[names.indexOf(own.name)] as string;
    const { figures, months } = await getCustomer(office.context, { id, ...period });
    const shown = (fact: FactKey) => cents(figures.find((one) => one.fact === fact)?.value);
    expect({
      name: own.name,
      revenue: shown("revenue"),
      directHoursCost: shown("directHoursCost"),
      contribution: shown("contributionMargin"),
      costToServe: shown("costToServe"),
      overhead: shown("overhead"),
      fullyLoadedProfit: shown("fullyLoadedProfit"),
      ofMonths: months.reduce((sum, month) => sum + cents(month.fullyLoadedProfit), 0n),
    }).toEqual({
      name: own.name,
      revenue: own.revenue,
      directHoursCost: own.directHoursCost,
      contribution: own.contribution,
      costToServe: own.costToServe,
      overhead: own.overhead,
      fullyLoadedProfit: own.fullyLoadedProfit,
      ofMonths: own.fullyLoadedProfit,
    });
  }
}, 60_000);

test("every point of the whale curve is right to the cent", async () => {
  const { columns, whale, names } = await getPortfolio(office.context, period);
  const profit = columns.find((column) => column.fact === "fullyLoadedProfit")?.values ?? [];
  const shown = curve(profit.map((value, at) => ({ name: names[at] ?? "", profit: cents(value) })));
  const profits = new Map(books.customers.map((one) => [one.name, one.fullyLoadedProfit]));
  const own = curve(names.map((name) => ({ name, profit: profits.get(name) ?? 0n })));
  expect(shown).toEqual(own);
  const winners = books.customers.filter((customer) => customer.fullyLoadedProfit > 0n).length;
  expect(whale?.measure).toBe("fullyLoadedProfit");
  expect(whale?.peakCustomers).toBe(winners);
  expect(cents(whale?.peakAmount)).toBe(own[winners - 1]?.sum);
  expect(cents(whale?.total)).toBe(own.at(-1)?.sum);
  expect(books.customers.every(({ name }) => names.includes(name))).toBe(true);
});

/** Best customer first, with the running sum. */
function curve(customers: readonly { readonly name: string; readonly profit: bigint }[]) {
  let sum = 0n;
  return customers
    .toSorted((a, b) => Number(b.profit - a.profit) || (a.name < b.name ? -1 : 1))
    .map(({ name, profit }) => {
      sum += profit;
      return { name, profit, sum };
    });
}

test("the lines of the largest customer add up to its figures", async () => {
  const portfolio = await getPortfolio(office.context, period);
  const revenue = portfolio.columns.find((column) => column.fact === "revenue")?.values ?? [];
  const largest = revenue.indexOf(revenue.toSorted((a, b) => Number(b) - Number(a))[0] as string);
  const id = portfolio.ids[largest] as string;
  const facts = factsOf(portfolio, id);
  for (const fact of ["revenue", "directHoursCost", "failureCost", "directPurchases"] as const) {
    const lines = await getCustomerLines(office.context, { id, fact, ...period, limit: 1 });
    expect([fact, lines.sum]).toEqual([fact, facts[fact]]);
  }
  const customer = await getCustomer(office.context, { id, ...period });
  expect(customer.services.length).toBeGreaterThan(0);
  expect(customer.months).toHaveLength(12);
}, 60_000);

test("retention is told with its cohorts", async () => {
  const { retention, cohorts } = await getRetention(office.context, period);
  expect(retention?.openingCustomers).toBeGreaterThan(10);
  expect(retention?.logoChurnInterval).not.toBeNull();
  expect(cohorts.length).toBeGreaterThan(2);
});
