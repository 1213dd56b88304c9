import { errorCodes, facts } from "@koers/contract";
import { expect, test } from "vitest";
import { createPhrases, describeProblem } from "../src/index.ts";

const en = createPhrases("en");
const nl = createPhrases("nl");

test("amounts are written in the reader's way, exactly", () => {
  expect(nl.format.money("1234.56", "EUR")).toBe("€\u00a01.234,56");
  expect(en.format.money("-1234.5", "EUR")).toBe("-€1,234.50");
  expect(nl.format.amount("12345678901234567.89", 2)).toBe("12.345.678.901.234.567,89");
});

test("dates, months and periods follow the language", () => {
  expect(nl.format.day("2026-03-03")).toBe("3 mrt 2026");
  expect(en.format.period({ from: "2026-01", to: "2026-12" })).toBe("2026");
  expect(en.format.period({ from: "2025-11", to: "2026-10" })).toMatch(/Nov 2025.*Oct 2026/);
});

test("a problem says where, what and what to do", () => {
  const problem = {
    code: "AMNT_TP",
    severity: "refuse",
    line: 12,
    field: "trLine/amntTp",
    found: "X",
    expected: "D, C",
  } as const;
  expect(describeProblem(en, problem)).toBe(
    "line 12: trLine/amntTp must say debit or credit (D, C), found “X”. Export the file again.",
  );
  expect(describeProblem(nl, problem)).toMatch(/^regel 12: trLine\/amntTp moet debet of credit/);
});

test("every error and fact speaks both languages", () => {
  for (const phrases of [en, nl]) {
    for (const code of errorCodes) {
      const text = phrases.t(`errors.${code}`, { field: "x", limit: "x", seconds: 2 } as never);
      expect(text).not.toBe("");
    }
    for (const { key } of facts) expect(phrases.t(`facts.${key}.name`)).not.toBe("");
  }
});
