import type { OutputOf } from "@koers/contract";
import {
  changeNote,
  customerNotes,
  findCustomer,
  insertNote,
  namesOfAccounts,
  removeNote,
  type StoredNote,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit, recordUndoStep, type UndoHandler } from "../people/index.ts";
import { customerOf } from "./customer-of.ts";

type ShownNote = OutputOf<"addNote">;

export async function addNote(
  context: Context,
  input: { readonly id: string; readonly text: string },
): Promise<ShownNote> {
  const { organizationId, accountId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    await customerOf(transaction, context, input.id, "read");
    const now = context.now.toISOString();
    const note: StoredNote = {
      noteId: context.newId(),
      customerId: input.id,
      text: input.text,
      accountId,
      createdAt: now,
      updatedAt: now,
    };
    await insertNote(transaction, organizationId, note);
    await appendAudit(transaction, context, "note.add", input.id, { note: note.noteId });
    return shownNote(transaction, note);
  });
}

/** Notes are changed by who wrote them, and by managers and owners. */
export async function editNote(
  context: Context,
  input: { readonly id: string; readonly noteId: string; readonly text: string },
): Promise<ShownNote> {
  const { organizationId, now } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const note = await changeableNote(transaction, context, input.id, input.noteId);
    await changeNote(transaction, organizationId, note.noteId, input.text, now);
    await appendAudit(transaction, context, "note.edit", input.id, { note: note.noteId });
    return shownNote(transaction, { ...note, text: input.text, updatedAt: now.toISOString() });
  });
}

const deletion = "note.delete";

export async function deleteNote(
  context: Context,
  input: { readonly id: string; readonly noteId: string },
): Promise<OutputOf<"deleteNote">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const note = await changeableNote(transaction, context, input.id, input.noteId);
    await removeNote(transaction, organizationId, note.noteId);
    await appendAudit(transaction, context, deletion, input.id, { note: note.noteId });
    return { undoStepId: await recordUndoStep(transaction, context, deletion, note, null) };
  });
}

const undoDeletion: UndoHandler = async (transaction, context, step) => {
  const note = step.before as StoredNote;
  const { organizationId } = context;
  const customer = await findCustomer(transaction, organizationId, note.customerId, "lock");
  if (customer === undefined) throw new KoersError("undo-not-possible");
  await insertNote(transaction, organizationId, note);
};

export const noteUndo = { [deletion]: undoDeletion };

async function changeableNote(
  transaction: Transaction,
  context: Context,
  customerId: string,
  noteId: string,
): Promise<StoredNote> {
  const notes = await customerNotes(transaction, context.organizationId, customerId);
  const note = notes.find((one) => one.noteId === noteId);
  if (note === undefined) throw new KoersError("not-found");
  if (note.accountId !== context.accountId && context.role === "member") {
    throw new KoersError("forbidden");
  }
  return note;
}

/** Notes of a customer with the names of those who wrote them, the newest first. */
export async function notesOf(
  transaction: Transaction,
  context: Pick<Context, "organizationId">,
  customerId: string,
): Promise<ShownNote[]> {
  const notes = await customerNotes(transaction, context.organizationId, customerId);
  const accounts = notes.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
  const names = await namesOfAccounts(transaction, [...new Set(accounts)]);
  return notes.map((note) => asShown(note, names));
}

async function shownNote(transaction: Transaction, note: StoredNote): Promise<ShownNote> {
  const { accountId } = note;
  return asShown(note, await namesOfAccounts(transaction, accountId === null ? [] : [accountId]));
}

function asShown(note: StoredNote, names: ReadonlyMap<string, string>): ShownNote {
  return {
    id: note.noteId,
    text: note.text,
    author: note.accountId === null ? null : (names.get(note.accountId) ?? null),
    createdAt: note.createdAt,
    updatedAt: note.updatedAt,
  };
}
