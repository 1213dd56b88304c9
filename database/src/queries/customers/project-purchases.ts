import { type RawBuilder, sql } from "kysely";
import { accountRoles } from "./account-roles.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";

/** Purchase lines on a project that was seen with one customer only; a cost is positive. */
export function projectPurchases(
  organizationId: string,
  scope: CustomerScope,
): RawBuilder<unknown> {
  return sql`(
    select owner.customer_id, entry.import_id, entry.sequence, entry.line, entry.transaction_number,
      entry.code, account.description, entry.project, entry.date, file.currency, entry.amount
    from project_customer owner
    join ledger_line entry
      on entry.organization_id = owner.organization_id
      and lower(btrim(entry.project)) = owner.project
    join summed_import file
      on file.organization_id = entry.organization_id and file.import_id = entry.import_id
    join ${accountRoles(organizationId)} account
      on account.import_id = entry.import_id and account.code = entry.code
    where owner.organization_id = ${organizationId}::uuid
      and entry.organization_id = ${organizationId}::uuid
      and file.organization_id = ${organizationId}::uuid
      and entry.project is not null and ${inScope(scope, "owner.customer_id")}
      and account.role = 'direct-purchases'
      and not exists (
        select from project_customer other
        where other.organization_id = ${organizationId}::uuid
          and other.project = owner.project and other.customer_id <> owner.customer_id
      )
  )`;
}
