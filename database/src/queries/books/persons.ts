import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type NewPerson = {
  readonly personId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly email: string | null;
};

/** The number of each person by the key of the name; makes those that are new. */
export async function ensurePersons(
  transaction: Transaction,
  organizationId: string,
  persons: readonly NewPerson[],
): Promise<ReadonlyMap<string, string>> {
  if (persons.length > 0)
    await transaction
      .insertInto("person")
      .values(
        persons.map((person) => ({
          organization_id: organizationId,
          person_id: person.personId,
          name: person.name,
          name_key: person.nameKey,
          email: person.email,
          cost_rate: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(["organization_id", "name_key"]).doNothing())
      .execute();
  const rows = await transaction
    .selectFrom("person")
    .select(["person_id", "name_key"])
    .where("organization_id", "=", organizationId)
    .execute();
  return new Map(rows.map((row) => [row.name_key, row.person_id]));
}

export type StoredPerson = {
  readonly id: string;
  readonly name: string;
  readonly seconds: bigint;
  readonly costRate: bigint | null;
};

export async function storedPersons(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly StoredPerson[]> {
  const { rows } = await sql<StoredPerson>`
    select p.person_id as id, p.name, p.cost_rate as "costRate",
      coalesce(sum(h.seconds), 0)::bigint as seconds
    from person p
    left join (
      select distinct on (h.source_system_id, h.entry_hash, h.occurrence) h.person_id, h.seconds
      from hour_entry h
      where h.organization_id = ${organizationId}
      order by h.source_system_id, h.entry_hash, h.occurrence, h.import_id
    ) h on h.person_id = p.person_id
    where p.organization_id = ${organizationId}
    group by p.person_id, p.name, p.cost_rate
    order by p.name
  `.execute(transaction);
  return rows;
}

/** Sets the cost of a person's hour; returns what it was, undefined where there is no such person. */
export async function changeCostRate(
  transaction: Transaction,
  organizationId: string,
  personId: string,
  costRate: bigint | null,
): Promise<{ readonly costRate: bigint | null } | undefined> {
  const before = await transaction
    .selectFrom("person")
    .select("cost_rate as costRate")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return undefined;
  await transaction
    .updateTable("person")
    .set({ cost_rate: costRate })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .execute();
  return before;
}

/** Forgets persons without hours for whom no rate was given. */
export async function deleteUnusedPersons(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await sql`
    delete from person p
    where p.organization_id = ${organizationId} and p.cost_rate is null
      and not exists (select from hour_entry h
        where h.organization_id = ${organizationId} and h.person_id = p.person_id)
  `.execute(transaction);
}

/** Customers on whose work a person or an activity has hours: their sums change with a rate or kind. */
export async function customersWithHours(
  transaction: Transaction,
  organizationId: string,
  of: { readonly personId: string } | { readonly activityKey: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct r.customer_id as "customerId"
    from hour_entry h
    join relation r on r.organization_id = h.organization_id and r.relation_id = h.relation_id
    where h.organization_id = ${organizationId} and r.organization_id = ${organizationId}
      and r.customer_id is not null
      and ${"personId" in of ? sql`h.person_id = ${of.personId}` : sql`h.activity_key = ${of.activityKey}`}
  `.execute(transaction);
  return rows.map((row) => row.customerId);
}
