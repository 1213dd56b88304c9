import type { OutputOf } from "@koers/contract";
import { listAuditEntryRows, namesOfAccounts } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";

/** What was done in the organisation, the newest first. */
export async function listAuditEntries(
  context: Context,
  input: { readonly before?: string | undefined; readonly limit: number },
): Promise<OutputOf<"listAuditEntries">> {
  if (input.before !== undefined && !/^\d{1,18}$/.test(input.before)) {
    throw new KoersError("input-invalid", { field: "before" });
  }
  const before = input.before === undefined ? undefined : BigInt(input.before);
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const rows = await listAuditEntryRows(transaction, organizationId, before, input.limit);
    const accounts = rows.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
    const names = await namesOfAccounts(transaction, [...new Set(accounts)]);
    return {
      entries: rows.map((row) => ({
        sequence: String(row.sequence),
        at: row.at.toISOString(),
        account: row.accountId === null ? null : (names.get(row.accountId) ?? null),
        action: row.action,
        subject: row.subject,
        data: row.data as Record<string, unknown>,
      })),
    };
  });
}
