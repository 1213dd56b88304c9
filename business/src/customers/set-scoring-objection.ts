import type { OutputOf } from "@koers/contract";
import { raiseDataVersion, writeScoringObjection } from "@koers/database";
import type { Context } from "../context.ts";
import { appendAudit, recordUndoStep, type UndoHandler } from "../people/index.ts";
import { customerOf } from "./customer-of.ts";

const action = "customer.scoring-objection";

type Objection = {
  readonly id: string;
  readonly reason: string | null;
  readonly at: string | null;
};

/** Keeps a customer out of scoring at its own request (GDPR article 21), or lifts that. */
export async function setScoringObjection(
  context: Context,
  input: { readonly id: string; readonly reason: string | null },
): Promise<OutputOf<"setScoringObjection">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const customer = await customerOf(transaction, context, input.id, "lock");
    const at = input.reason === null ? null : context.now;
    await writeScoringObjection(transaction, organizationId, input.id, input.reason, at);
    await raiseDataVersion(transaction, organizationId);
    await appendAudit(transaction, context, action, input.id, { objects: input.reason !== null });
    const before: Objection = {
      id: input.id,
      reason: customer.scoringObjection,
      at: customer.scoringObjectionAt,
    };
    const after: Objection = {
      id: input.id,
      reason: input.reason,
      at: at?.toISOString() ?? null,
    };
    return { undoStepId: await recordUndoStep(transaction, context, action, before, after) };
  });
}

const undoObjection: UndoHandler = async (transaction, context, step) => {
  const { id, reason, at } = step.before as Objection;
  await customerOf(transaction, context, id, "lock");
  await writeScoringObjection(
    transaction,
    context.organizationId,
    id,
    reason,
    at === null ? null : new Date(at),
  );
  await raiseDataVersion(transaction, context.organizationId);
};

export const scoringObjectionUndo = { [action]: undoObjection };
