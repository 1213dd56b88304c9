import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { accountRoles } from "./account-roles.ts";
import type { MonthSpan } from "./period-columns.ts";

/** The profit and loss of the audit files over a period by what the accounts are for; costs positive. */
export async function ledgerTotals(
  transaction: Transaction,
  organizationId: string,
  currency: string,
  period: MonthSpan,
): Promise<Readonly<Record<"revenue" | "purchases" | "personnel" | "other", bigint>>> {
  const { rows } = await sql<{ role: string; amount: bigint }>`
    select coalesce(account.role, 'unknown') as role, sum(entry.amount)::bigint as amount
    from ledger_month entry
    join summed_import file
      on file.organization_id = entry.organization_id and file.import_id = entry.import_id
    left join ${accountRoles(organizationId)} account
      on account.import_id = entry.import_id and account.code = entry.code
    where entry.organization_id = ${organizationId}::uuid
      and file.organization_id = ${organizationId}::uuid
      and file.currency = ${currency}
      and entry.month between ${period.from}::date and ${period.to}::date
    group by coalesce(account.role, 'unknown')`.execute(transaction);
  const of = (...roles: readonly string[]) =>
    rows.filter((row) => roles.includes(row.role)).reduce((sum, row) => sum + row.amount, 0n);
  return {
    revenue: -of("revenue"),
    purchases: of("direct-purchases"),
    personnel: of("personnel"),
    // Accounts that nothing recognises are a cost too; interest and tax are no cost of operating.
    other: of("overhead", "marketing", "unknown"),
  };
}
