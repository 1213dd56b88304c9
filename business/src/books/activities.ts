import type { ActivityKind, OutputOf } from "@koers/contract";
import {
  changeActivityKind,
  customersWithHours,
  storedActivities,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { refreshSums } from "../customers/index.ts";
import { KoersError } from "../koers-error.ts";
import { recordUndoStep, type UndoHandlers } from "../people/index.ts";
import { formatHours } from "./cents.ts";

/** Activities in the hours and what kind of work each is, the most hours first. */
export async function listActivities({
  database,
  organizationId,
}: Context): Promise<OutputOf<"listActivities">> {
  return database.withOrganization(
    organizationId,
    async (transaction) => ({
      activities: (await storedActivities(transaction, organizationId)).map(
        ({ key, name, kind, kindFrom, seconds }) => ({
          ...{ key, name, kind, kindFrom },
          hours: formatHours(seconds),
        }),
      ),
    }),
    { readOnly: true },
  );
}

type KindFrom = "name" | "default" | "by-hand";

/** Says what kind of work an activity is. */
export async function setActivityKind(
  context: Context,
  { key, kind }: { readonly key: string; readonly kind: ActivityKind },
): Promise<OutputOf<"setActivityKind">> {
  const { database, organizationId } = context;
  return database.withOrganization(organizationId, async (transaction) => {
    const before = await change(transaction, context, key, kind, "by-hand");
    const after = { key, kind, kindFrom: "by-hand" };
    const step = { key, ...before };
    return { undoStepId: await recordUndoStep(transaction, context, "activity.kind", step, after) };
  });
}

export const activityUndoHandlers: UndoHandlers = {
  async "activity.kind"(transaction, context, step) {
    const { key, kind, kindFrom } = step.before as {
      key: string;
      kind: ActivityKind;
      kindFrom: KindFrom;
    };
    await change(transaction, context, key, kind, kindFrom);
  },
};

async function change(
  transaction: Transaction,
  context: Context,
  key: string,
  kind: ActivityKind,
  kindFrom: KindFrom,
) {
  const { organizationId } = context;
  const before = await changeActivityKind(transaction, organizationId, key, kind, kindFrom);
  if (before === undefined) throw new KoersError("not-found", { key });
  const customers = await customersWithHours(transaction, organizationId, { activityKey: key });
  await refreshSums(transaction, context, { customers });
  return before;
}
