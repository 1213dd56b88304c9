import type { OutputOf } from "@koers/contract";
import { apportion } from "./apportion.ts";
import { costWeight } from "./cost-weight.ts";
import type { Amounts, Known } from "./economics.ts";
import { decimalText, hoursText } from "./figure-text.ts";
import type { FirmFacts } from "./firm-facts.ts";
import { groupOfKind, type WorkGroup, workGroups } from "./kinds-of-work.ts";
import { type MonthNumber, monthNumber, monthText } from "./month.ts";

export type MonthSums = {
  readonly revenue: readonly {
    readonly month: string;
    readonly revenue: bigint;
    readonly purchases: bigint;
  }[];
  readonly hours: readonly {
    readonly month: string;
    readonly kind: string;
    readonly seconds: bigint;
    readonly given: bigint;
    readonly exported: bigint;
    readonly rest: bigint;
  }[];
  readonly late: readonly { readonly month: string; readonly late: bigint }[];
};

/**
 * A customer's figures per month. Costs and overhead of the period are divided over its months by the
 * hours that caused them, so that the months add up to the figures of the period.
 */
export function customerMonths(
  firm: FirmFacts,
  index: number,
  sums: MonthSums,
): OutputOf<"getCustomer">["months"] {
  const { economics, period, decimals } = firm;
  const months: MonthNumber[] = [];
  for (let month = period.from; month <= period.to; month += 1) months.push(month);
  const perMonth = <Row extends { readonly month: string }>(
    rows: readonly Row[],
    value: (row: Row) => bigint,
  ) => {
    const found = new Map<MonthNumber, bigint>();
    for (const row of rows) {
      const month = monthNumber(row.month);
      found.set(month, (found.get(month) ?? 0n) + value(row));
    }
    return months.map((month) => found.get(month) ?? 0n);
  };
  const divided = (known: Known<Amounts>, weights: readonly bigint[]) => {
    const amount = known.values?.[index];
    if (amount === undefined) return undefined;
    return apportion(amount, weights) ?? months.map((_, at) => (at === 0 ? amount : 0n));
  };
  const revenue = perMonth(sums.revenue, (row) => row.revenue);
  const purchases = perMonth(sums.revenue, (row) => row.purchases);
  const seconds = perMonth(sums.hours, (row) => row.seconds);
  const costs = economics.hourCosts.values;
  const costOf = (group: WorkGroup, known: Known<Amounts>) =>
    divided(
      known,
      perMonth(
        sums.hours.filter((row) => groupOfKind(row.kind) === group),
        (row) => (costs === undefined ? 0n : costWeight(row, costs)),
      ),
    );
  const direct = costOf("direct", economics.directCost);
  const serving = costOf("serving", economics.servingCost);
  const failure = costOf("failure", economics.failureCost);
  const late = divided(
    economics.latePaymentCost,
    perMonth(sums.late, (row) => row.late),
  );
  const overhead = divided(economics.overhead, seconds);
  return months.map((month, at) => {
    const contribution =
      economics.contribution.values === undefined || direct === undefined
        ? undefined
        : (revenue[at] as bigint) - (direct[at] as bigint) - (purchases[at] as bigint);
    const loaded =
      contribution === undefined || overhead === undefined
        ? undefined
        : contribution -
          (serving?.[at] ?? 0n) -
          (failure?.[at] ?? 0n) -
          (late?.[at] ?? 0n) -
          (overhead[at] as bigint);
    return {
      month: monthText(month),
      revenue: decimalText(revenue[at] as bigint, decimals),
      contributionMargin: contribution === undefined ? null : decimalText(contribution, decimals),
      fullyLoadedProfit: loaded === undefined ? null : decimalText(loaded, decimals),
      hours: economics.seconds.unknown === undefined ? hoursText(seconds[at] as bigint) : null,
    };
  });
}

/** Hours and their cost by kind of work; the kinds of a group add up to the group. */
export function customerHoursByKind(
  firm: FirmFacts,
  index: number,
  hours: MonthSums["hours"],
): OutputOf<"getCustomer">["hoursByKind"] {
  const { economics, decimals } = firm;
  const costs = economics.hourCosts.values;
  return workGroups.flatMap((group) => {
    const kinds = new Map<string, { seconds: bigint; weight: bigint }>();
    for (const row of hours) {
      if (groupOfKind(row.kind) !== group) continue;
      const sum = kinds.get(row.kind) ?? { seconds: 0n, weight: 0n };
      kinds.set(row.kind, {
        seconds: sum.seconds + row.seconds,
        weight: sum.weight + (costs === undefined ? 0n : costWeight(row, costs)),
      });
    }
    const rows = [...kinds];
    const parts =
      costs === undefined
        ? undefined
        : apportion(
            costs[group][index] ?? 0n,
            rows.map(([, sum]) => sum.weight),
          );
    return rows.map(([kind, sum], at) => ({
      kind,
      hours: hoursText(sum.seconds),
      cost: costs === undefined ? null : decimalText(parts?.[at] ?? 0n, decimals),
    }));
  });
}
