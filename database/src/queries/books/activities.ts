import { sql } from "kysely";
import type { Tables } from "#tables.ts";
import type { Transaction } from "#transaction/transaction.ts";

type Kind = Tables["activity"]["kind"];

export type NewActivity = {
  readonly key: string;
  readonly name: string;
  readonly kind: Kind;
  readonly kindFrom: "name" | "default" | "by-hand";
};

/** Makes the activities that are new; what is known of the others stays. */
export async function insertNewActivities(
  transaction: Transaction,
  organizationId: string,
  activities: readonly NewActivity[],
): Promise<void> {
  if (activities.length === 0) return;
  await transaction
    .insertInto("activity")
    .values(
      activities.map((activity) => ({
        organization_id: organizationId,
        activity_key: activity.key,
        name: activity.name,
        kind: activity.kind,
        kind_from: activity.kindFrom,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type StoredActivity = NewActivity & {
  readonly seconds: bigint;
};

/** Activities with the time booked on them; an entry that two exports hold counts once. */
export async function storedActivities(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly StoredActivity[]> {
  const { rows } = await sql<StoredActivity>`
    select a.activity_key as key, a.name, a.kind, a.kind_from as "kindFrom",
      coalesce(sum(h.seconds), 0)::bigint as seconds
    from activity a
    left join (
      select distinct on (h.source_system_id, h.entry_hash, h.occurrence) h.activity_key, h.seconds
      from hour_entry h
      where h.organization_id = ${organizationId}
      order by h.source_system_id, h.entry_hash, h.occurrence, h.import_id
    ) h on h.activity_key = a.activity_key
    where a.organization_id = ${organizationId}
    group by a.activity_key, a.name, a.kind, a.kind_from
    order by seconds desc, a.name
  `.execute(transaction);
  return rows;
}

/** Sets the kind of an activity; returns what it was, undefined where there is no such activity. */
export async function changeActivityKind(
  transaction: Transaction,
  organizationId: string,
  key: string,
  kind: Kind,
  kindFrom: "name" | "default" | "by-hand",
): Promise<Pick<NewActivity, "kind" | "kindFrom"> | undefined> {
  const before = await transaction
    .selectFrom("activity")
    .select(["kind", "kind_from as kindFrom"])
    .where("organization_id", "=", organizationId)
    .where("activity_key", "=", key)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return undefined;
  await transaction
    .updateTable("activity")
    .set({ kind, kind_from: kindFrom })
    .where("organization_id", "=", organizationId)
    .where("activity_key", "=", key)
    .execute();
  return before;
}

/** Forgets activities without hours of which a person decided nothing. */
export async function deleteUnusedActivities(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await sql`
    delete from activity a
    where a.organization_id = ${organizationId} and a.kind_from <> 'by-hand'
      and not exists (select from hour_entry h
        where h.organization_id = ${organizationId} and h.activity_key = a.activity_key)
  `.execute(transaction);
}
