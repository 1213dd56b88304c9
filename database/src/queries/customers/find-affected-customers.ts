import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import type { ChangedImport } from "./sync-summed-imports.ts";

/**
 * Customers whose revenue, purchases or receivables change because an import came or went although it
 * may hold no line of theirs: an audit file takes the place of invoices, tells what was bought on their
 * projects, and which of their invoices are still open.
 */
export async function findAffectedCustomers(
  transaction: Transaction,
  organizationId: string,
  changed: readonly ChangedImport[],
): Promise<readonly string[]> {
  const telling = changed.filter((file) => file.subject === "books" || file.names_payments);
  if (telling.length === 0) return [];
  const organization = sql`${organizationId}::uuid`;
  const days = telling.flatMap((file) =>
    file.covers_from !== null && file.covers_to !== null && file.covers_from <= file.covers_to
      ? [`[${file.covers_from},${file.covers_to}]`]
      : [],
  );
  // A list of open items says of every customer what is open, also of those that it leaves out.
  const lists = telling.some((file) => file.subject === "open-items");
  const range = lists ? "{(,)}" : `{${days.join(",")}}`;
  const books = telling.filter((file) => file.subject === "books").map((file) => file.import_id);
  const found = await sql<{ customer_id: string }>`
    select relation.customer_id
    from invoice document
    join relation on relation.organization_id = document.organization_id
      and relation.relation_id = document.relation_id
    where document.organization_id = ${organization} and relation.organization_id = ${organization}
      and document.issue_date <@ ${range}::datemultirange and relation.customer_id is not null
    union
    select relation.customer_id
    from receivable_event event
    join relation on relation.organization_id = event.organization_id
      and relation.relation_id = event.relation_id
    where event.organization_id = ${organization} and relation.organization_id = ${organization}
      and event.date <@ ${range}::datemultirange and relation.customer_id is not null
    union
    select customer_id from customer_month
    where organization_id = ${organization} and direct_purchases <> 0 and ${books.length > 0}
    union
    select owner.customer_id
    from ledger_line entry
    join project_customer owner on owner.organization_id = entry.organization_id
      and owner.project = lower(btrim(entry.project))
    where entry.organization_id = ${organization} and owner.organization_id = ${organization}
      and entry.import_id = any(${books}::integer[]) and entry.project is not null`.execute(
    transaction,
  );
  return found.rows.map((row) => row.customer_id);
}
