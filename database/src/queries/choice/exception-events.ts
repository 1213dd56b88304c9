import type { Tables } from "#tables.ts";
import type { Transaction } from "#transaction/transaction.ts";

export type StoredExceptionEvent = {
  readonly sequence: number;
  readonly at: Date;
  readonly via: Tables["exception_event"]["via"];
  readonly accountId: string | null;
  readonly act: unknown;
};

/** The history of a dossier from its beginning. */
export async function exceptionEvents(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
): Promise<readonly StoredExceptionEvent[]> {
  return transaction
    .selectFrom("exception_event")
    .select(["sequence", "at", "via", "account_id as accountId", "act"])
    .where("organization_id", "=", organizationId)
    .where("dossier_id", "=", dossierId)
    .orderBy("sequence")
    .execute();
}

export async function insertExceptionEvent(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
  { sequence, at, via, accountId, act }: StoredExceptionEvent,
): Promise<void> {
  await transaction
    .insertInto("exception_event")
    .values({
      organization_id: organizationId,
      dossier_id: dossierId,
      sequence,
      at,
      via,
      account_id: accountId,
      act: JSON.stringify(act),
    })
    .execute();
}
