import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type StoredRelation = {
  readonly relationId: string;
  readonly sourceSystemId: number;
  readonly system: string;
  readonly systemName: string;
  readonly key: string;
  readonly name: string;
  readonly nameKey: string;
  readonly kvk: string | null;
  readonly vatId: string | null;
  readonly emailDomain: string | null;
  readonly postcode: string | null;
  readonly customerId: string | null;
};

/** Relations of one system, or all that stand for a customer. */
export async function storedRelations(
  transaction: Transaction,
  organizationId: string,
  which: { readonly sourceSystemId: number } | "of-customers",
): Promise<readonly StoredRelation[]> {
  const { rows } = await sql<StoredRelation>`
    select r.relation_id as "relationId", r.source_system_id as "sourceSystemId", s.key as system,
      s.name as "systemName", r.key, r.name, r.name_key as "nameKey", r.kvk, r.vat_id as "vatId",
      r.email_domain as "emailDomain", r.postcode, r.customer_id as "customerId"
    from relation r
    join source_system s
      on s.organization_id = r.organization_id and s.source_system_id = r.source_system_id
    where r.organization_id = ${organizationId} and s.organization_id = ${organizationId}
      and ${
        which === "of-customers"
          ? sql`r.customer_id is not null`
          : sql`r.source_system_id = ${which.sourceSystemId}`
      }
    order by r.source_system_id, r.key
  `.execute(transaction);
  return rows;
}

/**
 * Writes into relations what their records say: of each field the newest that says something. Nothing
 * else writes these columns, so that an undo falls back to what the older files said.
 */
export async function deriveRelations(
  transaction: Transaction,
  organizationId: string,
  relationIds: readonly string[],
): Promise<void> {
  const newest = (field: string) => sql`
    (array_agg(rr.fields ->> ${field} order by rr.import_id desc)
      filter (where rr.fields ->> ${field} is not null))[1]`;
  await sql`
    update relation r set
      external_id = n.external_id, name = n.name, name_key = n.name_key, role = n.role, kvk = n.kvk,
      vat_id = n.vat_id, email_domain = n.email_domain, postcode = n.postcode, city = n.city,
      country = n.country, traits = coalesce(n.traits, '{}')
    from (
      select rr.relation_id,
        ${newest("externalId")} as external_id, ${newest("name")} as name,
        ${newest("nameKey")} as name_key, ${newest("role")} as role, ${newest("kvk")} as kvk,
        ${newest("vatId")} as vat_id, ${newest("emailDomain")} as email_domain,
        ${newest("postcode")} as postcode, ${newest("city")} as city, ${newest("country")} as country,
        (array_agg(rr.fields -> 'traits' order by rr.import_id desc)
          filter (where rr.fields -> 'traits' is not null))[1] as traits
      from relation_record rr
      where rr.organization_id = ${organizationId} and rr.relation_id = any(${relationIds}::uuid[])
      group by rr.relation_id
    ) n
    where r.organization_id = ${organizationId} and r.relation_id = n.relation_id
  `.execute(transaction);
}

export type RelationMatch = {
  readonly relationId: string;
  readonly customerId: string;
  readonly matchedBy: string;
};

/** Says of which customers relations are. */
export async function linkRelations(
  transaction: Transaction,
  organizationId: string,
  matches: readonly RelationMatch[],
): Promise<void> {
  if (matches.length === 0) return;
  await sql`
    update relation r set customer_id = m.customer_id, matched_by = m.matched_by
    from unnest(
      ${matches.map((match) => match.relationId)}::uuid[],
      ${matches.map((match) => match.customerId)}::uuid[],
      ${matches.map((match) => match.matchedBy)}::text[]
    ) as m (relation_id, customer_id, matched_by)
    where r.organization_id = ${organizationId} and r.relation_id = m.relation_id
  `.execute(transaction);
}

/** Customers of the relations that an import speaks of. */
export async function customersOfImport(
  transaction: Transaction,
  organizationId: string,
  importId: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct r.customer_id as "customerId"
    from relation_record rr
    join relation r on r.organization_id = rr.organization_id and r.relation_id = rr.relation_id
    where rr.organization_id = ${organizationId} and r.organization_id = ${organizationId}
      and rr.import_id = ${importId} and r.customer_id is not null
  `.execute(transaction);
  return rows.map((row) => row.customerId);
}

export async function relationsOfImport(
  transaction: Transaction,
  organizationId: string,
  importId: number,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom("relation_record")
    .select("relation_id")
    .where("organization_id", "=", organizationId)
    .where("import_id", "=", importId)
    .execute();
  return rows.map((row) => row.relation_id);
}

/** Removes relations that no file speaks of any more. */
export async function deleteRelationsWithoutRecords(
  transaction: Transaction,
  organizationId: string,
  relationIds: readonly string[],
): Promise<number> {
  const result = await sql`
    delete from relation r
    where r.organization_id = ${organizationId} and r.relation_id = any(${relationIds}::uuid[])
      and not exists (select from relation_record rr
        where rr.organization_id = ${organizationId} and rr.relation_id = r.relation_id)
  `.execute(transaction);
  return Number(result.numAffectedRows ?? 0n);
}
