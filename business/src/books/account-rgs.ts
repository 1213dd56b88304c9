import type { AccountRole } from "@koers/contract";

// Referentie GrootboekSchema: the longest prefix that is listed decides.
const prefixes: Readonly<Record<string, AccountRole>> = {
  B: "other-balance",
  BVorDeb: "receivables",
  BSchCre: "payables",
  BLim: "bank",
  // Net turnover, less the discounts and bonuses that stand in the same group.
  WOmz: "revenue",
  // Cost of sales, purchases, work by others.
  WKpr: "direct-purchases",
  WPer: "personnel",
  WWvs: "personnel",
  WBed: "overhead",
  WBedVkk: "marketing",
  WBedOvp: "personnel",
  WAfs: "overhead",
  WWia: "overhead",
  WVhe: "overhead",
  WOvb: "overhead",
  WFbe: "financial",
  WFin: "financial",
  WBel: "financial",
  WRed: "financial",
  WNer: "financial",
  WBuB: "financial",
};

/**
 * The role of an account by its RGS code, such as `WOmzNopOlh`; null for what is not one. Doubtful
 * debts stand with the debtors on the balance sheet and are no receivable that a customer pays.
 */
export function roleByRgs(code: string | undefined): AccountRole | null {
  if (code === undefined || !/^[BW](?:[A-Z][A-Za-z]{2}){1,5}$/.test(code)) return null;
  if (code.startsWith("BVorDebVdd")) return "other-balance";
  for (let length = code.length; length > 0; length--) {
    const role = prefixes[code.slice(0, length)];
    if (role !== undefined) return role;
  }
  return null;
}
