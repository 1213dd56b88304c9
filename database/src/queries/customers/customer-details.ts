import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { countedInvoices } from "./counted-invoices.ts";
import type { Coverage } from "./coverage.ts";
import { ledgerRevenue } from "./ledger-revenue.ts";
import type { MonthSpan } from "./period-columns.ts";
import { receivableItems } from "./receivable-items.ts";
import type { DaySpan } from "./source-lines.ts";

/** Sums of one customer per month. */
export async function customerMonths(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  currency: string,
  period: MonthSpan,
) {
  return transaction
    .selectFrom("customer_month")
    .select(["month", "revenue", "direct_purchases as purchases"])
    .where("organization_id", "=", organizationId)
    .where("customer_id", "=", customerId)
    .where("currency", "=", currency)
    .where("month", ">=", period.from)
    .where("month", "<=", period.to)
    .orderBy("month")
    .execute();
}

/** Hours of one customer per month and kind of work, absence left out. */
export async function customerHourMonths(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  period: MonthSpan,
) {
  const { rows } = await sql<{
    month: string;
    kind: string;
    seconds: bigint;
    given: bigint;
    exported: bigint;
    rest: bigint;
  }>`
    select month, kind, sum(seconds)::bigint as seconds,
      coalesce(sum(seconds * cost_rate), 0)::bigint as given,
      coalesce(sum(cost_amount) filter (where cost_rate is null), 0)::bigint as exported,
      coalesce(sum(seconds - costed_seconds) filter (where cost_rate is null), 0)::bigint as rest
    from customer_hour_month
    join activity on activity.organization_id = customer_hour_month.organization_id
      and activity.activity_key = customer_hour_month.activity_key
    join person on person.organization_id = customer_hour_month.organization_id
      and person.person_id = customer_hour_month.person_id
    where customer_hour_month.organization_id = ${organizationId}::uuid
      and activity.organization_id = ${organizationId}::uuid
      and person.organization_id = ${organizationId}::uuid
      and customer_id = ${customerId}::uuid and kind not in ('absence', 'internal')
      and month between ${period.from}::date and ${period.to}::date
    group by month, kind order by month, kind`.execute(transaction);
  return rows;
}

/** Days that money was out too long, per month. */
export async function customerLateMonths(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  currency: string,
  period: MonthSpan,
) {
  const { rows } = await sql<{ month: string; late: bigint }>`
    select month, late_amount_days::bigint as late from customer_payment_month
    where organization_id = ${organizationId}::uuid and customer_id = ${customerId}::uuid
      and currency = ${currency} and month between ${period.from}::date and ${period.to}::date`.execute(
    transaction,
  );
  return rows;
}

/** What was sold: the items of invoice lines; where there are none, the accounts of the ledger. */
export async function customerServices(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  currency: string,
  days: DaySpan,
  coverage: Coverage,
) {
  type Service = { service: string; revenue: bigint; first: string; last: string };
  const grouped = (lines: ReturnType<typeof sql>) => sql<Service>`
    select service, coalesce(sum(amount) filter (
        where date between ${days.from}::date and ${days.to}::date), 0)::bigint as revenue,
      min(date) as first, max(date) as last
    from (${lines}) as line
    group by service
    having bool_or(date between ${days.from}::date and ${days.to}::date)
    order by revenue desc, service`;
  const items = await grouped(sql`
    select coalesce(nullif(btrim(entry.item), ''), invoice.number) as service, entry.net as amount,
      invoice.issue_date as date
    from ${countedInvoices(organizationId, [customerId], coverage)} as invoice
    join invoice_line entry on entry.organization_id = ${organizationId}::uuid
      and entry.import_id = invoice.import_id and entry.invoice_sequence = invoice.sequence
    where invoice.currency = ${currency}`).execute(transaction);
  if (items.rows.length > 0) return items.rows;
  const accounts = await grouped(sql`
    select coalesce(product, description, code) as service, amount, date
    from ${ledgerRevenue(organizationId, [customerId])} as line
    where currency = ${currency}`).execute(transaction);
  return accounts.rows;
}

/** Invoices settled in a period and how many days each took. */
export async function settledInvoices(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  currency: string,
  days: DaySpan,
  coverage: Coverage,
): Promise<readonly number[]> {
  const { rows } = await sql<{ days: number }>`
    with ${receivableItems(organizationId, [customerId], coverage)}
    select last_date - invoice_date as days from item
    where amount > 0 and balance <= 0 and currency = ${currency}
      and last_date between ${days.from}::date and ${days.to}::date
    order by days`.execute(transaction);
  return rows.map((row) => row.days);
}

export async function customerRelations(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
) {
  return transaction
    .selectFrom("relation")
    .innerJoin("source_system", (join) =>
      join
        .onRef("source_system.organization_id", "=", "relation.organization_id")
        .onRef("source_system.source_system_id", "=", "relation.source_system_id"),
    )
    .select([
      "relation_id as id",
      "source_system.name as system",
      "source_system.key as systemKey",
      "relation.key as key",
      "external_id as externalId",
      "relation.name as name",
      "matched_by as matchedBy",
    ])
    .where("relation.organization_id", "=", organizationId)
    .where("source_system.organization_id", "=", organizationId)
    .where("customer_id", "=", customerId)
    .orderBy("source_system.source_system_id")
    .orderBy("relation.key")
    .execute();
}

export async function customerContacts(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
) {
  const { rows } = await sql<{
    name: string;
    email: string | null;
    phone: string | null;
    role: string | null;
  }>`
    select distinct on (lower(entry.name), lower(entry.email))
      entry.name, entry.email, entry.phone, entry.role
    from relation
    join contact entry on entry.organization_id = relation.organization_id
      and entry.relation_id = relation.relation_id
    join import as file on file.organization_id = entry.organization_id
      and file.import_id = entry.import_id and file.status = 'active'
    where relation.organization_id = ${organizationId}::uuid
      and entry.organization_id = ${organizationId}::uuid
      and file.organization_id = ${organizationId}::uuid
      and relation.customer_id = ${customerId}::uuid
    order by lower(entry.name), lower(entry.email), entry.import_id desc`.execute(transaction);
  return rows;
}
