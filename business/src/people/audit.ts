import { createHash } from "node:crypto";
import { insertAuditEntry, lastAuditLink, type Transaction } from "@koers/database";
import type { Context } from "../context.ts";

/** What one entry says; its hash covers all of it and the hash of the entry before. */
export type AuditFacts = {
  readonly organizationId: string;
  readonly sequence: bigint;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly data: unknown;
};

const chainStart = new Uint8Array(32);

/**
 * Writes down what was done, in the transaction of the act itself. Each entry is chained to the one
 * before by its hash, so that an edit, a deletion or a reordering shows. `data` holds ids, counts and
 * reasons, never names of customers.
 */
export async function appendAudit(
  transaction: Transaction,
  context: Pick<Context, "organizationId" | "accountId" | "now">,
  action: string,
  subject: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { organizationId, accountId, now } = context;
  const last = await lastAuditLink(transaction, organizationId);
  const previousHash = last === undefined ? chainStart : new Uint8Array(last.hash);
  const sequence = (last?.sequence ?? 0n) + 1n;
  const facts = { organizationId, sequence, at: now, accountId, action, subject, data };
  await insertAuditEntry(transaction, organizationId, {
    ...facts,
    previousHash,
    hash: auditHash(previousHash, facts),
  });
}

/** SHA-256 over the previous hash and the entry as canonical JSON. */
export function auditHash(previousHash: Uint8Array, facts: AuditFacts): Uint8Array {
  const { organizationId, sequence, at, accountId, action, subject, data } = facts;
  const said = [
    organizationId,
    String(sequence),
    at.toISOString(),
    accountId,
    action,
    subject,
    data,
  ];
  const hash = createHash("sha256").update(previousHash).update(canonicalJson(said)).digest();
  return new Uint8Array(hash);
}

/** JSON with the keys of every object in order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
