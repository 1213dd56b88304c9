import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { readColumns, splitTexts } from "./columns.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";

/** First days of the first and the last month. */
export type MonthSpan = { readonly from: string; readonly to: string };

const between = (span: MonthSpan): RawBuilder<boolean> =>
  sql<boolean>`month between ${span.from}::date and ${span.to}::date`;

const revenueNames = [
  "revenue",
  "before",
  "outside",
  "credited",
  "detailed",
  "discounts",
  "purchases",
  "invoices",
] as const;

/** Revenue and purchases per customer of the period, and revenue of the year before. */
export function revenueColumns(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
  currency: string,
  period: MonthSpan,
  before: MonthSpan,
) {
  const now = (column: string) =>
    sql`coalesce(sum(${sql.ref(column)}) filter (where ${between(period)}), 0)`;
  return readColumns(
    transaction,
    sql`
      select customer_id as id, ${now("revenue")} as revenue,
        coalesce(sum(revenue) filter (where ${between(before)}), 0) as before,
        ${now("outside_ledger")} as outside, ${now("credited")} as credited,
        ${now("detailed")} as detailed, ${now("discounts")} as discounts,
        ${now("direct_purchases")} as purchases, ${now("invoices")} as invoices
      from customer_month
      where organization_id = ${organizationId}::uuid and currency = ${currency}
        and ${inScope(scope, "customer_id")} and (${between(period)} or ${between(before)})
      group by customer_id`,
    revenueNames,
  );
}

const hourParts = ["seconds", "given", "exported", "rest"] as const;

const partSums = {
  seconds: sql`seconds`,
  given: sql`case when cost_rate is null then 0 else seconds * cost_rate end`,
  exported: sql`case when cost_rate is null then cost_amount else 0 end`,
  rest: sql`case when cost_rate is null then seconds - costed_seconds else 0 end`,
};

/** What hours of an activity count as. */
export const workGroups = ["direct", "serving", "failure", "inside"] as const;
const groupNumber = sql`case kind when 'delivery' then 0
  when 'selling' then 1 when 'account-management' then 1 when 'negotiation' then 1 when 'support' then 1
  when 'rework' then 2 when 'complaints' then 2 else 3 end`;

/**
 * Hours of the period per customer and kind of work (its place in `workGroups`), with what is known of
 * their cost. Hours on a customer that are the firm's own affair (`internal`) come apart, as `inside`.
 */
export function hourColumns(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
  period: MonthSpan,
) {
  const sums = hourParts.map((part) => sql`sum(${partSums[part]}) as ${sql.ref(part)}`);
  return readColumns(
    transaction,
    sql`
      select customer_id as id, work as "group", ${sql.join(sums)}, sum(list_amount) as listed,
        sum(listed_seconds) as "listedSeconds"
      from customer_hour_month
      join (
        select activity_key, ${groupNumber} as work from activity
        where organization_id = ${organizationId}::uuid and kind <> 'absence'
      ) as activity using (activity_key)
      join (
        select person_id, cost_rate from person where organization_id = ${organizationId}::uuid
      ) as person using (person_id)
      where customer_hour_month.organization_id = ${organizationId}::uuid
        and ${inScope(scope, "customer_id")} and ${between(period)}
      group by customer_id, work`,
    ["group", ...hourParts, "listed", "listedSeconds"],
  );
}

/** Hours for no customer, absence left out. */
export async function internalHourSums(
  transaction: Transaction,
  organizationId: string,
  period: MonthSpan,
): Promise<Readonly<Record<(typeof hourParts)[number], bigint>>> {
  const sums = hourParts.map(
    (part) => sql`coalesce(sum(${partSums[part]}), 0)::bigint as ${sql.ref(part)}`,
  );
  const { rows } = await sql<Record<(typeof hourParts)[number], bigint>>`
    select ${sql.join(sums)}
    from internal_hour_month
    join activity on activity.organization_id = internal_hour_month.organization_id
      and activity.activity_key = internal_hour_month.activity_key
    join person on person.organization_id = internal_hour_month.organization_id
      and person.person_id = internal_hour_month.person_id
    where internal_hour_month.organization_id = ${organizationId}::uuid
      and activity.organization_id = ${organizationId}::uuid
      and person.organization_id = ${organizationId}::uuid
      and ${between(period)} and kind <> 'absence'`.execute(transaction);
  return rows[0] as Record<(typeof hourParts)[number], bigint>;
}

/** What was paid in the period, and how late. */
export function paymentColumns(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
  currency: string,
  period: MonthSpan,
) {
  return readColumns(
    transaction,
    sql`
      select customer_id as id, sum(paid_amount) as paid, sum(paid_amount_days) as "paidDays",
        sum(late_amount_days) as "lateDays"
      from customer_payment_month
      where organization_id = ${organizationId}::uuid and currency = ${currency}
        and ${inScope(scope, "customer_id")} and ${between(period)}
      group by customer_id`,
    ["paid", "paidDays", "lateDays"],
  );
}

/** What is open as the books stand, what of it is past its date, and how long it was out too long. */
export function openColumns(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
  currency: string,
  late: {
    readonly from: string;
    readonly to: string;
    readonly asOf: string;
    readonly termDays: number;
  },
) {
  return readColumns(
    transaction,
    sql`
      select customer_id as id, sum(amount) as open,
        coalesce(sum(amount) filter (where
          coalesce(due_date, invoice_date + ${late.termDays}::integer) < ${late.asOf}::date), 0) as overdue,
        coalesce(sum(amount * greatest(0,
          least(${late.to}::date, ${late.asOf}::date)
          - greatest(invoice_date + ${late.termDays}::integer, ${late.from}::date - 1)
        )) filter (where amount > 0 and invoice_date is not null), 0) as "lateDays"
      from customer_open_invoice
      where organization_id = ${organizationId}::uuid and currency = ${currency}
        and ${inScope(scope, "customer_id")}
      group by customer_id`,
    ["open", "overdue", "lateDays"],
  );
}

/** First and last day on which each was invoiced. */
export async function spanColumns(transaction: Transaction, organizationId: string) {
  const { rows } = await sql<Record<"ids" | "first" | "last", string>>`
    select coalesce(string_agg(customer_id::text, ','), '') as ids,
      coalesce(string_agg(first_invoice::text, ','), '') as first,
      coalesce(string_agg(last_invoice::text, ','), '') as last
    from (
      select * from customer_span where organization_id = ${organizationId}::uuid order by customer_id
    ) as span`.execute(transaction);
  const [row] = rows;
  return {
    ids: splitTexts(row?.ids ?? ""),
    first: splitTexts(row?.first ?? ""),
    last: splitTexts(row?.last ?? ""),
  };
}
