import type { FileReport } from "@koers/contract";
import type { AccountSummary, BooksSummary } from "./books-summary.ts";
import { formatCents } from "./cents.ts";

export type Reconciliation = NonNullable<FileReport["reconciliation"]>;

/** Revenue of the books, and how much of it has a customer; both with revenue positive. */
export function revenueOf(summary: BooksSummary): {
  readonly ledger: bigint;
  readonly attributed: bigint;
} {
  let ledger = 0n;
  let attributed = 0n;
  for (const account of revenueAccounts(summary)) {
    ledger -= account.total.amount;
    attributed -= account.attributed.amount;
  }
  return { ledger, attributed };
}

/** The part of the reconciliation report that the lines themselves tell. */
export function reconcileBooks(
  summary: BooksSummary,
  currency: string | null,
  controlTotals: Reconciliation["controlTotals"],
): Reconciliation {
  const { ledger, attributed } = revenueOf(summary);
  const unattributed = revenueAccounts(summary)
    .map((account) => ({
      account: account.code,
      description: account.record?.description ?? null,
      rest: account.attributed.amount - account.total.amount,
      lines: account.total.lines - account.attributed.lines,
    }))
    .filter((row) => row.lines > 0)
    .toSorted((a, b) => Number(abs(b.rest) - abs(a.rest)))
    .map(({ rest, ...row }) => ({ ...row, amount: formatCents(rest) }));
  return {
    controlTotals: [...controlTotals],
    currency,
    ledgerRevenue: formatCents(ledger),
    attributedRevenue: formatCents(attributed),
    unattributed,
    advice: adviceFor(summary),
  };
}

/** The accounts of the file that were used, profit and loss first, the largest first. */
export function accountsOf(summary: BooksSummary): FileReport["accounts"] {
  return [...summary.accounts.values()]
    .filter((account) => account.total.lines > 0)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((account) => ({
      code: account.code,
      description: account.record?.description ?? null,
      role: account.recognition.role,
      evidence: account.recognition.evidence,
      amount: formatCents(account.total.amount),
    }));
}

// Why no revenue per customer can be had: the first thing that is missing.
function adviceFor(summary: BooksSummary): Reconciliation["advice"] {
  const accounts = revenueAccounts(summary);
  if (!accounts.some((account) => account.total.lines > 0)) return "no-revenue-accounts";
  if (accounts.some((account) => account.attributed.lines > 0)) return null;
  return summary.relationsOnLines ? "no-customers" : "no-relations-on-lines";
}

function revenueAccounts(summary: BooksSummary): AccountSummary[] {
  return [...summary.accounts.values()].filter((account) => account.recognition.role === "revenue");
}

function abs(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
