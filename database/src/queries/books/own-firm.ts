import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type OwnIdentity = {
  readonly name: string | null;
  readonly kvk: string | null;
  readonly vatId: string | null;
};

/** What the firm is known by: as its owner said, and as its own books say. */
export async function ownIdentities(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly OwnIdentity[]> {
  const { rows } = await sql<OwnIdentity>`
    select o.name, o.kvk, o.vat_id as "vatId" from organization o
    where o.organization_id = ${organizationId}
    union
    select i.report -> 'own' ->> 'name', i.report -> 'own' ->> 'kvk', i.report -> 'own' ->> 'vatId'
    from import i
    where i.organization_id = ${organizationId} and i.subject = 'books'
      and i.report -> 'own' is not null
  `.execute(transaction);
  return rows;
}

/** The organisation's currency, settings and name. */
export async function bookSettings(
  transaction: Transaction,
  organizationId: string,
): Promise<{ readonly currency: string; readonly name: string; readonly settings: unknown }> {
  return transaction
    .selectFrom("organization")
    .select(["currency", "name", "settings"])
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow();
}
