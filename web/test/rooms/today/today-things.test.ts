import { expect, test } from "vitest";
import { todayThings } from "../../../src/rooms/today/today-things.ts";
import { aPortfolio, aWhale } from "../../a-portfolio.ts";

const today = new Date("2026-01-20T12:00:00Z");
const quiet = aPortfolio([], { whale: aWhale({ losers: 0, lostAmount: "0.00" }) });

test("where all is well nothing asks for attention", () => {
  expect(todayThings(quiet, 0, today)).toEqual([]);
});

test("what is at stake comes first", () => {
  const portfolio = aPortfolio(
    [
      { name: "A", overdue: "100.10" },
      { name: "B", overdue: "0.00" },
      { name: "C", overdue: null },
      { name: "D", overdue: "200.20" },
    ],
    {
      totals: { ...quiet.totals, unattributedRevenue: "450.00" },
      covered: { revenue: { from: "2024-01", to: "2025-06" }, hours: null },
    },
  );
  expect(todayThings(portfolio, 3, today)).toEqual([
    { kind: "hours" },
    { kind: "losers", count: 9, amount: "61300.00" },
    { kind: "overdue", count: 2, amount: "300.30" },
    { kind: "unattributed", amount: "450.00" },
    { kind: "matches", count: 3 },
    { kind: "old", month: "2025-06" },
  ]);
});

test("losers are named only where all costs are known", () => {
  const portfolio = aPortfolio([], { measure: "contributionMargin" });
  expect(todayThings(portfolio, 0, today)).toEqual([]);
  expect(todayThings({ ...quiet, whale: null }, 0, today)).toEqual([]);
});

test("books are old after more than three months, over the turn of a year too", () => {
  const ending = (to: string) =>
    todayThings(
      { ...quiet, covered: { revenue: { from: "2024-01", to }, hours: quiet.covered.hours } },
      0,
      today,
    );
  expect(ending("2025-10")).toEqual([]);
  expect(ending("2025-09")).toEqual([{ kind: "old", month: "2025-09" }]);
  expect(ending("2026-01")).toEqual([]);
});
