import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import {
  choosableFacts,
  defaultFacts,
  factOnPhone,
  shownFacts,
} from "../../../src/rooms/customers/shown-facts.ts";
import { aPortfolio } from "../../a-portfolio.ts";

test("both margins stand side by side unless columns were chosen", () => {
  expect(shownFacts({})).toEqual(defaultFacts);
  expect(defaultFacts).toContain("contributionMargin");
  expect(defaultFacts).toContain("fullyLoadedProfit");
  expect(shownFacts({ columns: ["overdue", "revenue"] })).toEqual(["overdue", "revenue"]);
});

test("columns that do not exist are left out, and none left means the usual ones", () => {
  expect(shownFacts({ columns: ["nonsense", "name", "hours"] })).toEqual(["hours"]);
  expect(shownFacts({ columns: ["nonsense", "toString"] })).toEqual(defaultFacts);
});

test("every fact but the name can be chosen, and has a name in both languages", () => {
  expect(choosableFacts).not.toContain("name");
  for (const language of ["en", "nl"] as const) {
    const { t } = createPhrases(language);
    const shown = choosableFacts.map((fact) => t(`facts.${fact}.name`));
    expect(new Set(shown).size).toBe(choosableFacts.length);
  }
});

test("a phone shows what the curve is drawn over, or the figure that was sorted on", () => {
  const portfolio = aPortfolio([], { measure: "contributionMargin" });
  expect(factOnPhone({}, portfolio)).toBe("contributionMargin");
  expect(factOnPhone({ columns: ["hours", "overdue"] }, portfolio)).toBe("contributionMargin");
  expect(factOnPhone({ sort: "overdue" }, portfolio)).toBe("overdue");
  expect(factOnPhone({ sort: "name" }, portfolio)).toBe("contributionMargin");
  expect(factOnPhone({ sort: "toString" }, portfolio)).toBe("contributionMargin");
  expect(factOnPhone({}, aPortfolio([], { whale: null }))).toBe("revenue");
});
