import type { OutputOf } from "@koers/contract";
import {
  changeCostRate,
  customersWithHours,
  storedPersons,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { refreshSums } from "../customers/index.ts";
import { KoersError } from "../koers-error.ts";
import { recordUndoStep, type UndoHandlers } from "../people/index.ts";
import { formatCents, formatHours, parseCents } from "./cents.ts";

/** The people in the hours and the cost of their hour; for owners only. */
export async function listPeopleRates({
  database,
  organizationId,
  role,
}: Context): Promise<OutputOf<"listPeopleRates">> {
  if (role !== "owner") throw new KoersError("forbidden");
  return database.withOrganization(
    organizationId,
    async (transaction) => ({
      people: (await storedPersons(transaction, organizationId)).map((person) => ({
        id: person.id,
        name: person.name,
        hours: formatHours(person.seconds),
        costRate: person.costRate === null ? null : formatCents(person.costRate),
      })),
    }),
    { readOnly: true },
  );
}

/** Gives the cost of a person's hour; null takes it back. For owners only. */
export async function setPersonRate(
  context: Context,
  { id, costRate }: { readonly id: string; readonly costRate: string | null },
): Promise<OutputOf<"setPersonRate">> {
  if (context.role !== "owner") throw new KoersError("forbidden");
  const cents = costRate === null ? null : parseCents(costRate);
  if (cents === undefined || (cents !== null && cents < 0n))
    throw new KoersError("input-invalid", { field: "costRate" });
  const { database, organizationId } = context;
  return database.withOrganization(organizationId, async (transaction) => {
    const before = await change(transaction, context, id, cents);
    const text = before.costRate === null ? null : formatCents(before.costRate);
    const undoStepId = await recordUndoStep(
      transaction,
      context,
      "person.rate",
      { id, costRate: text },
      { id, costRate },
    );
    return { undoStepId };
  });
}

export const personUndoHandlers: UndoHandlers = {
  async "person.rate"(transaction, context, step) {
    const { id, costRate } = step.before as { id: string; costRate: string | null };
    await change(
      transaction,
      context,
      id,
      costRate === null ? null : (parseCents(costRate) ?? null),
    );
  },
};

async function change(
  transaction: Transaction,
  context: Context,
  personId: string,
  costRate: bigint | null,
) {
  const { organizationId } = context;
  const before = await changeCostRate(transaction, organizationId, personId, costRate);
  if (before === undefined) throw new KoersError("not-found", { id: personId });
  const customers = await customersWithHours(transaction, organizationId, { personId });
  await refreshSums(transaction, context, { customers });
  return before;
}
