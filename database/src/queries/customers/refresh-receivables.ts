import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import type { Coverage } from "./coverage.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";
import { receivableItems } from "./receivable-items.ts";

/** Sums what these customers paid and when, and lists what they still have to pay. */
export async function refreshReceivables(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
  coverage: Coverage,
  paymentTermDays: number,
): Promise<void> {
  const organization = sql`${organizationId}::uuid`;
  const touched = inScope(scope, "customer_id");
  await sql`delete from customer_payment_month
    where organization_id = ${organization} and ${touched}`.execute(transaction);
  await sql`delete from customer_open_invoice
    where organization_id = ${organization} and ${touched}`.execute(transaction);
  await sql`
    with ${receivableItems(organizationId, scope, coverage)},
    payment as (
      select paid.customer_id, paid.currency, paid.amount, paid.date, raised.invoice_date
      from paid
      join raised using (customer_id, reference, currency)
      where raised.amount > 0 and paid.amount > 0
    ),
    opened as (
      insert into customer_open_invoice
        (organization_id, customer_id, reference, currency, invoice_date, due_date, amount)
      select ${organization}, customer_id, reference, currency, invoice_date, due_date, balance
      from item where known and balance <> 0 and ${coverage.openLists.length === 0}
      union all
      select ${organization}, customer_id, reference, currency, min(date), max(due_date), sum(amount)
      from event
      where event = 'open' and import_id = any(${coverage.openLists}::integer[])
      group by customer_id, reference, currency
    )
    insert into customer_payment_month (organization_id, customer_id, month, currency, paid_amount,
      paid_amount_days, late_amount_days, settled_invoices)
    select ${organization}, customer_id, month, currency, sum(paid), sum(paid_days), sum(late_days),
      sum(settled)
    from (
      select customer_id, date_trunc('month', date::timestamp)::date as month, currency, amount as paid,
        amount::numeric * (date - invoice_date) as paid_days, 0::numeric as late_days, 0 as settled
      from payment
      union all
      select customer_id, month::date, currency, 0, 0,
        amount::numeric * (
          least(date, (month + interval '1 month')::date - 1)
          - greatest(invoice_date + ${paymentTermDays}::integer, month::date - 1)
        ), 0
      from payment
      cross join lateral generate_series(
        date_trunc('month', (invoice_date + ${paymentTermDays}::integer + 1)::timestamp),
        date_trunc('month', date::timestamp), interval '1 month'
      ) as month
      where date > invoice_date + ${paymentTermDays}::integer
      union all
      select customer_id, date_trunc('month', last_date::timestamp)::date, currency, 0, 0, 0, 1
      from item where amount > 0 and balance <= 0 and last_date is not null
    ) as part
    group by customer_id, month, currency`.execute(transaction);
}
