import type { Tables } from "#tables.ts";
import type { Transaction } from "#transaction/transaction.ts";

type Row = Tables["exception_dossier"];

export type StoredException = {
  readonly dossierId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly state: Row["state"];
  readonly reason: Row["reason"];
  readonly endsOn: string | null;
  readonly content: unknown;
  readonly outcome: Row["outcome"];
  readonly renews: string | null;
  readonly version: number;
  readonly changedAt: Date;
};

const columns = [
  "dossier_id as dossierId",
  "customer_id as customerId",
  "customer_name as customerName",
  "state",
  "reason",
  "ends_on as endsOn",
  "content",
  "outcome",
  "renews",
  "version",
  "changed_at as changedAt",
] as const;

type Filter = {
  readonly state?: Row["state"] | undefined;
  readonly customerId?: string | undefined;
};

/** The dossiers of an organisation, those that changed last first. */
export async function listExceptionDossiers(
  transaction: Transaction,
  organizationId: string,
  { state, customerId }: Filter,
): Promise<readonly StoredException[]> {
  let query = transaction
    .selectFrom("exception_dossier")
    .select(columns)
    .where("organization_id", "=", organizationId);
  if (state !== undefined) query = query.where("state", "=", state);
  if (customerId !== undefined) query = query.where("customer_id", "=", customerId);
  return query.orderBy("changed_at", "desc").orderBy("dossier_id").execute();
}

export async function findExceptionDossier(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
): Promise<StoredException | undefined> {
  return transaction
    .selectFrom("exception_dossier")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("dossier_id", "=", dossierId)
    .executeTakeFirst();
}

/** Locks the dossier until the transaction ends; false where there is none. */
export async function exceptionIsLocked(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom("exception_dossier")
    .select("dossier_id")
    .where("organization_id", "=", organizationId)
    .where("dossier_id", "=", dossierId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a renewal of the dossier waits for its review or its start. */
export async function openRenewalExists(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom("exception_dossier")
    .select("dossier_id")
    .where("organization_id", "=", organizationId)
    .where("renews", "=", dossierId)
    .where("state", "in", ["draft", "submitted", "approved"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertExceptionDossier(
  transaction: Transaction,
  organizationId: string,
  dossier: StoredException,
): Promise<void> {
  await transaction
    .insertInto("exception_dossier")
    .values({
      organization_id: organizationId,
      dossier_id: dossier.dossierId,
      customer_id: dossier.customerId,
      customer_name: dossier.customerName,
      renews: dossier.renews,
      ...changing(dossier),
    })
    .execute();
}

export async function updateExceptionDossier(
  transaction: Transaction,
  organizationId: string,
  dossier: StoredException,
): Promise<void> {
  await transaction
    .updateTable("exception_dossier")
    .set(changing(dossier))
    .where("organization_id", "=", organizationId)
    .where("dossier_id", "=", dossier.dossierId)
    .execute();
}

function changing({
  state,
  reason,
  endsOn,
  content,
  outcome,
  version,
  changedAt,
}: StoredException) {
  return {
    state,
    reason,
    ends_on: endsOn,
    content: JSON.stringify(content),
    outcome,
    version,
    changed_at: changedAt,
  };
}

/** Gives dossiers of one customer to another; returns which. */
export async function moveExceptionDossiers(
  transaction: Transaction,
  organizationId: string,
  from: string,
  to: string,
  dossierIds: readonly string[] | "all",
): Promise<readonly string[]> {
  if (dossierIds !== "all" && dossierIds.length === 0) return [];
  let query = transaction
    .updateTable("exception_dossier")
    .set({ customer_id: to })
    .where("organization_id", "=", organizationId)
    .where("customer_id", "=", from);
  if (dossierIds !== "all") query = query.where("dossier_id", "in", [...dossierIds]);
  const moved = await query.returning("dossier_id").execute();
  return moved.map((dossier) => dossier.dossier_id);
}

/** With its events and receipts. */
export async function deleteExceptionDossier(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
): Promise<void> {
  await transaction
    .deleteFrom("exception_dossier")
    .where("organization_id", "=", organizationId)
    .where("dossier_id", "=", dossierId)
    .execute();
}
