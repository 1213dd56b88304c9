import type { AccountRole, FileReport } from "@koers/contract";
import { roleByRgs } from "./account-rgs.ts";
import { roleByWords } from "./account-words.ts";

export type Evidence = FileReport["accounts"][number]["evidence"];

/** What a ledger account is taken for, and by what that was seen. */
export type Recognition = { readonly role: AccountRole; readonly evidence: Evidence };

/** What the chart of accounts says of an account. */
export type AccountChart = {
  readonly code: string;
  readonly description?: string;
  readonly type?: "balance" | "profit-and-loss";
  readonly rgsCode?: string;
  readonly leadCode?: string;
  readonly leadDescription?: string;
};

/** How an account was posted on in bookings that sell, net over the whole file; debit positive. */
export type AccountPostings = { readonly inSales: bigint };

/**
 * Recognises an account by what the chart says: its code in the reference chart (RGS), then its
 * description and its package's grouping, in Dutch and English. Balance-sheet accounts never become a
 * role of profit and loss, nor the other way round. `unknown` is an answer.
 */
export function recogniseAccount(account: AccountChart): Recognition {
  const rgs = roleByRgs(account.rgsCode) ?? roleByRgs(account.leadCode);
  if (rgs !== null && fits(rgs, account.type)) return { role: rgs, evidence: "rgs-code" };
  const words =
    roleByWords(account.description, account.type) ??
    roleByWords(account.leadDescription, account.type);
  if (words !== null && fits(words, account.type)) return { role: words, evidence: "description" };
  if (account.type === "balance") return { role: "other-balance", evidence: "account-type" };
  return { role: "unknown", evidence: "account-type" };
}

/**
 * What postings tell of an account that the chart did not: a profit-and-loss account that sales
 * journals credit is revenue, a balance account that they debit is receivables. A profit-and-loss
 * account that nothing explains is overhead: it must be paid from what customers bring. The number of
 * the account counts last, and only where the file does not even say profit-and-loss or balance.
 */
export function recogniseByPostings(
  account: AccountChart,
  chart: Recognition,
  postings: AccountPostings,
): Recognition {
  const told = chart.role !== "unknown" && chart.role !== "other-balance";
  if (told || chart.evidence !== "account-type") return chart;
  if (account.type !== "balance" && postings.inSales < 0n)
    return { role: "revenue", evidence: "postings" };
  if (account.type === "balance" && postings.inSales > 0n)
    return { role: "receivables", evidence: "postings" };
  if (chart.role === "other-balance") return chart;
  if (account.type === "profit-and-loss") return { role: "overhead", evidence: "account-type" };
  return byNumber(account.code) ?? chart;
}

// The decimal scheme that most Dutch charts follow: 0-3 balance sheet, 4 costs, 7 cost of sales, 8
// revenue, 9 other results.
function byNumber(code: string): Recognition | null {
  const digits = /^\D{0,3}(\d{4,6})$/.exec(code)?.[1];
  if (digits === undefined) return null;
  const role: AccountRole | undefined = (
    {
      "0": "other-balance",
      "1": "other-balance",
      "2": "other-balance",
      "3": "other-balance",
      "4": "overhead",
      "7": "direct-purchases",
      "8": "revenue",
    } as const
  )[digits[0] as "0"];
  return role === undefined ? null : { role, evidence: "number-range" };
}

const balanceRoles: ReadonlySet<AccountRole> = new Set<AccountRole>([
  "receivables",
  "payables",
  "bank",
  "other-balance",
]);

function fits(role: AccountRole, type: AccountChart["type"]): boolean {
  if (type === undefined) return true;
  return balanceRoles.has(role) === (type === "balance");
}
