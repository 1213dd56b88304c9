import type { ExceptionContent, OutputOf } from "@koers/contract";
import {
  deleteExceptionDossier,
  findCustomer,
  findExceptionDossier,
  openRenewalExists,
} from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { recordUndoStep, type UndoHandler, type UndoHandlers } from "../people/index.ts";
import { lockDossier, perform } from "./exception-acts.ts";
import { emptyContent } from "./exceptions/dossier.ts";

const creation = "exception.create";
const edit = "exception.edit";

type Given = { readonly [Field in keyof ExceptionContent]?: ExceptionContent[Field] | undefined };
type Draft = { readonly dossierId: string };
type Edit = Draft & {
  readonly version: number;
  /** What stood in the parts that the edit changed. */
  readonly content: Partial<ExceptionContent>;
};

export async function createExceptionDraft(
  context: Context,
  input: { readonly customerId: string; readonly content: Given },
): Promise<OutputOf<"createExceptionDraft">> {
  const { organizationId, newId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const customer = await findCustomer(transaction, organizationId, input.customerId, "read");
    if (customer === undefined) throw new KoersError("not-found");
    const dossierId = newId();
    await perform(transaction, context, dossierId, undefined, {
      command: "create",
      customerId: input.customerId,
      customerName: customer.name,
      content: { ...emptyContent, ...given(input.content) },
      renews: null,
    });
    const after: Draft = { dossierId };
    const undoStepId = await recordUndoStep(transaction, context, creation, null, after);
    return { id: dossierId, undoStepId };
  });
}

/** A renewal is a new dossier with a review of its own; the one that it renews runs on meanwhile. */
export async function renewException(
  context: Context,
  input: { readonly id: string; readonly content: Given },
): Promise<OutputOf<"renewException">> {
  const { organizationId, newId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const { dossier } = await lockDossier(transaction, context, input.id);
    const { state, customerName, content } = dossier;
    // A merge moves the row: the customer of the first event may be gone.
    const row = await findExceptionDossier(transaction, organizationId, input.id);
    const customerId = row?.customerId ?? dossier.customerId;
    if (state !== "active") throw new KoersError("exception-state", { state });
    if (await openRenewalExists(transaction, organizationId, input.id)) {
      throw new KoersError("exception-renewal-open");
    }
    const dossierId = newId();
    await perform(transaction, context, dossierId, undefined, {
      command: "create",
      customerId,
      customerName,
      // What was agreed is a start; until when is a new question.
      content: { ...content, endsOn: null, ...given(input.content) },
      renews: input.id,
    });
    const after: Draft = { dossierId };
    const undoStepId = await recordUndoStep(transaction, context, creation, null, after);
    return { id: dossierId, undoStepId };
  });
}

export async function editExceptionDraft(
  context: Context,
  input: { readonly id: string; readonly content: Given },
): Promise<OutputOf<"editExceptionDraft">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const { dossier } = await lockDossier(transaction, context, input.id);
    const change = given(input.content);
    const { version } = await perform(transaction, context, input.id, dossier, {
      command: "edit",
      change,
    });
    const content = partOf(dossier.content, Object.keys(change));
    const before: Edit = { dossierId: input.id, version, content };
    return { undoStepId: await recordUndoStep(transaction, context, edit, before, null) };
  });
}

function partOf(content: ExceptionContent, fields: readonly string[]): Partial<ExceptionContent> {
  return Object.fromEntries(Object.entries(content).filter(([field]) => fields.includes(field)));
}

/** What is given and not left out. */
function given(content: Given): Partial<ExceptionContent> {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined),
  ) as Partial<ExceptionContent>;
}

/** A draft that nobody has gone on with goes; the audit log remembers that it was there. */
const undoCreation: UndoHandler = async (transaction, context, step) => {
  const { dossierId } = step.after as Draft;
  const { dossier } = await lockDossier(transaction, context, dossierId);
  if (dossier.version !== 1) throw new KoersError("undo-not-possible");
  await deleteExceptionDossier(transaction, context.organizationId, dossierId);
};

/** Another edit, back to what stood there, while the edit is still the last thing done. */
const undoEdit: UndoHandler = async (transaction, context, step) => {
  const { dossierId, version, content } = step.before as Edit;
  const { dossier } = await lockDossier(transaction, context, dossierId);
  if (dossier.version !== version) throw new KoersError("undo-not-possible");
  await perform(transaction, context, dossierId, dossier, { command: "edit", change: content });
};

/** Drafting is taken back; decisions are not: what follows them is the next command. */
export const exceptionUndo: UndoHandlers = { [creation]: undoCreation, [edit]: undoEdit };
