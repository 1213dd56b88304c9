import { sql } from "kysely";
import type { Tables } from "#tables.ts";
import type { Transaction } from "#transaction/transaction.ts";

export type SourceSystemKind = Tables["source_system"]["kind"];

export type NewSourceSystem = {
  readonly kind: SourceSystemKind;
  readonly key: string;
  readonly name: string;
  readonly currency: string | null;
};

/** The number of a system, undefined if no file of it came in yet. */
export async function findSourceSystem(
  transaction: Transaction,
  organizationId: string,
  key: string,
): Promise<number | undefined> {
  const row = await transaction
    .selectFrom("source_system")
    .select("source_system_id")
    .where("organization_id", "=", organizationId)
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.source_system_id;
}

/** The number of a system, made if it is new. Call under `lockBooks`. */
export async function ensureSourceSystem(
  transaction: Transaction,
  organizationId: string,
  system: NewSourceSystem,
): Promise<number> {
  const known = await findSourceSystem(transaction, organizationId, system.key);
  if (known !== undefined) return known;
  const { next } = await transaction
    .selectFrom("source_system")
    .select(sql<number>`coalesce(max(source_system_id), 0)::int + 1`.as("next"))
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("source_system")
    .values({ organization_id: organizationId, source_system_id: next, ...system })
    .execute();
  return next;
}

/** Forgets systems of which nothing is left, neither files nor records nor a person's choices. */
export async function deleteUnusedSourceSystems(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await sql`
    delete from source_system s
    where s.organization_id = ${organizationId}
      and not exists (select from import i
        where i.organization_id = s.organization_id and i.source_system_id = s.source_system_id)
      and not exists (select from relation r
        where r.organization_id = s.organization_id and r.source_system_id = s.source_system_id)
      and not exists (select from ledger_account_role a
        where a.organization_id = s.organization_id and a.source_system_id = s.source_system_id)
  `.execute(transaction);
}
