import type { OutputOf } from "@koers/contract";
import {
  deleteProposal,
  deleteUnfoundedCustomers,
  deriveCustomers,
  insertCustomers,
  insertProposals,
  linkRelations,
  lockBooks,
  rememberDecision,
  type StoredProposal,
  storedProposals,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { refreshSums } from "../customers/index.ts";
import { KoersError } from "../koers-error.ts";
import { recordUndoStep, type UndoHandlers } from "../people/index.ts";
import { decisionPair, matchKey } from "./match-key.ts";
import { fullKey } from "./resolve-relations.ts";

type Proposal = OutputOf<"listMatchProposals">["proposals"][number];

/** Records that may be one customer, the likeliest first. */
export async function listMatchProposals({
  database,
  organizationId,
}: Context): Promise<OutputOf<"listMatchProposals">> {
  return database.withOrganization(
    organizationId,
    async (transaction) => ({
      proposals: (await storedProposals(transaction, organizationId)).map((proposal) => ({
        key: keyOf(proposal),
        relationName: proposal.relationName,
        relationSystem: proposal.systemName,
        customerId: proposal.customerId,
        customerName: proposal.customerName,
        similarity: Number(proposal.similarity),
        reason: proposal.reason as Proposal["reason"],
      })),
    }),
    { readOnly: true },
  );
}

type Step = {
  readonly left: string;
  readonly right: string;
  readonly relationId: string;
  readonly customerId: string;
  readonly similarity: number;
  readonly reason: string;
  /** Of which customer the relation was, and its name, to make it anew. */
  readonly previousCustomerId: string | null;
  readonly previousName: string;
  /** Whether that customer had no other relation and went. */
  readonly removed: boolean;
};

/** Says whether two records are one customer; remembered for the next file and after an undo. */
export async function decideMatch(
  context: Context,
  { key, same }: { readonly key: string; readonly same: boolean },
): Promise<OutputOf<"decideMatch">> {
  const { database, organizationId, accountId, now } = context;
  return database.withOrganization(organizationId, async (transaction) => {
    await lockBooks(transaction, organizationId);
    const proposals = await storedProposals(transaction, organizationId);
    const proposal = proposals.find((one) => keyOf(one) === key);
    if (proposal === undefined) throw new KoersError("match-not-found");
    const { relationId, customerId, relationCustomerId } = proposal;
    const pair = pairOf(proposal);
    await rememberDecision(transaction, organizationId, { ...pair, same }, accountId, now);
    await deleteProposal(transaction, organizationId, relationId, customerId);
    const removed = same ? await moveRelation(transaction, context, proposal) : false;
    const before: Step = {
      ...pair,
      ...{ relationId, customerId, removed },
      similarity: Number(proposal.similarity),
      reason: proposal.reason,
      previousCustomerId: relationCustomerId,
      previousName: proposal.relationName,
    };
    const step = await recordUndoStep(transaction, context, "match.decide", before, { key, same });
    return { undoStepId: step };
  });
}

export const matchUndoHandlers: UndoHandlers = {
  async "match.decide"(transaction, context, step) {
    const { organizationId, accountId, now } = context;
    await lockBooks(transaction, organizationId);
    const before = step.before as Step;
    const { same } = step.after as { same: boolean };
    const { left, right, relationId, customerId, previousCustomerId } = before;
    const forget = { left, right, same: null };
    await rememberDecision(transaction, organizationId, forget, accountId, now);
    if (same && previousCustomerId !== null) {
      if (before.removed)
        await insertCustomers(
          transaction,
          organizationId,
          [{ customerId: previousCustomerId, name: before.previousName }],
          now,
        );
      await linkRelations(transaction, organizationId, [
        { relationId, customerId: previousCustomerId, matchedBy: "new" },
      ]);
      await resum(transaction, context, [customerId, previousCustomerId]);
    }
    const { similarity, reason } = before;
    const proposal = { relationId, customerId, similarity, reason };
    await insertProposals(transaction, organizationId, [proposal], now);
  },
};

async function moveRelation(
  transaction: Transaction,
  context: Context,
  { relationId, customerId, relationCustomerId }: StoredProposal,
): Promise<boolean> {
  const { organizationId } = context;
  await linkRelations(transaction, organizationId, [
    { relationId, customerId, matchedBy: "confirmed" },
  ]);
  const left = relationCustomerId === null ? [] : [relationCustomerId];
  const gone = await deleteUnfoundedCustomers(transaction, organizationId, left);
  await resum(transaction, context, [customerId, ...left.filter((id) => !gone.includes(id))]);
  return gone.length > 0;
}

async function resum(
  transaction: Transaction,
  context: Context,
  customers: readonly string[],
): Promise<void> {
  await deriveCustomers(transaction, context.organizationId, customers);
  await refreshSums(transaction, context, { customers });
}

// The customer is named by the first of its relations, which stays the same while it stands.
function pairOf(proposal: StoredProposal): { readonly left: string; readonly right: string } {
  const own = fullKey(proposal.system, proposal.relationKey);
  const other = proposal.otherKeys[0] ?? proposal.customerId;
  return decisionPair(own, other);
}

function keyOf(proposal: StoredProposal): string {
  const { left, right } = pairOf(proposal);
  return matchKey(left, right);
}
