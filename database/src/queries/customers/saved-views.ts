import type { Transaction } from "#transaction/transaction.ts";

export type StoredView = {
  readonly viewId: string;
  readonly room: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly accountId: string | null;
};

export async function savedViews(
  transaction: Transaction,
  organizationId: string,
  which: { readonly room: string } | { readonly viewId: string },
): Promise<readonly StoredView[]> {
  let query = transaction
    .selectFrom("saved_view")
    .selectAll()
    .where("organization_id", "=", organizationId);
  query =
    "room" in which
      ? query.where("room", "=", which.room)
      : query.where("saved_view_id", "=", which.viewId);
  const rows = await query.orderBy("name").execute();
  return rows.map((row) => ({
    viewId: row.saved_view_id,
    room: row.room,
    name: row.name,
    settings: row.settings as Record<string, unknown>,
    accountId: row.account_id,
  }));
}

/** Saves a view, in place of the one of the same name in the room. Returns its id. */
export async function writeView(
  transaction: Transaction,
  organizationId: string,
  view: StoredView,
): Promise<string> {
  const row = await transaction
    .insertInto("saved_view")
    .values({
      organization_id: organizationId,
      saved_view_id: view.viewId,
      room: view.room,
      name: view.name,
      settings: JSON.stringify(view.settings),
      account_id: view.accountId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "room", "name"])
        .doUpdateSet({ settings: JSON.stringify(view.settings) }),
    )
    .returning("saved_view_id")
    .executeTakeFirstOrThrow();
  return row.saved_view_id;
}

export async function removeView(
  transaction: Transaction,
  organizationId: string,
  viewId: string,
): Promise<void> {
  await transaction
    .deleteFrom("saved_view")
    .where("organization_id", "=", organizationId)
    .where("saved_view_id", "=", viewId)
    .execute();
}
