import type { AccountRole, OutputOf } from "@koers/contract";
import {
  decideAccountRole,
  lockBooks,
  type StoredLedgerAccount,
  storedAccounts,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { refreshSums } from "../customers/index.ts";
import { KoersError } from "../koers-error.ts";
import { recordUndoStep, type UndoHandlers } from "../people/index.ts";
import { formatCents } from "./cents.ts";

type Account = OutputOf<"listAccounts">["accounts"][number];

/** Ledger accounts of all books and what each is taken for. */
export async function listAccounts({
  database,
  organizationId,
}: Context): Promise<OutputOf<"listAccounts">> {
  return database.withOrganization(
    organizationId,
    async (transaction) => ({
      accounts: (await storedAccounts(transaction, organizationId)).map(accountOf),
    }),
    { readOnly: true },
  );
}

type RoleInput = {
  readonly sourceSystemId: number;
  readonly code: string;
  readonly accountRole: AccountRole | null;
};

// Figures of a customer rest on single lines; these roles are only ever summed per month.
const lineRoles: ReadonlySet<string> = new Set(["revenue", "direct-purchases"]);

/**
 * Corrects what an account is taken for, in all years of these books; null goes back to what was
 * recognised. Payroll lines are not kept, so an account that was taken for payroll cannot become
 * revenue or purchases afterwards: its books are to be imported again with the role said there.
 */
export async function setAccountRole(
  context: Context,
  { sourceSystemId, code, accountRole }: RoleInput,
): Promise<OutputOf<"setAccountRole">> {
  const { database, organizationId } = context;
  return database.withOrganization(organizationId, async (transaction) => {
    await lockBooks(transaction, organizationId);
    const account = { sourceSystemId, code };
    const [known] = await storedAccounts(transaction, organizationId, account);
    if (known === undefined) throw new KoersError("not-found", { ...account });
    if (accountRole !== null && lineRoles.has(accountRole) && known.keptLines < known.lines)
      throw new KoersError("input-invalid", { field: "accountRole", reason: "lines-not-kept" });
    const before = await decide(transaction, context, account, accountRole);
    const undoStepId = await recordUndoStep(
      transaction,
      context,
      "account.role",
      { ...account, role: before },
      { ...account, role: accountRole },
    );
    return { undoStepId };
  });
}

export const accountUndoHandlers: UndoHandlers = {
  async "account.role"(transaction, context, step) {
    await lockBooks(transaction, context.organizationId);
    const { role, ...account } = step.before as {
      sourceSystemId: number;
      code: string;
      role: string | null;
    };
    await decide(transaction, context, account, role);
  },
};

async function decide(
  transaction: Transaction,
  context: Context,
  account: { readonly sourceSystemId: number; readonly code: string },
  role: string | null,
): Promise<string | null> {
  const { organizationId, accountId, now } = context;
  const before = await decideAccountRole(
    transaction,
    organizationId,
    account,
    role,
    accountId,
    now,
  );
  await refreshSums(transaction, context, { customers: "all" });
  return before;
}

function accountOf(account: StoredLedgerAccount): Account {
  const { sourceSystemId, system, code, description } = account;
  return {
    ...{ sourceSystemId, system, code, description },
    role: account.role as Account["role"],
    evidence: account.evidence as Account["evidence"],
    amount: formatCents(account.amount),
  };
}
