import type { OutputOf } from "@koers/contract";
import {
  customerRelations,
  deleteCustomer,
  findCustomer,
  lockBooks,
  moveExceptionDossiers,
  moveNotes,
  restoreCustomer,
  type StoredCustomer,
} from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit, recordUndoStep, type UndoHandler } from "../people/index.ts";
import { customerOf } from "./customer-of.ts";
import {
  type Decision,
  decidePairs,
  type MovedRelation,
  moveRelations,
  restoreDecisions,
  stillHolds,
} from "./move-relations.ts";

const action = "customer.merge";

type Merged = {
  readonly id: string;
  readonly other: StoredCustomer;
  readonly relations: readonly MovedRelation[];
  readonly notes: readonly string[];
  readonly dossiers: readonly string[];
  readonly decisions: readonly Decision[];
};

/** Takes another customer's relations, notes and dossiers into this one; no line of the books changes. */
export async function mergeCustomers(
  context: Context,
  input: { readonly id: string; readonly other: string },
): Promise<OutputOf<"mergeCustomers">> {
  const { organizationId } = context;
  if (input.id === input.other) throw new KoersError("input-invalid", { field: "other" });
  return context.database.withOrganization(organizationId, async (transaction) => {
    await lockBooks(transaction, organizationId);
    await customerOf(transaction, context, input.id, "lock");
    const other = await customerOf(transaction, context, input.other, "lock");
    const mine = await customerRelations(transaction, organizationId, input.id);
    const theirs = await customerRelations(transaction, organizationId, input.other);
    const decisions = await decidePairs(transaction, context, mine, theirs, true);
    const notes = await moveNotes(transaction, organizationId, input.other, input.id, "all");
    const { id, other: from } = input;
    const dossiers = await moveExceptionDossiers(transaction, organizationId, from, id, "all");
    const relations = theirs.map(({ id, matchedBy }) => ({ id, matchedBy }));
    await moveRelations(
      transaction,
      context,
      relations.map(({ id }) => ({ id, matchedBy: "by-hand" })),
      input.id,
      [input.id, input.other],
    );
    await deleteCustomer(transaction, organizationId, input.other);
    await appendAudit(transaction, context, action, input.id, {
      other: input.other,
      relations: relations.length,
    });
    const before: Merged = { id, other, relations, notes, dossiers, decisions };
    return {
      undoStepId: await recordUndoStep(transaction, context, action, before, { id }),
    };
  });
}

const undoMerge: UndoHandler = async (transaction, context, step) => {
  const { id, other, relations, notes, dossiers, decisions } = step.before as Merged;
  const { organizationId } = context;
  await lockBooks(transaction, organizationId);
  const found = await findCustomer(transaction, organizationId, id, "lock");
  if (found === undefined || !(await stillHolds(transaction, context, id, relations))) {
    throw new KoersError("undo-not-possible");
  }
  await restoreCustomer(transaction, organizationId, other);
  await moveNotes(transaction, organizationId, id, other.customerId, notes);
  await moveExceptionDossiers(transaction, organizationId, id, other.customerId, dossiers);
  await moveRelations(transaction, context, relations, other.customerId, [id, other.customerId]);
  await restoreDecisions(transaction, context, decisions);
};

export const mergeCustomersUndo = { [action]: undoMerge };
