import type { Transaction } from "#transaction/transaction.ts";

export type StoredNote = {
  readonly noteId: string;
  readonly customerId: string;
  readonly text: string;
  readonly accountId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

export async function customerNotes(
  transaction: Transaction,
  organizationId: string,
  customerId: string,
): Promise<readonly StoredNote[]> {
  const rows = await transaction
    .selectFrom("note")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("customer_id", "=", customerId)
    .orderBy("created_at", "desc")
    .orderBy("note_id")
    .execute();
  return rows.map((row) => ({
    noteId: row.note_id,
    customerId: row.customer_id,
    text: row.text,
    accountId: row.account_id,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }));
}

export async function insertNote(
  transaction: Transaction,
  organizationId: string,
  note: StoredNote,
): Promise<void> {
  await transaction
    .insertInto("note")
    .values({
      organization_id: organizationId,
      note_id: note.noteId,
      customer_id: note.customerId,
      text: note.text,
      account_id: note.accountId,
      created_at: new Date(note.createdAt),
      updated_at: new Date(note.updatedAt),
    })
    .execute();
}

export async function changeNote(
  transaction: Transaction,
  organizationId: string,
  noteId: string,
  text: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable("note")
    .set({ text, updated_at: now })
    .where("organization_id", "=", organizationId)
    .where("note_id", "=", noteId)
    .execute();
}

export async function removeNote(
  transaction: Transaction,
  organizationId: string,
  noteId: string,
): Promise<void> {
  await transaction
    .deleteFrom("note")
    .where("organization_id", "=", organizationId)
    .where("note_id", "=", noteId)
    .execute();
}
