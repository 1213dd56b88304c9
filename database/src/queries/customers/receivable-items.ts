import { type RawBuilder, sql } from "kysely";
import { countedInvoices } from "./counted-invoices.ts";
import type { Coverage } from "./coverage.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";

/**
 * For after `with`: `raised` (each sales invoice, with what it came to including VAT), `paid` (each
 * payment on one) and `item` (what is left of each). The debtors' ledger goes before the invoices and
 * before the bank on the days that it tells payments of; a paid date in a list is a payment in full.
 * Entries that name no invoice are left out: nothing tells what they settle.
 */
export function receivableItems(
  organizationId: string,
  scope: CustomerScope,
  coverage: Coverage,
): RawBuilder<unknown> {
  return sql`
    event as materialized (
      select relation.customer_id, lower(btrim(entry.invoice_reference)) as reference,
        entry.currency, entry.event, entry.date, entry.due_date, entry.amount, file.subject,
        entry.import_id, entry.line
      from relation
      join receivable_event entry
        on entry.organization_id = relation.organization_id
        and entry.relation_id = relation.relation_id
      join summed_import file
        on file.organization_id = entry.organization_id and file.import_id = entry.import_id
      where relation.organization_id = ${organizationId}::uuid
        and entry.organization_id = ${organizationId}::uuid
        and file.organization_id = ${organizationId}::uuid
        and relation.customer_id is not null and ${inScope(scope, "relation.customer_id")}
        and btrim(entry.invoice_reference) <> ''
        and (file.subject = 'books' or not (entry.date <@ ${coverage.ledgerPayments}::datemultirange))
    ),
    document as materialized (
      select customer_id, lower(btrim(number)) as reference, currency, issue_date, due_date,
        paid_date, coalesce(gross, net) as amount, import_id, line
      from ${countedInvoices(organizationId, scope, coverage)} as invoice
      where coalesce(gross, net) is not null
    ),
    raised_line as (
      select customer_id, reference, currency, amount, date, due_date, import_id, line, kind
      from (
        select customer_id, reference, currency, amount, date, due_date, import_id, line,
          'receivable' as kind, 1 as rank, 1 as best
        from event where event = 'invoice'
        union all
        select document.customer_id, document.reference, document.currency, document.amount,
          document.issue_date, document.due_date, document.import_id, document.line, 'invoice', 2,
          case when (document.customer_id, document.reference, document.currency) in (
            select customer_id, reference, currency from event where event = 'invoice'
          ) then 1 else 2 end
        from document
        where not (document.issue_date <@ ${coverage.ledgerPayments}::datemultirange)
      ) as known
      where rank = best
    ),
    raised as (
      select customer_id, reference, currency, sum(amount)::bigint as amount,
        min(date) as invoice_date, max(due_date) as due_date
      from raised_line
      group by customer_id, reference, currency
    ),
    paid as (
      select customer_id, reference, currency, date, -amount as amount, import_id, line,
        'receivable' as kind
      from event where event = 'payment'
      union all
      select customer_id, reference, currency, paid_date, amount, import_id, line, 'invoice'
      from document
      where paid_date is not null
        and not (issue_date <@ ${coverage.ledgerPayments}::datemultirange)
        and not exists (
          select from event
          where event.event = 'payment' and event.customer_id = document.customer_id
            and event.reference = document.reference and event.currency = document.currency
        )
    ),
    item as (
      select raised.customer_id, raised.reference, raised.currency, raised.invoice_date,
        raised.due_date, raised.amount,
        (raised.amount - coalesce(settled.amount, 0) + coalesce(other.amount, 0))::bigint as balance,
        settled.last_date,
        raised.invoice_date <@ ${coverage.payments}::datemultirange as known
      from raised
      left join (
        select customer_id, reference, currency, sum(amount) as amount, max(date) as last_date
        from paid group by customer_id, reference, currency
      ) as settled using (customer_id, reference, currency)
      left join (
        select customer_id, reference, currency, sum(amount) as amount
        from event where event = 'other' group by customer_id, reference, currency
      ) as other using (customer_id, reference, currency)
    )`;
}
