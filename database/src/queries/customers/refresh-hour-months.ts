import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { countedHours, internalHours } from "./counted-hours.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";

/** Sums the hours of these customers per month, person and activity again. */
export async function refreshCustomerHours(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
): Promise<void> {
  const organization = sql`${organizationId}::uuid`;
  await sql`delete from customer_hour_month
    where organization_id = ${organization} and ${inScope(scope, "customer_id")}`.execute(
    transaction,
  );
  await sql`
    insert into customer_hour_month (organization_id, customer_id, month, person_id, activity_key,
      seconds, billable_seconds, list_amount, listed_seconds, cost_amount, costed_seconds)
    select ${organization}, customer_id, date_trunc('month', date::timestamp)::date, person_id, activity_key,
      sum(seconds), coalesce(sum(seconds) filter (where billable), 0),
      coalesce(sum(bill_amount) filter (where ours), 0),
      coalesce(sum(seconds) filter (where ours and bill_amount is not null), 0),
      coalesce(sum(cost_amount) filter (where ours), 0),
      coalesce(sum(seconds) filter (where ours and cost_amount is not null), 0)
    from (
      select entry.*, entry.currency is null or entry.currency = firm.currency as ours
      from ${countedHours(organizationId, scope)} as entry,
        (select currency from organization where organization_id = ${organization}) as firm
    ) as entry
    group by customer_id, date_trunc('month', date::timestamp), person_id, activity_key`.execute(
    transaction,
  );
}

/** The same for hours of no customer, on the days in a date multirange. */
export async function refreshInternalHours(
  transaction: Transaction,
  organizationId: string,
  days: readonly { readonly from: string; readonly to: string }[] | "all",
): Promise<void> {
  const organization = sql`${organizationId}::uuid`;
  if (days !== "all" && days.length === 0) return;
  // Whole months, since that is what is summed.
  const months =
    days === "all"
      ? "{(,)}"
      : await wholeMonths(transaction, `{${days.map((d) => `[${d.from},${d.to}]`).join(",")}}`);
  await sql`delete from internal_hour_month
    where organization_id = ${organization} and month <@ ${months}::datemultirange`.execute(
    transaction,
  );
  await sql`
    insert into internal_hour_month (organization_id, month, person_id, activity_key, seconds,
      cost_amount, costed_seconds)
    select ${organization}, date_trunc('month', date::timestamp)::date, person_id, activity_key, sum(seconds),
      coalesce(sum(cost_amount) filter (where ours), 0),
      coalesce(sum(seconds) filter (where ours and cost_amount is not null), 0)
    from (
      select entry.*, entry.currency is null or entry.currency = firm.currency as ours
      from ${internalHours(
        organizationId,
        sql<boolean>`entry.date <@ ${months}::datemultirange`,
      )} as entry,
        (select currency from organization where organization_id = ${organization}) as firm
    ) as entry
    group by date_trunc('month', date::timestamp), person_id, activity_key`.execute(transaction);
}

async function wholeMonths(transaction: Transaction, days: string): Promise<string> {
  const { rows } = await sql<{ months: string }>`
    select coalesce(range_agg(daterange(
      date_trunc('month', lower(day)::timestamp)::date,
      (date_trunc('month', (upper(day) - 1)::timestamp) + interval '1 month')::date
    )), '{}')::text as months
    from unnest(${days}::datemultirange) as day`.execute(transaction);
  return rows[0]?.months ?? "{}";
}
