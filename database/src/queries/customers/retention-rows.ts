import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import type { MonthSpan } from "./period-columns.ts";

/**
 * Per customer: revenue before and now, and the last month with revenue up to the end of each; what
 * the files say of it (`traits`), to tell who came by referral.
 */
export async function retentionRows(
  transaction: Transaction,
  organizationId: string,
  currency: string,
  period: MonthSpan,
  before: MonthSpan,
) {
  const { rows } = await sql<{
    before: bigint;
    now: bigint;
    lastBefore: string | null;
    lastNow: string | null;
    traits: Record<string, unknown>;
  }>`
    select sums.*, customer.traits
    from (
      select customer_id,
        coalesce(sum(revenue) filter (
          where month between ${before.from}::date and ${before.to}::date), 0)::bigint as before,
        coalesce(sum(revenue) filter (
          where month between ${period.from}::date and ${period.to}::date), 0)::bigint as now,
        max(month) filter (where revenue > 0 and month < ${period.from}::date) as "lastBefore",
        max(month) filter (where revenue > 0 and month <= ${period.to}::date) as "lastNow"
      from customer_month
      where organization_id = ${organizationId}::uuid and currency = ${currency}
        and month <= ${period.to}::date
      group by customer_id
    ) as sums
    join customer on customer.organization_id = ${organizationId}::uuid
      and customer.customer_id = sums.customer_id
    order by sums.customer_id`.execute(transaction);
  return rows;
}

/** Customers by the year of their first invoice: how many were invoiced in each year, and how much. */
export async function cohortRows(
  transaction: Transaction,
  organizationId: string,
  currency: string,
) {
  const { rows } = await sql<{
    cohort: number;
    year: number;
    active: number;
    revenue: bigint;
    customers: number;
  }>`
    select cohort, year, count(*) filter (where revenue > 0)::integer as active,
      sum(revenue)::bigint as revenue, max(size)::integer as customers
    from (
      select extract(year from span.first_invoice)::integer as cohort,
        extract(year from sums.month)::integer as year, sums.customer_id,
        sum(sums.revenue)::bigint as revenue
      from customer_month sums
      join customer_span span on span.organization_id = sums.organization_id
        and span.customer_id = sums.customer_id
      where sums.organization_id = ${organizationId}::uuid
        and span.organization_id = ${organizationId}::uuid and sums.currency = ${currency}
        and sums.revenue <> 0
      group by 1, 2, 3
    ) as part
    join (
      select extract(year from first_invoice)::integer as cohort, count(*) as size
      from customer_span where organization_id = ${organizationId}::uuid group by 1
    ) as whole using (cohort)
    group by cohort, year order by cohort, year`.execute(transaction);
  return rows;
}
