import { type RawBuilder, sql } from "kysely";
import { type CustomerScope, inScope } from "./customer-scope.ts";

const columns = sql`entry.import_id, entry.sequence, entry.line, entry.date, entry.seconds,
  entry.person_id, entry.project, entry.activity_key, entry.billable, entry.currency,
  entry.bill_amount, entry.cost_amount`;

/**
 * Hours of customers, equal entries of overlapping exports once. Only files that share days with
 * another one of their system are compared entry by entry; the rest goes straight through.
 */
export function countedHours(organizationId: string, scope: CustomerScope): RawBuilder<unknown> {
  const from = sql`
    from relation
    join hour_entry entry
      on entry.organization_id = relation.organization_id
      and entry.relation_id = relation.relation_id
    join summed_import file
      on file.organization_id = entry.organization_id and file.import_id = entry.import_id
    where relation.organization_id = ${organizationId}::uuid
      and entry.organization_id = ${organizationId}::uuid
      and file.organization_id = ${organizationId}::uuid
      and relation.customer_id is not null and ${inScope(scope, "relation.customer_id")}`;
  return sql`(
    select relation.customer_id, ${columns} ${from} and not file.overlapped
    union all
    select * from (
      select distinct on (entry.source_system_id, entry.entry_hash, entry.occurrence)
        relation.customer_id, ${columns}
      ${from} and file.overlapped
      order by entry.source_system_id, entry.entry_hash, entry.occurrence, entry.import_id,
        entry.sequence
    ) as once
  )`;
}

/** Hours for no customer, in the same way. */
export function internalHours(
  organizationId: string,
  between: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const from = sql`
    from hour_entry entry
    join summed_import file
      on file.organization_id = entry.organization_id and file.import_id = entry.import_id
    left join relation
      on relation.organization_id = entry.organization_id
      and relation.relation_id = entry.relation_id
    where entry.organization_id = ${organizationId}::uuid
      and file.organization_id = ${organizationId}::uuid
      and relation.customer_id is null and ${between}`;
  return sql`(
    select ${columns} ${from} and not file.overlapped
    union all
    select * from (
      select distinct on (entry.source_system_id, entry.entry_hash, entry.occurrence) ${columns}
      ${from} and file.overlapped
      order by entry.source_system_id, entry.entry_hash, entry.occurrence, entry.import_id,
        entry.sequence
    ) as once
  )`;
}
