import {
  customerRelations,
  deriveCustomers,
  linkRelations,
  matchDecisions,
  rememberDecision,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { refreshSums } from "./refresh-sums.ts";

/** A record of one system as it stood before it was moved. */
export type MovedRelation = { readonly id: string; readonly matchedBy: string | null };

export type Decision = {
  readonly left: string;
  readonly right: string;
  /** Null where nothing was decided. */
  readonly same: boolean | null;
};

/** Gives relations to another customer and brings names and sums of both in step. */
export async function moveRelations(
  transaction: Transaction,
  context: Context,
  relations: readonly MovedRelation[],
  to: string,
  touched: readonly string[],
): Promise<void> {
  const { organizationId } = context;
  await linkRelations(
    transaction,
    organizationId,
    relations.map((relation) => ({
      relationId: relation.id,
      customerId: to,
      matchedBy: relation.matchedBy ?? "by-hand",
    })),
  );
  await deriveCustomers(transaction, organizationId, touched);
  await refreshSums(transaction, context, { customers: touched });
}

type KeyedRelation = { readonly systemKey: string; readonly key: string };

/**
 * Remembers of each pair whether they are one customer, so that the next file finds it so. Returns
 * what was remembered before.
 */
export async function decidePairs(
  transaction: Transaction,
  context: Context,
  ones: readonly KeyedRelation[],
  others: readonly KeyedRelation[],
  same: boolean,
): Promise<readonly Decision[]> {
  const { organizationId, accountId, now } = context;
  const known = new Map(
    (await matchDecisions(transaction, organizationId)).map((decision) => [
      JSON.stringify([decision.left, decision.right]),
      decision.same,
    ]),
  );
  const before: Decision[] = [];
  for (const one of ones) {
    for (const other of others) {
      const pair = [`${one.systemKey}/${one.key}`, `${other.systemKey}/${other.key}`];
      pair.sort((a, b) => (a < b ? -1 : 1));
      const [left, right] = pair as [string, string];
      before.push({ left, right, same: known.get(JSON.stringify([left, right])) ?? null });
      await rememberDecision(transaction, organizationId, { left, right, same }, accountId, now);
    }
  }
  return before;
}

export async function restoreDecisions(
  transaction: Transaction,
  context: Context,
  decisions: readonly Decision[],
): Promise<void> {
  const { organizationId, accountId, now } = context;
  for (const decision of decisions) {
    await rememberDecision(transaction, organizationId, decision, accountId, now);
  }
}

/** Whether all of these relations still belong to a customer, so that a move can be taken back. */
export async function stillHolds(
  transaction: Transaction,
  context: Context,
  customerId: string,
  relations: readonly MovedRelation[],
): Promise<boolean> {
  const held = await customerRelations(transaction, context.organizationId, customerId);
  const ids = new Set(held.map((relation) => relation.id));
  return relations.every((relation) => ids.has(relation.id));
}
