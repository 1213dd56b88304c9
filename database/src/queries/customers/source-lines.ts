import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { countedHours } from "./counted-hours.ts";
import { countedInvoices } from "./counted-invoices.ts";
import type { Coverage } from "./coverage.ts";
import { ledgerRevenue } from "./ledger-revenue.ts";
import { projectPurchases } from "./project-purchases.ts";
import { receivableItems } from "./receivable-items.ts";

/** A line of the books with the file and the line in it. */
export type StoredLine = {
  readonly kind: "ledger" | "invoice" | "invoice-line" | "hour" | "receivable";
  readonly date: string;
  readonly description: string;
  readonly reference: string | null;
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly importId: number;
  readonly file: string;
  readonly line: number;
};

/** First and last day, both included. */
export type DaySpan = { readonly from: string; readonly to: string };

export type LineQuestion = {
  readonly organizationId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly days: DaySpan;
};

const names = sql`entry.kind, entry.date, entry.description, entry.reference, entry.amount,
  entry.currency, entry.import_id as "importId", file.file_name as "file", entry.line`;

function withFiles(organizationId: string, entries: RawBuilder<unknown>) {
  return sql<StoredLine>`
    select ${names}
    from (${entries}) as entry
    join import as file
      on file.organization_id = ${organizationId}::uuid and file.import_id = entry.import_id
    order by entry.date, entry.import_id, entry.line, entry.reference, entry.amount`;
}

/** Revenue, line by line; with `credits` only of bookings and invoices that lowered it. */
export async function revenueLines(
  transaction: Transaction,
  question: LineQuestion,
  coverage: Coverage,
  only: "all" | "credits" | "documents",
): Promise<readonly StoredLine[]> {
  const { organizationId, customerId, currency, days } = question;
  const scope = [customerId];
  const booking = sql`partition by import_id, transaction_sequence, date_trunc('month', date::timestamp)`;
  const ledger = sql`
    select 'ledger' as kind, date, coalesce(product, description, code) as description,
      coalesce(invoice_reference, transaction_number) as reference, amount, currency, import_id,
      line, sum(amount) over (${booking}) as booked, sum(amount) over (${booking})::bigint as whole,
      row_number() over (${booking} order by line, sequence) as nth
    from ${ledgerRevenue(organizationId, scope)} as line
    where currency = ${currency}`;
  const invoices = sql`
    select 'invoice' as kind, issue_date as date, number as description, number as reference,
      net as amount, currency, import_id, line, net as booked, net as whole, 1 as nth
    from ${countedInvoices(organizationId, scope, coverage)} as invoice
    where counts and currency = ${currency}`;
  const amount = only === "documents" ? sql`whole` : sql`amount`;
  const condition = {
    all: sql`true`,
    credits: sql`booked < 0`,
    documents: sql`nth = 1 and whole <> 0`,
  }[only];
  const { rows } = await withFiles(
    organizationId,
    sql`
      select kind, date, description, reference, ${amount} as amount, currency, import_id, line
      from (${ledger} union all ${invoices}) as line
      where date between ${days.from}::date and ${days.to}::date and ${condition}`,
  ).execute(transaction);
  return rows;
}

export async function purchaseLines(
  transaction: Transaction,
  question: LineQuestion,
): Promise<readonly StoredLine[]> {
  const { organizationId, customerId, currency, days } = question;
  const { rows } = await withFiles(
    organizationId,
    sql`
      select 'ledger' as kind, date, coalesce(description, code) as description, project as reference,
        amount, currency, import_id, line
      from ${projectPurchases(organizationId, [customerId])} as line
      where currency = ${currency} and date between ${days.from}::date and ${days.to}::date`,
  ).execute(transaction);
  return rows;
}

/** An hour entry, with what is known of its cost as in the sums per month. */
export type HourLine = StoredLine & {
  readonly kindOfWork: string;
  readonly seconds: bigint;
  readonly given: bigint;
  readonly exported: bigint;
  readonly rest: bigint;
  readonly listed: bigint | null;
};

/** Hours of a customer, of some kinds of work. The name of the person stands in the description. */
export async function hourLines(
  transaction: Transaction,
  question: LineQuestion,
  kinds: readonly string[],
): Promise<readonly HourLine[]> {
  const { organizationId, customerId, currency, days } = question;
  const { rows } = await sql<HourLine>`
    select 'hour' as kind, entry.date,
      concat_ws(' · ', person.name, activity.name) as description, entry.project as reference,
      null::bigint as amount, ${currency} as currency, entry.import_id as "importId",
      file.file_name as "file", entry.line, activity.kind as "kindOfWork",
      entry.seconds::bigint as seconds,
      case when person.cost_rate is null then 0 else entry.seconds * person.cost_rate end as given,
      case when person.cost_rate is null and ours then coalesce(entry.cost_amount, 0) else 0 end
        as exported,
      case when person.cost_rate is null and (entry.cost_amount is null or not ours)
        then entry.seconds else 0 end::bigint as rest,
      case when ours then entry.bill_amount end as listed
    from (
      select *, currency is null or currency = ${currency} as ours
      from ${countedHours(organizationId, [customerId])} as line
    ) as entry
    join activity on activity.organization_id = ${organizationId}::uuid
      and activity.activity_key = entry.activity_key
    join person on person.organization_id = ${organizationId}::uuid
      and person.person_id = entry.person_id
    join import as file on file.organization_id = ${organizationId}::uuid
      and file.import_id = entry.import_id
    where entry.date between ${days.from}::date and ${days.to}::date
      and activity.kind = any(${kinds}::text[])
    order by entry.date, entry.import_id, entry.line, entry.sequence`.execute(transaction);
  return rows;
}

/** What makes up the open amounts: invoices raised, and what was paid or settled of them. */
export async function openLines(
  transaction: Transaction,
  question: Omit<LineQuestion, "days">,
  coverage: Coverage,
  overdue: { readonly asOf: string; readonly termDays: number } | null,
): Promise<readonly StoredLine[]> {
  const { organizationId, customerId, currency } = question;
  const late =
    overdue === null
      ? sql`true`
      : sql`coalesce(open.due_date, open.invoice_date + ${overdue.termDays}::integer)
          < ${overdue.asOf}::date`;
  const entries =
    coverage.openLists.length > 0
      ? sql`select 'receivable' as kind, reference, currency, date, amount, import_id, line
          from event where event = 'open' and import_id = any(${coverage.openLists}::integer[])`
      : sql`select kind, reference, currency, date, amount, import_id, line from raised_line
          union all
          select kind, reference, currency, date, -amount, import_id, line from paid
          union all
          select 'receivable', reference, currency, date, amount, import_id, line
          from event where event = 'other'`;
  const { rows } = await sql<StoredLine>`
    with ${receivableItems(organizationId, [customerId], coverage)}
    select entry.kind, entry.date, entry.reference as description, entry.reference, entry.amount,
      entry.currency, entry.import_id as "importId", file.file_name as "file", entry.line
    from (${entries}) as entry
    join customer_open_invoice open
      on open.organization_id = ${organizationId}::uuid and open.customer_id = ${customerId}::uuid
      and open.reference = entry.reference and open.currency = entry.currency
    join import as file
      on file.organization_id = ${organizationId}::uuid and file.import_id = entry.import_id
    where entry.currency = ${currency} and ${late}
    order by entry.reference, entry.date, entry.import_id, entry.line`.execute(transaction);
  return rows;
}
