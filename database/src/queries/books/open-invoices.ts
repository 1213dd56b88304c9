import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type OpenInvoice = {
  readonly number: string;
  readonly relationId: string;
  readonly relationName: string;
  readonly currency: string;
  /** Including VAT. */
  readonly amount: bigint;
};

/**
 * Sales invoices that payments may be of: from the debtors' books, from invoices and from lists of open
 * items; each number of a relation once, as the newest file has it.
 */
export async function openInvoices(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly OpenInvoice[]> {
  const { rows } = await sql<OpenInvoice>`
    select distinct on (x.number, x.relation_id)
      x.number, x.relation_id as "relationId", r.name as "relationName", x.currency, x.amount
    from (
      select e.import_id, e.invoice_reference as number, e.relation_id, e.currency,
        sum(e.amount)::bigint as amount
      from receivable_event e
      where e.organization_id = ${organizationId} and e.event in ('invoice', 'open')
        and e.invoice_reference is not null and e.relation_id is not null
      group by e.import_id, e.invoice_reference, e.relation_id, e.currency
      union all
      select v.import_id, v.number, v.relation_id, v.currency, v.gross
      from invoice v
      where v.organization_id = ${organizationId} and v.gross is not null
    ) x
    join import i on i.organization_id = ${organizationId} and i.import_id = x.import_id
    join relation r on r.organization_id = ${organizationId} and r.relation_id = x.relation_id
    where i.status = 'active'
    order by x.number, x.relation_id, x.import_id desc
  `.execute(transaction);
  return rows;
}
