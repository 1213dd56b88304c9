import { type RawBuilder, sql } from "kysely";
import { accountRoles } from "./account-roles.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";

/** Revenue lines of audit files that name customers, one row each; revenue is positive. */
export function ledgerRevenue(organizationId: string, scope: CustomerScope): RawBuilder<unknown> {
  return sql`(
    select relation.customer_id, entry.import_id, entry.sequence, entry.line,
      entry.transaction_sequence, entry.transaction_number, entry.invoice_reference,
      entry.code, account.description, entry.product, entry.project, entry.date, file.currency,
      -entry.amount as amount
    from relation
    join ledger_line entry
      on entry.organization_id = relation.organization_id
      and entry.relation_id = relation.relation_id
    join summed_import file
      on file.organization_id = entry.organization_id and file.import_id = entry.import_id
      and file.names_customers
    join ${accountRoles(organizationId)} account
      on account.import_id = entry.import_id and account.code = entry.code
    where relation.organization_id = ${organizationId}::uuid
      and entry.organization_id = ${organizationId}::uuid
      and file.organization_id = ${organizationId}::uuid
      and relation.customer_id is not null and ${inScope(scope, "relation.customer_id")}
      and account.role = 'revenue'
  )`;
}
