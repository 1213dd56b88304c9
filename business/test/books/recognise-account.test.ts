import { describe, expect, it } from "vitest";
import {
  type AccountChart,
  recogniseAccount,
  recogniseByPostings,
} from "../../src/books/recognise-account.ts";

function account(description: string, more: Partial<AccountChart> = {}): AccountChart {
  return { code: "4711", description, type: "profit-and-loss", ...more };
}

describe("recognising an account by its chart", () => {
  it.each([
    ["WOmzNopOlh", "profit-and-loss", "revenue"],
    ["WKprInhInh", "profit-and-loss", "direct-purchases"],
    ["WPerLesLon", "profit-and-loss", "personnel"],
    ["WBedVkkRea", "profit-and-loss", "marketing"],
    ["WBedHuiOhv", "profit-and-loss", "overhead"],
    ["WAfsAmvBeg", "profit-and-loss", "overhead"],
    ["WFbeRlsRhl", "profit-and-loss", "financial"],
    ["BVorDebHad", "balance", "receivables"],
    ["BVorDebVdd", "balance", "other-balance"],
    ["BSchCreHac", "balance", "payables"],
    ["BLimBanRba", "balance", "bank"],
    ["BMvaBegVvp", "balance", "other-balance"],
  ] as const)("takes RGS code %s (%s) for %s", (rgsCode, type, role) => {
    const found = recogniseAccount({ code: "1", rgsCode, type });
    expect(found).toEqual({ role, evidence: "rgs-code" });
  });

  it("does not believe an RGS code of the other side of the books", () => {
    const found = recogniseAccount(account("Bruto lonen", { rgsCode: "BLimBanRba" }));
    expect(found).toEqual({ role: "personnel", evidence: "description" });
  });

  it.each([
    ["Omzet advies", "revenue"],
    ["Kostprijs verkopen", "direct-purchases"],
    ["Verkoopkosten", "marketing"],
    ["Opbrengst diensten", "revenue"],
    ["Verleende kortingen", "revenue"],
    ["Uitbesteed werk", "direct-purchases"],
    ["Inhuur derden", "direct-purchases"],
    ["Sociale lasten", "personnel"],
    ["Pensioenpremie", "personnel"],
    ["Huur kantoor", "overhead"],
    ["Rente lening", "financial"],
    ["Consultancy revenue", "revenue"],
    ["Subcontractors", "direct-purchases"],
    ["Wages and salaries", "personnel"],
    ["Advertising", "marketing"],
    ["Office rent", "overhead"],
    ["Interest paid", "financial"],
  ])("takes %j for %s by its words", (description, role) => {
    expect(recogniseAccount(account(description))).toEqual({ role, evidence: "description" });
  });
});

describe("recognising an account by its postings", () => {
  const unknown = account("Diversen 1", { code: "X1" });
  const chart = recogniseAccount(unknown);

  it("takes what sales credit for revenue, and the rest of profit and loss for overhead", () => {
    expect(chart).toEqual({ role: "unknown", evidence: "account-type" });
    expect(recogniseByPostings(unknown, chart, { inSales: -100n })).toEqual({
      ...{ role: "revenue", evidence: "postings" },
    });
    expect(recogniseByPostings(unknown, chart, { inSales: 100n }).role).toBe("overhead");
  });

  it("never overrules what the chart says", () => {
    const cost = account("Kostprijs verkopen");
    expect(recogniseByPostings(cost, recogniseAccount(cost), { inSales: -100n }).role).toBe(
      "direct-purchases",
    );
  });

  it("looks at the number last, and only where the file says nothing of its kind", () => {
    const bare: AccountChart = { code: "8000" };
    expect(recogniseByPostings(bare, recogniseAccount(bare), { inSales: 0n })).toEqual({
      ...{ role: "revenue", evidence: "number-range" },
    });
  });
});
