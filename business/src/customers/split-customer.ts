import type { OutputOf } from "@koers/contract";
import {
  customerRelations,
  deleteCustomer,
  findCustomer,
  insertCustomers,
  lockBooks,
  moveExceptionDossiers,
  moveNotes,
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

const action = "customer.split";

type Split = {
  readonly id: string;
  readonly relations: readonly MovedRelation[];
  readonly decisions: readonly Decision[];
};

/** Puts some relations of a customer into a customer of their own. */
export async function splitCustomer(
  context: Context,
  input: { readonly id: string; readonly relations: readonly string[] },
): Promise<OutputOf<"splitCustomer">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    await lockBooks(transaction, organizationId);
    await customerOf(transaction, context, input.id, "lock");
    const all = await customerRelations(transaction, organizationId, input.id);
    const asked = new Set(input.relations);
    const moving = all.filter((relation) => asked.has(relation.id));
    const staying = all.filter((relation) => !asked.has(relation.id));
    const [first] = moving;
    if (first === undefined || moving.length !== asked.size || staying.length === 0) {
      throw new KoersError("input-invalid", { field: "relations" });
    }
    const customerId = context.newId();
    await insertCustomers(
      transaction,
      organizationId,
      [{ customerId, name: first.name }],
      context.now,
    );
    const decisions = await decidePairs(transaction, context, moving, staying, false);
    await moveRelations(
      transaction,
      context,
      moving.map(({ id }) => ({ id, matchedBy: "by-hand" })),
      customerId,
      [input.id, customerId],
    );
    await appendAudit(transaction, context, action, input.id, {
      customer: customerId,
      relations: moving.length,
    });
    const before: Split = {
      id: input.id,
      relations: moving.map(({ id, matchedBy }) => ({ id, matchedBy })),
      decisions,
    };
    const undoStepId = await recordUndoStep(transaction, context, action, before, { customerId });
    return { undoStepId, customerId };
  });
}

const undoSplit: UndoHandler = async (transaction, context, step) => {
  const { id, relations, decisions } = step.before as Split;
  const { customerId } = step.after as { readonly customerId: string };
  const { organizationId } = context;
  await lockBooks(transaction, organizationId);
  const home = await findCustomer(transaction, organizationId, id, "lock");
  const apart = await findCustomer(transaction, organizationId, customerId, "lock");
  const held = await customerRelations(transaction, organizationId, customerId);
  if (
    home === undefined ||
    apart === undefined ||
    held.length !== relations.length ||
    !(await stillHolds(transaction, context, customerId, relations))
  ) {
    throw new KoersError("undo-not-possible");
  }
  await moveNotes(transaction, organizationId, customerId, id, "all");
  await moveExceptionDossiers(transaction, organizationId, customerId, id, "all");
  await moveRelations(transaction, context, relations, id, [id, customerId]);
  await deleteCustomer(transaction, organizationId, customerId);
  await restoreDecisions(transaction, context, decisions);
};

export const splitCustomerUndo = { [action]: undoSplit };
