import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type StoredDecision = {
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
};

export async function matchDecisions(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly StoredDecision[]> {
  const rows = await transaction
    .selectFrom("match_decision")
    .select(["left_key as left", "right_key as right", "same"])
    .where("organization_id", "=", organizationId)
    .execute();
  return rows;
}

/** Remembers what a person said of two keys; null forgets it. */
export async function rememberDecision(
  transaction: Transaction,
  organizationId: string,
  decision: { readonly left: string; readonly right: string; readonly same: boolean | null },
  accountId: string | null,
  now: Date,
): Promise<void> {
  const { left, right, same } = decision;
  await transaction
    .deleteFrom("match_decision")
    .where("organization_id", "=", organizationId)
    .where("left_key", "=", left)
    .where("right_key", "=", right)
    .execute();
  if (same === null) return;
  await transaction
    .insertInto("match_decision")
    .values({
      organization_id: organizationId,
      left_key: left,
      right_key: right,
      same,
      account_id: accountId,
      decided_at: now,
    })
    .execute();
}

export type StoredProposal = {
  readonly relationId: string;
  readonly relationKey: string;
  readonly relationName: string;
  readonly system: string;
  readonly systemName: string;
  readonly relationCustomerId: string | null;
  readonly customerId: string;
  readonly customerName: string;
  readonly similarity: string;
  readonly reason: string;
  /** Keys of the customer's relations, each with its system, in order. */
  readonly otherKeys: readonly string[];
};

/** Records that may be one customer, the likeliest first. */
export async function storedProposals(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly StoredProposal[]> {
  const { rows } = await sql<StoredProposal>`
    select p.relation_id as "relationId", r.key as "relationKey", r.name as "relationName",
      s.key as system, s.name as "systemName", r.customer_id as "relationCustomerId",
      p.customer_id as "customerId", c.name as "customerName", p.similarity, p.reason,
      (select array_agg(os.key || '/' || o.key order by os.key || '/' || o.key)
        from relation o
        join source_system os
          on os.organization_id = o.organization_id and os.source_system_id = o.source_system_id
        where o.organization_id = ${organizationId} and os.organization_id = ${organizationId}
          and o.customer_id = p.customer_id) as "otherKeys"
    from match_proposal p
    join relation r on r.organization_id = p.organization_id and r.relation_id = p.relation_id
    join source_system s
      on s.organization_id = r.organization_id and s.source_system_id = r.source_system_id
    join customer c on c.organization_id = p.organization_id and c.customer_id = p.customer_id
    where p.organization_id = ${organizationId} and r.organization_id = ${organizationId}
      and s.organization_id = ${organizationId} and c.organization_id = ${organizationId}
      and r.customer_id is distinct from p.customer_id
    order by p.similarity desc, r.name, c.name
  `.execute(transaction);
  return rows;
}

export type NewProposal = {
  readonly relationId: string;
  readonly customerId: string;
  readonly similarity: number;
  readonly reason: string;
};

export async function insertProposals(
  transaction: Transaction,
  organizationId: string,
  proposals: readonly NewProposal[],
  now: Date,
): Promise<void> {
  if (proposals.length === 0) return;
  await sql`
    insert into match_proposal
      (organization_id, relation_id, customer_id, similarity, reason, created_at)
    select ${organizationId}, p.relation_id, p.customer_id, p.similarity, p.reason, ${now}
    from unnest(
      ${proposals.map((proposal) => proposal.relationId)}::uuid[],
      ${proposals.map((proposal) => proposal.customerId)}::uuid[],
      ${proposals.map((proposal) => proposal.similarity.toFixed(3))}::numeric[],
      ${proposals.map((proposal) => proposal.reason)}::text[]
    ) as p (relation_id, customer_id, similarity, reason)
    on conflict do nothing
  `.execute(transaction);
}

export async function deleteProposal(
  transaction: Transaction,
  organizationId: string,
  relationId: string,
  customerId: string,
): Promise<void> {
  await transaction
    .deleteFrom("match_proposal")
    .where("organization_id", "=", organizationId)
    .where("relation_id", "=", relationId)
    .where("customer_id", "=", customerId)
    .execute();
}
