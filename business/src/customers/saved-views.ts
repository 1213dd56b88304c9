import type { OutputOf } from "@koers/contract";
import { removeView, type StoredView, savedViews, writeView } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit, recordUndoStep, type UndoHandler } from "../people/index.ts";

export async function listSavedViews(
  context: Context,
  input: { readonly room: string },
): Promise<OutputOf<"listSavedViews">> {
  const { organizationId } = context;
  const views = await context.database.withOrganization(organizationId, (transaction) =>
    savedViews(transaction, organizationId, { room: input.room }),
  );
  return { views: views.map(({ viewId, name, settings }) => ({ id: viewId, name, settings })) };
}

export async function saveView(
  context: Context,
  input: {
    readonly room: string;
    readonly name: string;
    readonly settings: Readonly<Record<string, unknown>>;
  },
): Promise<OutputOf<"saveView">> {
  const { organizationId, accountId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const view = { ...input, viewId: context.newId(), accountId };
    const id = await writeView(transaction, organizationId, view);
    await appendAudit(transaction, context, "view.save", id, { room: input.room });
    return { id };
  });
}

const deletion = "view.delete";

export async function deleteView(
  context: Context,
  input: { readonly id: string },
): Promise<OutputOf<"deleteView">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const [view] = await savedViews(transaction, organizationId, { viewId: input.id });
    if (view === undefined) throw new KoersError("not-found");
    await removeView(transaction, organizationId, view.viewId);
    await appendAudit(transaction, context, deletion, view.viewId, { room: view.room });
    return { undoStepId: await recordUndoStep(transaction, context, deletion, view, null) };
  });
}

const undoDeletion: UndoHandler = async (transaction, context, step) => {
  const view = step.before as StoredView;
  const there = await savedViews(transaction, context.organizationId, { room: view.room });
  if (there.some((one) => one.name === view.name)) throw new KoersError("undo-not-possible");
  await writeView(transaction, context.organizationId, view);
};

export const viewUndo = { [deletion]: undoDeletion };
