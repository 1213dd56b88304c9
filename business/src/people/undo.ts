import {
  insertUndoStep,
  lockUndoStep,
  markUndone,
  type StoredUndoStep,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";

/**
 * Puts back what a step changed, in the transaction that is given. Throws `undo-not-possible` where
 * something later builds on it.
 */
export type UndoHandler = (
  transaction: Transaction,
  context: Context,
  step: Pick<StoredUndoStep, "action" | "before" | "after">,
) => Promise<void>;

/** Per action (`customer.merge`, `organization.edit`, ...) how it is taken back. */
export type UndoHandlers = Readonly<Record<string, UndoHandler>>;

/** Remembers, in the transaction of the act itself, how it can be taken back. Returns the step's id. */
export async function recordUndoStep(
  transaction: Transaction,
  context: Context,
  action: string,
  before: unknown,
  after: unknown,
): Promise<string> {
  const undoStepId = context.newId();
  await insertUndoStep(transaction, {
    organizationId: context.organizationId,
    undoStepId,
    accountId: context.accountId,
    action,
    before,
    after,
    now: context.now,
  });
  return undoStepId;
}

// Undo touches what others may be changing: where the two lock each other out, it tries again.
const collisions = { attempts: 3 };

/** Takes back one's own step, once; an owner may take back anyone's. */
export async function undo(
  context: Context,
  input: { readonly id: string },
  handlers: UndoHandlers,
): Promise<Record<string, never>> {
  await context.database.withOrganization(
    context.organizationId,
    async (transaction) => {
      const step = await lockUndoStep(transaction, context.organizationId, input.id);
      if (step === undefined) throw new KoersError("not-found");
      if (step.accountId !== context.accountId && context.role !== "owner") {
        throw new KoersError("forbidden");
      }
      const handler = Object.hasOwn(handlers, step.action) ? handlers[step.action] : undefined;
      if (step.undoneAt !== null || handler === undefined)
        throw new KoersError("undo-not-possible");
      await handler(transaction, context, step);
      await appendAudit(transaction, context, "undo", input.id, { action: step.action });
      await markUndone(transaction, context.organizationId, input.id, context.now);
    },
    collisions,
  );
  return {};
}
