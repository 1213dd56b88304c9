import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { countedInvoices } from "./counted-invoices.ts";
import type { Coverage } from "./coverage.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";
import { ledgerRevenue } from "./ledger-revenue.ts";
import { projectPurchases } from "./project-purchases.ts";

/** Sums revenue and purchases of these customers per month again, and when they were invoiced. */
export async function refreshCustomerMonths(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
  coverage: Coverage,
): Promise<void> {
  const organization = sql`${organizationId}::uuid`;
  const touched = inScope(scope, "customer_id");
  await sql`delete from customer_month
    where organization_id = ${organization} and ${touched}`.execute(transaction);
  await sql`delete from customer_span
    where organization_id = ${organization} and ${touched}`.execute(transaction);
  await sql`
    with invoice as materialized (
      select * from ${countedInvoices(organizationId, scope, coverage)} as counted
    ),
    detail as materialized (
      select invoice.import_id, invoice.sequence,
        sum(entry.net) filter (where entry.discount is not null
          or invoice.source_kind = 'e-invoicing')::bigint as detailed,
        sum(entry.discount)::bigint as discounts
      from invoice
      join invoice_line entry on entry.organization_id = ${organization}
        and entry.import_id = invoice.import_id and entry.invoice_sequence = invoice.sequence
      group by invoice.import_id, invoice.sequence
    ),
    document as materialized (
      select customer_id, date_trunc('month', min(date)::timestamp)::date as month, min(date) as date, currency,
        sum(amount) as revenue, 0::bigint as outside_ledger, 0::bigint as detailed,
        0::bigint as discounts, true as counts
      from ${ledgerRevenue(organizationId, scope)} as entry
      group by customer_id, currency, import_id, transaction_sequence, date_trunc('month', date::timestamp)
      union all
      select customer_id, date_trunc('month', issue_date::timestamp)::date, issue_date, currency,
        case when counts then net else 0 end,
        case when outside_ledger then net else 0 end,
        coalesce(detailed, 0), coalesce(discounts, 0), counts
      from invoice
      left join detail using (import_id, sequence)
    ),
    span as (
      insert into customer_span (organization_id, customer_id, first_invoice, last_invoice)
      select ${organization}, customer_id, min(date), max(date)
      from document where counts and revenue > 0
      group by customer_id
    )
    insert into customer_month (organization_id, customer_id, month, currency, revenue,
      outside_ledger, credited, detailed, discounts, direct_purchases, invoices)
    select ${organization}, customer_id, month, currency, sum(revenue), sum(outside_ledger),
      sum(credited), sum(detailed), sum(discounts), sum(purchases), sum(invoices)
    from (
      select customer_id, month, currency, revenue, outside_ledger, least(revenue, 0) as credited,
        detailed, discounts, 0::bigint as purchases,
        case when counts and revenue <> 0 then 1 else 0 end as invoices
      from document
      union all
      select customer_id, date_trunc('month', date::timestamp)::date, currency, 0, 0, 0, 0, 0, amount, 0
      from ${projectPurchases(organizationId, scope)} as purchase
    ) as part
    group by customer_id, month, currency
    having bool_or(revenue <> 0 or detailed <> 0 or discounts <> 0 or purchases <> 0)`.execute(
    transaction,
  );
}
