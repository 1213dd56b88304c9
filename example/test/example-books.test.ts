import { describe, expect, test } from "vitest";
import { exampleBooks } from "../src/example-books.ts";
import { exampleFirm } from "../src/example-firm.ts";
import { sum } from "../src/money.ts";

const firm = exampleFirm();
const year = exampleBooks(firm, { from: "2025-11", to: "2026-10" });

describe("the generator's own books", () => {
  test("have the revenue and purchases of the ledger, all of it on customers", () => {
    expect(sum(year.customers.map((customer) => customer.revenue))).toBe(year.revenue);
    expect(sum(year.customers.map((customer) => customer.directPurchases))).toBe(
      year.directPurchases,
    );
    expect(sum(year.customers.map((customer) => customer.writeOffs))).toBe(year.writeOffs);
  });

  test("have every hour on a customer or on nobody", () => {
    const onCustomers = year.customers.reduce(
      (total, customer) => total + customer.totalSeconds,
      0,
    );
    expect(onCustomers + year.secondsWithoutCustomer).toBe(year.seconds);
    const byKind = Object.values(year.secondsByKind).reduce((total, seconds) => total + seconds, 0);
    expect(byKind).toBe(year.seconds);
  });

  test("add up to the result", () => {
    const { revenue, directPurchases, personnelCost, marketing, writeOffs, otherCosts, result } =
      year;
    expect(revenue - directPurchases - personnelCost - marketing - writeOffs - otherCosts).toBe(
      result,
    );
  });

  test("divide all cost over the customers, to the cent", () => {
    const profit = sum(year.customers.map((customer) => customer.fullyLoadedProfit));
    const late = sum(year.customers.map((customer) => customer.latePaymentCost));
    expect(late).toBeGreaterThan(0n);
    expect(profit + late).toBe(year.result);
  });

  test("of two half years make up the whole", () => {
    const first = exampleBooks(firm, { from: "2025-11", to: "2026-04" });
    const second = exampleBooks(firm, { from: "2026-05", to: "2026-10" });
    expect(first.revenue + second.revenue).toBe(year.revenue);
    expect(first.personnelCost + second.personnelCost).toBe(year.personnelCost);
    expect(first.seconds + second.seconds).toBe(year.seconds);
  });

  test("refuse a period that is not in months", () => {
    expect(() => exampleBooks(firm, { from: "2025", to: "2026-10" })).toThrow(RangeError);
  });
});
