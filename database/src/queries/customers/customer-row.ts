import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type StoredCustomer = {
  readonly customerId: string;
  readonly name: string;
  readonly kvk: string | null;
  readonly vatId: string | null;
  readonly emailDomain: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly traits: Readonly<Record<string, string>>;
  readonly edits: Readonly<Record<string, string | null>>;
  readonly scoringObjection: string | null;
  readonly scoringObjectionAt: string | null;
  readonly createdAt: string;
};

/** The customer, locked until the transaction ends where it is going to change. */
export async function findCustomer(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  lock: "lock" | "read",
): Promise<StoredCustomer | undefined> {
  let query = transaction
    .selectFrom("customer")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("customer_id", "=", customerId);
  if (lock === "lock") query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    customerId: row.customer_id,
    name: row.name,
    kvk: row.kvk,
    vatId: row.vat_id,
    emailDomain: row.email_domain,
    postcode: row.postcode,
    city: row.city,
    country: row.country,
    traits: row.traits as Record<string, string>,
    edits: row.edits as Record<string, string | null>,
    scoringObjection: row.scoring_objection,
    scoringObjectionAt: row.scoring_objection_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

/** Puts a customer back as it was read. */
export async function restoreCustomer(
  transaction: Transaction,
  organizationId: string,
  customer: StoredCustomer,
): Promise<void> {
  await transaction
    .insertInto("customer")
    .values({
      organization_id: organizationId,
      customer_id: customer.customerId,
      name: customer.name,
      kvk: customer.kvk,
      vat_id: customer.vatId,
      email_domain: customer.emailDomain,
      postcode: customer.postcode,
      city: customer.city,
      country: customer.country,
      traits: JSON.stringify(customer.traits),
      edits: JSON.stringify(customer.edits),
      scoring_objection: customer.scoringObjection,
      scoring_objection_at:
        customer.scoringObjectionAt === null ? null : new Date(customer.scoringObjectionAt),
      created_at: new Date(customer.createdAt),
    })
    .execute();
}

/** Writes what was edited by hand; a field that is edited shows at once, also without any relation. */
export async function writeEdits(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  edits: Readonly<Record<string, string | null>>,
): Promise<void> {
  const said = JSON.stringify(edits);
  const shown = (field: string, column: string) =>
    sql`case when ${said}::jsonb ? ${field}::text then ${said}::jsonb ->> ${field}::text
      else ${sql.ref(column)} end`;
  await sql`
    update customer set edits = ${said}::jsonb, name = coalesce(${said}::jsonb ->> 'name', name),
      kvk = ${shown("kvk", "kvk")}, vat_id = ${shown("vatId", "vat_id")},
      postcode = ${shown("postcode", "postcode")}, city = ${shown("city", "city")},
      country = ${shown("country", "country")}
    where organization_id = ${organizationId}::uuid and customer_id = ${customerId}::uuid`.execute(
    transaction,
  );
}

export async function writeScoringObjection(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
  reason: string | null,
  at: Date | null,
): Promise<void> {
  await transaction
    .updateTable("customer")
    .set({ scoring_objection: reason, scoring_objection_at: at })
    .where("organization_id", "=", organizationId)
    .where("customer_id", "=", customerId)
    .execute();
}

export async function deleteCustomer(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
): Promise<void> {
  await transaction
    .deleteFrom("customer")
    .where("organization_id", "=", organizationId)
    .where("customer_id", "=", customerId)
    .execute();
}

/** Moves notes from one customer to another and returns their ids. */
export async function moveNotes(
  transaction: Transaction,
  organizationId: string,
  from: string,
  to: string,
  noteIds: readonly string[] | "all",
): Promise<readonly string[]> {
  let query = transaction
    .updateTable("note")
    .set({ customer_id: to })
    .where("organization_id", "=", organizationId)
    .where("customer_id", "=", from);
  if (noteIds !== "all") query = query.where("note_id", "in", [...noteIds]);
  if (noteIds !== "all" && noteIds.length === 0) return [];
  const moved = await query.returning("note_id").execute();
  return moved.map((note) => note.note_id);
}

/** Names that hold the text, those that start with it first; also by a number in one of the systems. */
export async function searchCustomers(
  transaction: Transaction,
  organizationId: string,
  search: string,
  limit: number,
): Promise<
  readonly { readonly id: string; readonly name: string; readonly city: string | null }[]
> {
  const text = search.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  const { rows } = await sql<{ id: string; name: string; city: string | null }>`
    select customer_id as id, name, city from customer
    where organization_id = ${organizationId}::uuid
      and (name ilike ${`%${text}%`} or customer_id in (
        select customer_id from relation
        where organization_id = ${organizationId}::uuid
          and (name ilike ${`%${text}%`} or external_id = ${search.trim()})
      ))
    order by name ilike ${text} desc, name ilike ${`${text}%`} desc, lower(name), customer_id
    limit ${limit}`.execute(transaction);
  return rows;
}
