import type { OutputOf } from "@koers/contract";
import { deriveCustomers, raiseDataVersion, type Transaction, writeEdits } from "@koers/database";
import type { Context } from "../context.ts";
import { appendAudit, recordUndoStep, type UndoHandler } from "../people/index.ts";
import { customerOf } from "./customer-of.ts";

const action = "customer.edit";

type Edits = Readonly<Record<string, string | null>>;

type Input = {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | null | undefined>>;
};

/**
 * What is written here wins over what files say; null takes an edit back, an empty text says that
 * there is none.
 */
export async function editCustomer(
  context: Context,
  input: Input,
): Promise<OutputOf<"editCustomer">> {
  return context.database.withOrganization(context.organizationId, async (transaction) => {
    const customer = await customerOf(transaction, context, input.id, "lock");
    const edits = new Map(Object.entries(customer.edits));
    for (const [field, value] of Object.entries(input.fields)) {
      if (value === undefined) continue;
      if (value === null) edits.delete(field);
      else edits.set(field, value.trim() === "" ? null : value.trim());
    }
    const after = Object.fromEntries(edits);
    await writeCustomer(transaction, context, input.id, after);
    await appendAudit(transaction, context, action, input.id, {
      fields: Object.keys(input.fields),
    });
    const undoStepId = await recordUndoStep(
      transaction,
      context,
      action,
      { id: input.id, edits: customer.edits },
      { id: input.id, edits: after },
    );
    return { undoStepId };
  });
}

async function writeCustomer(
  transaction: Transaction,
  context: Context,
  id: string,
  edits: Edits,
): Promise<void> {
  await writeEdits(transaction, context.organizationId, id, edits);
  await deriveCustomers(transaction, context.organizationId, [id]);
  await raiseDataVersion(transaction, context.organizationId);
}

/** Puts back the edits that are still as this step left them; a later edit stands. */
const undoEdit: UndoHandler = async (transaction, context, step) => {
  const before = step.before as { readonly id: string; readonly edits: Edits };
  const after = step.after as { readonly edits: Edits };
  const customer = await customerOf(transaction, context, before.id, "lock");
  const edits = new Map(Object.entries(customer.edits));
  for (const field of new Set([...Object.keys(before.edits), ...Object.keys(after.edits)])) {
    if (edits.get(field) !== after.edits[field]) continue;
    const earlier = before.edits[field];
    if (earlier === undefined) edits.delete(field);
    else edits.set(field, earlier);
  }
  await writeCustomer(transaction, context, before.id, Object.fromEntries(edits));
};

export const editCustomerUndo = { [action]: undoEdit };
