import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { accountRoles } from "./account-roles.ts";
import { countedInvoices } from "./counted-invoices.ts";
import type { Coverage } from "./coverage.ts";
import type { DaySpan, StoredLine } from "./source-lines.ts";

/**
 * What the ledger's revenue holds beyond that of customers: lines without a customer; of audit files
 * that do not name customers all lines, minus the invoices that do; and what accounts hold beyond the
 * lines that were kept of them.
 */
export async function unattributedLines(
  transaction: Transaction,
  organizationId: string,
  currency: string,
  days: DaySpan,
  coverage: Coverage,
): Promise<readonly StoredLine[]> {
  const organization = sql`${organizationId}::uuid`;
  const inPeriod = sql`between ${days.from}::date and ${days.to}::date`;
  const { rows } = await sql<StoredLine>`
    with revenue as (
      select entry.*, account.description, file.names_customers
      from ledger_line entry
      join summed_import file
        on file.organization_id = entry.organization_id and file.import_id = entry.import_id
      join ${accountRoles(organizationId)} account
        on account.import_id = entry.import_id and account.code = entry.code
      where entry.organization_id = ${organization} and file.organization_id = ${organization}
        and file.currency = ${currency} and account.role = 'revenue' and entry.date ${inPeriod}
    ),
    entry as (
      select 'ledger' as kind, revenue.date, coalesce(revenue.description, revenue.code) as description,
        coalesce(revenue.invoice_reference, revenue.transaction_number) as reference,
        -revenue.amount as amount, revenue.import_id, revenue.line
      from revenue
      left join relation
        on relation.organization_id = ${organization} and relation.relation_id = revenue.relation_id
      where not revenue.names_customers or relation.customer_id is null
      union all
      select 'invoice', issue_date, number, number, -net, import_id, line
      from ${countedInvoices(organizationId, "all", coverage)} as invoice
      where counts and not outside_ledger and currency = ${currency} and issue_date ${inPeriod}
      union all
      select 'ledger', month.month, coalesce(account.description, month.code), month.code,
        -(month.amount - coalesce(line.amount, 0)), month.import_id, coalesce(known.line, 0)
      from ledger_month month
      join summed_import file
        on file.organization_id = month.organization_id and file.import_id = month.import_id
      join ${accountRoles(organizationId)} account
        on account.import_id = month.import_id and account.code = month.code
      left join ledger_account known
        on known.organization_id = ${organization} and known.import_id = month.import_id
        and known.code = month.code
      left join (
        select import_id, code, date_trunc('month', date::timestamp)::date as month,
          sum(amount)::bigint as amount
        from revenue group by import_id, code, date_trunc('month', date::timestamp)
      ) as line
        on line.import_id = month.import_id and line.code = month.code and line.month = month.month
      where month.organization_id = ${organization} and file.organization_id = ${organization}
        and file.currency = ${currency} and account.role = 'revenue' and month.month ${inPeriod}
        and month.amount <> coalesce(line.amount, 0)
    )
    select entry.kind, entry.date, entry.description, entry.reference, entry.amount,
      ${currency} as currency, entry.import_id as "importId", file.file_name as "file", entry.line
    from entry
    join import as file
      on file.organization_id = ${organization} and file.import_id = entry.import_id
    order by entry.date, entry.import_id, entry.line, entry.reference`.execute(transaction);
  return rows;
}
