import type { OutputOf } from "@koers/contract";
import { changeOrganization, type OrganizationChange, type Transaction } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";
import { loadOrganization } from "./get-organization.ts";
import { recordUndoStep, type UndoHandler, type UndoHandlers } from "./undo.ts";

type Edit = Omit<OrganizationChange, "settings"> & {
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
};

const action = "organization.edit";

/**
 * What other rooms bring in step, in the same transaction, with the organisation as it was and as it
 * is now.
 */
export type AfterEdit = (
  transaction: Transaction,
  context: Context,
  before: object,
  after: object,
) => Promise<void>;

/** Changes what is given; of the choices, too, those that are given. */
export async function editOrganization(
  context: Context,
  edit: Edit,
  afterEdit: AfterEdit,
): Promise<OutputOf<"editOrganization">> {
  const { organizationId } = context;
  if (edit.timeZone !== undefined && !isTimeZone(edit.timeZone)) {
    throw new KoersError("input-invalid", { field: "timeZone" });
  }
  return context.database.withOrganization(organizationId, async (transaction) => {
    const found = await loadOrganization(transaction, organizationId);
    const { name, currency, timeZone, kvk, vatId } = found;
    const before = { name, currency, timeZone, kvk, vatId, settings: found.settings };
    const settings = { ...(found.settings as object), ...defined(edit.settings ?? {}) };
    const after = { ...before, ...defined(edit), settings };
    await changeOrganization(transaction, organizationId, after);
    await afterEdit(transaction, context, before, after);
    await appendAudit(transaction, context, action, organizationId, {
      fields: Object.keys(defined(edit)),
    });
    return { undoStepId: await recordUndoStep(transaction, context, action, before, after) };
  });
}

/** Puts the fields back that are still as the edit left them; a later edit of the same field stands. */
export function organizationUndoHandlers(afterEdit: AfterEdit): UndoHandlers {
  const undoEdit: UndoHandler = async (transaction, context, step) => {
    const { organizationId } = context;
    const found: Record<string, unknown> = {
      ...(await loadOrganization(transaction, organizationId)),
    };
    const before = step.before as Record<string, unknown>;
    const after = step.after as Record<string, unknown>;
    const back = Object.fromEntries(
      Object.entries(before).filter(
        ([field]) => JSON.stringify(found[field]) === JSON.stringify(after[field]),
      ),
    );
    await changeOrganization(transaction, organizationId, back);
    await afterEdit(transaction, context, found, { ...found, ...back });
  };
  return { [action]: undoEdit };
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function defined(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
