import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { accountRoles } from "./account-roles.ts";

/** An import that came or went since the last refresh. */
export type ChangedImport = {
  readonly import_id: number;
  readonly subject: string;
  readonly covers_from: string | null;
  readonly covers_to: string | null;
  readonly names_payments: boolean;
};

/**
 * Brings `summed_import` in step with the imports that are active now and returns those that came or
 * went. With `anew` all that is known of an import is worked out again.
 */
export async function syncSummedImports(
  transaction: Transaction,
  organizationId: string,
  anew: boolean,
): Promise<readonly ChangedImport[]> {
  const organization = sql`${organizationId}::uuid`;
  const gone = await sql<ChangedImport>`
    delete from summed_import as file
    where file.organization_id = ${organization}
      and (${anew} or not exists (
        select from import
        where import.organization_id = ${organization}
          and import.import_id = file.import_id and import.status = 'active'
      ))
    returning import_id, subject, covers_from, covers_to, names_payments`.execute(transaction);
  // An audit file made before its year was over speaks for the days up to its last entry.
  const came = await sql<ChangedImport>`
    insert into summed_import (organization_id, import_id, source_system_id, source_kind, subject,
      currency, covers_from, covers_to, names_customers, names_payments, overlapped)
    select file.organization_id, file.import_id, file.source_system_id, system.kind, file.subject,
      coalesce(system.currency, firm.currency),
      coalesce(file.covers_from, case file.subject
        when 'books' then (select min(month) from ledger_month as entry
          where entry.organization_id = ${organization} and entry.import_id = file.import_id)
        when 'hours' then (select min(date) from hour_entry as entry
          where entry.organization_id = ${organization} and entry.import_id = file.import_id)
        when 'invoices' then (select min(issue_date) from invoice as entry
          where entry.organization_id = ${organization} and entry.import_id = file.import_id)
        else (select min(date) from receivable_event as entry
          where entry.organization_id = ${organization} and entry.import_id = file.import_id)
      end),
      case
        when file.subject = 'books'
          and (file.covers_to is null or file.covers_to >= file.created_at::date)
          then coalesce(least(file.covers_to, (select max(date) from ledger_line as entry
            where entry.organization_id = ${organization} and entry.import_id = file.import_id)),
            file.covers_to)
        else coalesce(file.covers_to, case file.subject
          when 'hours' then (select max(date) from hour_entry as entry
            where entry.organization_id = ${organization} and entry.import_id = file.import_id)
          when 'invoices' then (select max(issue_date) from invoice as entry
            where entry.organization_id = ${organization} and entry.import_id = file.import_id)
          else (select max(date) from receivable_event as entry
            where entry.organization_id = ${organization} and entry.import_id = file.import_id)
        end)
      end,
      false,
      case file.subject
        when 'books' then exists (select from receivable_event as entry
          where entry.organization_id = ${organization} and entry.import_id = file.import_id
            and entry.event = 'payment')
        when 'invoices' then exists (select from invoice as entry
          where entry.organization_id = ${organization} and entry.import_id = file.import_id
            and entry.paid_date is not null)
        else file.subject in ('payments', 'open-items')
      end,
      false
    from import as file
    join source_system as system
      on system.organization_id = file.organization_id
      and system.source_system_id = file.source_system_id
    join organization as firm on firm.organization_id = file.organization_id
    where file.organization_id = ${organization} and system.organization_id = ${organization}
      and file.status = 'active'
      and not exists (
        select from summed_import as known
        where known.organization_id = ${organization} and known.import_id = file.import_id
      )
    returning import_id, subject, covers_from, covers_to, names_payments`.execute(transaction);
  const books = came.rows.filter((file) => file.subject === "books");
  if (books.length > 0) {
    await markFilesThatNameCustomers(
      transaction,
      organizationId,
      books.map((file) => file.import_id),
    );
  }
  const changed = [...gone.rows, ...came.rows];
  if (changed.some((file) => file.subject === "hours")) {
    await markOverlaps(transaction, organizationId);
  }
  return changed;
}

/**
 * More than half of what sales journals (or, without any, all journals) book as revenue stands on lines
 * whose customer is known. A large memo at the end of the year, of nobody's, does not count against it.
 */
async function markFilesThatNameCustomers(
  transaction: Transaction,
  organizationId: string,
  importIds: readonly number[],
): Promise<void> {
  const organization = sql`${organizationId}::uuid`;
  await sql`
    update summed_import as file set names_customers = true
    from (
      select sold.import_id,
        sum(sold.amount) filter (where sold.named and (sold.in_sales or not sold.any_sales)) as named,
        sum(sold.amount) filter (where sold.in_sales or not sold.any_sales) as total
      from (
      select entry.import_id, abs(entry.amount) as amount,
        relation.customer_id is not null as named,
        coalesce(entry.journal_type in ('sales', 'other'), true) as in_sales,
        bool_or(coalesce(entry.journal_type in ('sales', 'other'), true))
          over (partition by entry.import_id) as any_sales
      from ledger_line entry
      join ${accountRoles(organizationId)} account
        on account.import_id = entry.import_id and account.code = entry.code
      left join relation
        on relation.organization_id = entry.organization_id
        and relation.relation_id = entry.relation_id
      where entry.organization_id = ${organization} and entry.import_id = any(${importIds}::integer[])
        and account.role = 'revenue'
      ) as sold
      group by sold.import_id
    ) as share
    where file.organization_id = ${organization} and file.import_id = share.import_id
      and share.named * 2 > share.total`.execute(transaction);
}

async function markOverlaps(transaction: Transaction, organizationId: string): Promise<void> {
  const organization = sql`${organizationId}::uuid`;
  await sql`
    update summed_import as file
    set overlapped = found.overlapped
    from (
      select one.import_id, exists (
        select from summed_import as other
        where other.organization_id = ${organization} and other.subject = 'hours'
          and other.source_system_id = one.source_system_id and other.import_id <> one.import_id
          and other.covers_from <= one.covers_to and other.covers_to >= one.covers_from
      ) as overlapped
      from summed_import as one
      where one.organization_id = ${organization} and one.subject = 'hours'
    ) as found
    where file.organization_id = ${organization} and file.import_id = found.import_id
      and file.overlapped <> found.overlapped`.execute(transaction);
}
