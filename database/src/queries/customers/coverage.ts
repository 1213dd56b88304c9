import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** Which days the books speak for, as PostgreSQL date multiranges, and by which files. */
export type Coverage = {
  /** Audit files whose revenue names its customers: invoices of these days add nothing. */
  readonly naming: string;
  /** Any audit file. */
  readonly ledger: string;
  /** Any file that tells payments: an invoice of these days without one is open. */
  readonly payments: string;
  /** Audit files that tell payments: those of the bank add nothing on these days. */
  readonly ledgerPayments: string;
  /** The newest list of open items of each system: if there is one, it says what is open. */
  readonly openLists: readonly number[];
};

export async function readCoverage(
  transaction: Transaction,
  organizationId: string,
): Promise<Coverage> {
  const ranges = await sql<Omit<Coverage, "openLists">>`
    select coalesce(range_agg(days) filter (where subject = 'books' and names_customers), '{}')::text
        as "naming",
      coalesce(range_agg(days) filter (where subject = 'books'), '{}')::text as "ledger",
      coalesce(range_agg(days) filter (where names_payments and subject <> 'open-items'), '{}')::text
        as "payments",
      coalesce(range_agg(days) filter (where names_payments and subject = 'books'), '{}')::text
        as "ledgerPayments"
    from (
      select subject, names_customers, names_payments, daterange(covers_from, covers_to, '[]') as days
      from summed_import
      where organization_id = ${organizationId}::uuid
        and covers_from <= covers_to and (subject = 'books' or names_payments)
    ) as file`.execute(transaction);
  const lists = await sql<{ import_id: number }>`
    select distinct on (source_system_id) import_id
    from summed_import
    where organization_id = ${organizationId}::uuid and subject = 'open-items'
    order by source_system_id, import_id desc`.execute(transaction);
  const [row] = ranges.rows;
  if (row === undefined) throw new RangeError("an aggregate has a row");
  return { ...row, openLists: lists.rows.map((list) => list.import_id) };
}
