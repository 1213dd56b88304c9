import { exampleBooks, exampleFiles, exampleFirm } from "@koers/example";
import { sourceFromBytes } from "@koers/formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listImports, selfCheck } from "../../src/books/index.ts";
import { getPortfolio } from "../../src/customers/index.ts";
import { type Office, openOffice } from "./office.ts";

// Answers of customers and staff are not for the books.
const surveys = /klantonderzoek|energie/;

const firm = exampleFirm({ endMonth: "2026-10" });
const period = { from: "2025-11", to: "2026-10" };

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.database.drop());

describe("the example firm", () => {
  it("comes in file by file", async () => {
    const sources = exampleFiles(firm)
      .filter(({ name }) => !surveys.test(name))
      .map(({ name, bytes }) => sourceFromBytes(name, bytes));
    const done = await office.bring(sources);
    expect(done.error).toBeNull();
    expect(new Set(done.results.map((result) => result.outcome))).toEqual(new Set(["imported"]));
    expect((await listImports(office.context)).imports).toHaveLength(sources.length);
  }, 240_000);

  it("is right to the cent for every customer against its own books", async () => {
    const books = exampleBooks(firm, period);
    const portfolio = await getPortfolio(office.context, period);
    const values = (fact: string) =>
      portfolio.columns.find((column) => column.fact === fact)?.values ?? [];
    const found = new Map(
      portfolio.names.map((name, at) => [
        name,
        {
          revenue: cents(values("revenue")[at]),
          directPurchases: cents(values("directPurchases")[at]),
          hours: cents(values("hours")[at]),
        },
      ]),
    );
    for (const customer of books.customers)
      expect([customer.name, found.get(customer.name)]).toEqual([
        customer.name,
        {
          revenue: Number(customer.revenue),
          directPurchases: Number(customer.directPurchases),
          hours: customer.totalSeconds / 36,
        },
      ]);
    expect(cents(portfolio.totals.attributedRevenue)).toBe(Number(books.revenue));
  }, 60_000);

  it("has sums that equal its files", async () => {
    expect(await selfCheck(office.context)).toEqual({ books: 5, differences: [] });
  }, 60_000);
});

function cents(value: unknown): number {
  return Math.round(Number(value ?? 0) * 100);
}
