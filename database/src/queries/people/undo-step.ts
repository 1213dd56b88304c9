import type { Transaction } from "#transaction/transaction.ts";

export type StoredUndoStep = {
  readonly undoStepId: string;
  readonly accountId: string | null;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly undoneAt: Date | null;
};

type NewUndoStep = {
  readonly organizationId: string;
  readonly undoStepId: string;
  readonly accountId: string | null;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly now: Date;
};

export async function insertUndoStep(transaction: Transaction, step: NewUndoStep): Promise<void> {
  await transaction
    .insertInto("undo_step")
    .values({
      organization_id: step.organizationId,
      undo_step_id: step.undoStepId,
      at: step.now,
      account_id: step.accountId,
      action: step.action,
      before: JSON.stringify(step.before),
      after: JSON.stringify(step.after),
      undone_at: null,
    })
    .execute();
}

/** The step, locked until the transaction ends so that it is taken back once. */
export async function lockUndoStep(
  transaction: Transaction,
  organizationId: string,
  undoStepId: string,
): Promise<StoredUndoStep | undefined> {
  const row = await transaction
    .selectFrom("undo_step")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("undo_step_id", "=", undoStepId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    undoStepId: row.undo_step_id,
    accountId: row.account_id,
    action: row.action,
    before: row.before,
    after: row.after,
    undoneAt: row.undone_at,
  };
}

export async function markUndone(
  transaction: Transaction,
  organizationId: string,
  undoStepId: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable("undo_step")
    .set({ undone_at: now })
    .where("organization_id", "=", organizationId)
    .where("undo_step_id", "=", undoStepId)
    .execute();
}
