import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import { portfolioFinding } from "#app/finding.ts";
import { aPortfolio, aWhale } from "../a-portfolio.ts";

const en = createPhrases("en");
const nl = createPhrases("nl");

function findings(whale: Parameters<typeof aWhale>[0] | null): readonly [string, string] {
  const portfolio = aPortfolio([], { whale: whale === null ? null : aWhale(whale) });
  return [portfolioFinding(en, portfolio), plain(portfolioFinding(nl, portfolio))];
}

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

test("the best customers and the losers are named with number and euro", () => {
  expect(findings({})).toEqual([
    "Your 12 best customers earn 141% of the profit; 9 customers cost €61,300",
    "Uw 12 beste klanten leveren 141% van de winst; 9 klanten kosten € 61.300",
  ]);
});

test("one customer is one customer", () => {
  expect(findings({ bestCustomers: 1, bestShare: 1.02, losers: 1, lostAmount: "1200.50" })).toEqual(
    [
      "Your best customer earns 102% of the profit; 1 customer costs €1,201",
      "Uw beste klant levert 102% van de winst; 1 klant kost € 1.201",
    ],
  );
});

test("a firm without losers hears so", () => {
  expect(findings({ bestShare: 0.8, losers: 0, lostAmount: "0.00" })).toEqual([
    "Your 12 best customers earn 80% of the profit; no customer costs you money",
    "Uw 12 beste klanten leveren 80% van de winst; geen klant kost u geld",
  ]);
});

test("without all costs it speaks of the contribution", () => {
  expect(findings({ measure: "contributionMargin", bestShare: 0.9 })).toEqual([
    "Your 12 best customers bring 90% of the contribution; 9 customers contribute less than nothing: €61,300",
    "Uw 12 beste klanten leveren 90% van de klantbijdrage; 9 klanten dragen minder dan niets bij: € 61.300",
  ]);
  expect(findings({ measure: "contributionMargin", bestShare: 0.9, losers: 0 })).toEqual([
    "Your 12 best customers bring 90% of the contribution",
    "Uw 12 beste klanten leveren 90% van de klantbijdrage",
  ]);
});

test("with revenue only it does not pretend to know what customers earn", () => {
  expect(findings({ measure: "revenue", bestShare: 0.81, losers: 0 })).toEqual([
    "Your 12 largest customers bring 81% of the revenue; what customers earn you is not known yet",
    "Uw 12 grootste klanten zorgen voor 81% van de omzet; wat klanten opleveren, is nog niet bekend",
  ]);
});

test("where customers together lose, there is no share of the profit", () => {
  expect(findings({ total: "-5000.00", bestShare: null })).toEqual([
    "Your customers together cost you €5,000: 9 customers lose €61,300",
    "Uw klanten kosten u samen € 5.000: 9 klanten verliezen € 61.300",
  ]);
  expect(findings({ measure: "contributionMargin", total: "-5000.00", bestShare: null })).toEqual([
    "Your customers together contribute €5,000 less than nothing: 9 customers lose €61,300",
    "Uw klanten dragen samen € 5.000 minder dan niets bij: 9 klanten verliezen € 61.300",
  ]);
  expect(findings({ measure: "revenue", total: "-250.00", bestShare: null })).toEqual([
    "You credited €250 more than you invoiced",
    "U hebt € 250 meer gecrediteerd dan gefactureerd",
  ]);
});

test("where they come to exactly nothing, it says nothing was earned", () => {
  expect(findings({ total: "0.00", bestShare: null, losers: 1, lostAmount: "10.00" })).toEqual([
    "Your customers together earn you nothing: 1 customer loses €10",
    "Uw klanten leveren u samen niets op: 1 klant verliest € 10",
  ]);
  expect(findings({ measure: "revenue", total: "0.00", bestShare: null })).toEqual([
    "No revenue in 2025",
    "Geen omzet in 2025",
  ]);
});

test("without revenue it says so, with the period", () => {
  expect(findings(null)).toEqual(["No revenue in 2025", "Geen omzet in 2025"]);
});
