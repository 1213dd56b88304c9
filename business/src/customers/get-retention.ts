import type { OutputOf } from "@koers/contract";
import { cohortRows, retentionRows } from "@koers/database";
import type { Context } from "../context.ts";
import { coverageOf } from "./covered-months.ts";
import { decimalText } from "./figure-text.ts";
import { firmFactsOf } from "./firm-facts-of.ts";
import { firstDay, type MonthRange, monthNumber, periodText } from "./month.ts";
import { cameByReferral } from "./referral-channel.ts";
import { retention } from "./retention.ts";

/**
 * Compares a period with the same months a year before. Null where revenue of one of the two is not
 * known in full: a gap in the books would look like customers who left.
 */
export async function getRetention(
  context: Context,
  input: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<OutputOf<"getRetention">> {
  const { organizationId } = context;
  return context.database.withOrganization(
    organizationId,
    async (transaction) => {
      const firm = await firmFactsOf(transaction, context, input);
      const { period, before, covered, organization, decimals } = firm;
      const { currency, settings } = organization;
      const cohorts = cohortsOf(await cohortRows(transaction, organizationId, currency), decimals);
      const known = [period, before].every((range) => coverageOf(range, covered.revenue) === "all");
      if (!known) return { retention: null, cohorts };
      const rows = await retentionRows(
        transaction,
        organizationId,
        currency,
        days(period),
        days(before),
      );
      const months = settings.lostAfterMonths;
      const active = (last: string | null, end: number) =>
        last !== null && monthNumber(last) > end - months;
      const figures = retention(
        rows.map((row) => ({
          before: row.before,
          now: row.now,
          activeBefore: active(row.lastBefore, period.from - 1),
          activeNow: active(row.lastNow, period.to),
          byReferral: cameByReferral(row.traits),
        })),
      );
      const money = (value: bigint) => decimalText(value, decimals);
      return {
        retention: {
          ...figures,
          period: periodText(period),
          before: periodText(before),
          openingRevenue: money(figures.openingRevenue),
          retained: money(figures.retained),
          expansion: money(figures.expansion),
          contraction: money(figures.contraction),
          lost: money(figures.lost),
          newRevenue: money(figures.newRevenue),
          lostAfterMonths: months,
        },
        cohorts,
      };
    },
    { readOnly: true, snapshot: true },
  );
}

function days(range: MonthRange) {
  return { from: firstDay(range.from), to: firstDay(range.to) };
}

function cohortsOf(
  rows: Awaited<ReturnType<typeof cohortRows>>,
  decimals: number,
): OutputOf<"getRetention">["cohorts"] {
  const cohorts = new Map<number, OutputOf<"getRetention">["cohorts"][number]>();
  for (const row of rows) {
    const cohort = cohorts.get(row.cohort) ?? {
      year: row.cohort,
      customers: row.customers,
      years: [],
    };
    cohort.years.push({
      year: row.year,
      active: row.active,
      revenue: decimalText(row.revenue, decimals),
    });
    cohorts.set(row.cohort, cohort);
  }
  return [...cohorts.values()];
}
