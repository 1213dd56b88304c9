import { type RawBuilder, sql } from "kysely";

/** What each ledger account of an active audit file is for: as a person said, else as recognised. */
export function accountRoles(organizationId: string): RawBuilder<unknown> {
  return sql`(
    select account.import_id, account.code, account.description,
      coalesce(decision.role, account.role) as role
    from summed_import file
    join ledger_account account
      on account.organization_id = file.organization_id and account.import_id = file.import_id
    left join ledger_account_role decision
      on decision.organization_id = file.organization_id
      and decision.source_system_id = file.source_system_id and decision.code = account.code
    where file.organization_id = ${organizationId}::uuid and file.subject = 'books'
  )`;
}
