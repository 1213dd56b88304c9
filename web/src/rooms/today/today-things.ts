import type { Portfolio } from "@koers/contract";
import { exactSum } from "#app/exact-sum.ts";

export type TodayThing =
  | { readonly kind: "hours" }
  | { readonly kind: "matches"; readonly count: number }
  | { readonly kind: "losers"; readonly count: number; readonly amount: string }
  | { readonly kind: "overdue"; readonly count: number; readonly amount: string }
  | { readonly kind: "unattributed"; readonly amount: string }
  | { readonly kind: "old"; readonly month: string };

/** At most seven things that wait for a person, what is at stake first. Pure: the day is an argument. */
export function todayThings(
  portfolio: Portfolio,
  proposals: number,
  today: Date,
): readonly TodayThing[] {
  const things: TodayThing[] = [];
  const { whale, totals, covered } = portfolio;
  if (covered.hours === null) things.push({ kind: "hours" });
  if (whale !== null && whale.losers > 0 && whale.measure === "fullyLoadedProfit") {
    things.push({ kind: "losers", count: whale.losers, amount: whale.lostAmount });
  }
  const overdue = (portfolio.columns.find(({ fact }) => fact === "overdue")?.values ?? []).filter(
    (value) => Number(value ?? 0) > 0,
  );
  if (overdue.length > 0) {
    things.push({ kind: "overdue", count: overdue.length, amount: exactSum(overdue.map(String)) });
  }
  if (Number(totals.unattributedRevenue) !== 0) {
    things.push({ kind: "unattributed", amount: totals.unattributedRevenue });
  }
  if (proposals > 0) things.push({ kind: "matches", count: proposals });
  if (covered.revenue !== null && monthsBetween(covered.revenue.to, today) > 3) {
    things.push({ kind: "old", month: covered.revenue.to });
  }
  return things.slice(0, 7);
}

function monthsBetween(month: string, today: Date): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - number;
}
