import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type NewCustomer = { readonly customerId: string; readonly name: string };

/** Makes customers; their fields follow from their relations by `deriveCustomers`. */
export async function insertCustomers(
  transaction: Transaction,
  organizationId: string,
  customers: readonly NewCustomer[],
  now: Date,
): Promise<void> {
  if (customers.length === 0) return;
  await sql`
    insert into customer (organization_id, customer_id, name, created_at)
    select ${organizationId}, c.customer_id, c.name, ${now}
    from unnest(
      ${customers.map((customer) => customer.customerId)}::uuid[],
      ${customers.map((customer) => customer.name)}::text[]
    ) as c (customer_id, name)
  `.execute(transaction);
}

/**
 * Writes into customers what their relations say, except for fields edited by hand. Of each field the
 * best source that says something wins: bookkeeping before invoices, lists and time tracking (which
 * hold short names), then the newest file.
 */
export async function deriveCustomers(
  transaction: Transaction,
  organizationId: string,
  customerIds: readonly string[],
): Promise<void> {
  const first = (column: string) => sql`
    (array_agg(${sql.ref(`o.${column}`)} order by o.rank, o.newest desc nulls last, o.key)
      filter (where ${sql.ref(`o.${column}`)} is not null))[1]`;
  const edited = (field: string, column: string) => sql`
    case when c.edits ? ${field}::text then c.edits ->> ${field}::text
      else ${sql.ref(`d.${column}`)} end`;
  await sql`
    update customer c set
      name = coalesce(c.edits ->> 'name', d.name), kvk = ${edited("kvk", "kvk")},
      vat_id = ${edited("vatId", "vat_id")}, email_domain = ${edited("emailDomain", "email_domain")},
      postcode = ${edited("postcode", "postcode")}, city = ${edited("city", "city")},
      country = ${edited("country", "country")}, traits = coalesce(d.traits, '{}')
    from (
      select o.customer_id, ${first("name")} as name, ${first("kvk")} as kvk,
        ${first("vat_id")} as vat_id, ${first("email_domain")} as email_domain,
        ${first("postcode")} as postcode, ${first("city")} as city, ${first("country")} as country,
        ${first("traits")} as traits
      from (
        select r.customer_id, r.key, r.name, r.kvk, r.vat_id, r.email_domain, r.postcode, r.city,
          r.country, nullif(r.traits, '{}') as traits,
          case s.kind when 'bookkeeping' then 1 when 'e-invoicing' then 2 when 'crm' then 3
            when 'list' then 4 else 5 end as rank,
          (select max(rr.import_id) from relation_record rr
            where rr.organization_id = ${organizationId} and rr.relation_id = r.relation_id) as newest
        from relation r
        join source_system s
          on s.organization_id = r.organization_id and s.source_system_id = r.source_system_id
        where r.organization_id = ${organizationId} and s.organization_id = ${organizationId}
          and r.customer_id = any(${customerIds}::uuid[])
      ) o
      group by o.customer_id
    ) d
    where c.organization_id = ${organizationId} and c.customer_id = d.customer_id
  `.execute(transaction);
}

/**
 * Removes customers that no file says to be one: relations that were only matched with them stand
 * alone again. Kept are those about which a person wrote or decided something.
 */
export async function deleteUnfoundedCustomers(
  transaction: Transaction,
  organizationId: string,
  customerIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select c.customer_id as "customerId"
    from customer c
    where c.organization_id = ${organizationId} and c.customer_id = any(${customerIds}::uuid[])
      and c.edits = '{}' and c.scoring_objection is null
      and not exists (select from note n
        where n.organization_id = ${organizationId} and n.customer_id = c.customer_id)
      and not exists (
        select from relation r
        join relation_record rr
          on rr.organization_id = r.organization_id and rr.relation_id = r.relation_id
        where r.organization_id = ${organizationId} and rr.organization_id = ${organizationId}
          and r.customer_id = c.customer_id and (rr.fields ->> 'customer')::boolean)
  `.execute(transaction);
  const gone = rows.map((row) => row.customerId);
  if (gone.length === 0) return gone;
  await sql`
    update relation set customer_id = null, matched_by = null
    where organization_id = ${organizationId} and customer_id = any(${gone}::uuid[])
  `.execute(transaction);
  await sql`
    delete from customer
    where organization_id = ${organizationId} and customer_id = any(${gone}::uuid[])
  `.execute(transaction);
  return gone;
}
