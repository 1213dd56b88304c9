import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** The roles that persons gave to accounts of a system. */
export async function decidedAccountRoles(
  transaction: Transaction,
  organizationId: string,
  sourceSystemId: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction
    .selectFrom("ledger_account_role")
    .select(["code", "role"])
    .where("organization_id", "=", organizationId)
    .where("source_system_id", "=", sourceSystemId)
    .execute();
  return new Map(rows.map((row) => [row.code, row.role]));
}

/** Sets what an account is taken for, or forgets it; returns what a person had said before. */
export async function decideAccountRole(
  transaction: Transaction,
  organizationId: string,
  account: { readonly sourceSystemId: number; readonly code: string },
  role: string | null,
  accountId: string | null,
  now: Date,
): Promise<string | null> {
  const removed = await transaction
    .deleteFrom("ledger_account_role")
    .where("organization_id", "=", organizationId)
    .where("source_system_id", "=", account.sourceSystemId)
    .where("code", "=", account.code)
    .returning("role")
    .executeTakeFirst();
  if (role !== null)
    await transaction
      .insertInto("ledger_account_role")
      .values({
        organization_id: organizationId,
        source_system_id: account.sourceSystemId,
        code: account.code,
        role,
        account_id: accountId,
        decided_at: now,
      })
      .execute();
  return removed?.role ?? null;
}

export type StoredLedgerAccount = {
  readonly sourceSystemId: number;
  readonly system: string;
  readonly code: string;
  readonly description: string | null;
  readonly role: string;
  readonly evidence: string;
  /** Debit positive, over all active years. */
  readonly amount: bigint;
  /** Lines of it that are kept one by one, and lines that there were. */
  readonly keptLines: number;
  readonly lines: number;
};

/** The accounts of all books that count, each as its newest year has it. */
export async function storedAccounts(
  transaction: Transaction,
  organizationId: string,
  one?: { readonly sourceSystemId: number; readonly code: string },
): Promise<readonly StoredLedgerAccount[]> {
  const { rows } = await sql<StoredLedgerAccount>`
    with active as (
      select i.import_id, i.source_system_id, s.name as system
      from import i
      join source_system s
        on s.organization_id = i.organization_id and s.source_system_id = i.source_system_id
      where i.organization_id = ${organizationId} and s.organization_id = ${organizationId}
        and i.subject = 'books' and i.status = 'active'
        and ${one === undefined ? sql`true` : sql`i.source_system_id = ${one.sourceSystemId}`}
    ),
    months as (
      select a.source_system_id, m.code, sum(m.amount)::bigint as amount, sum(m.lines)::int as lines
      from active a
      join ledger_month m on m.organization_id = ${organizationId} and m.import_id = a.import_id
      group by a.source_system_id, m.code
    )
    select distinct on (a.source_system_id, l.code)
      a.source_system_id as "sourceSystemId", a.system, l.code, l.description,
      coalesce(d.role, l.role) as role,
      case when d.role is null then l.role_evidence else 'by-hand' end as evidence,
      coalesce(m.amount, 0)::bigint as amount, coalesce(m.lines, 0) as lines,
      ${
        one === undefined
          ? sql`0`
          : sql`(select count(*)::int from active x
              join ledger_line y on y.organization_id = ${organizationId} and y.import_id = x.import_id
              where y.code = l.code)`
      } as "keptLines"
    from active a
    join ledger_account l on l.organization_id = ${organizationId} and l.import_id = a.import_id
    left join ledger_account_role d on d.organization_id = ${organizationId}
      and d.source_system_id = a.source_system_id and d.code = l.code
    left join months m on m.source_system_id = a.source_system_id and m.code = l.code
    where ${one === undefined ? sql`true` : sql`l.code = ${one.code}`}
    order by a.source_system_id, l.code, a.import_id desc
  `.execute(transaction);
  return rows;
}
