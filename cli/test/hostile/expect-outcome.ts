import type { FileReport } from "@koers/contract";
import { expect } from "vitest";
import type { Outcome } from "./try-mutant.ts";

/** Problems that concern a file as a whole: there is no line to name. */
const wholeFile = new Set(["OLD_XLS", "SHEET_NAME", "ZIP_TOO_LARGE", "ZIP_TRUNCATED"]);

/** Problems that concern a field, in the file's own word for it. */
const ofField =
  /_FORMAT$|_MISMATCH$|_MISSING$|^(?:AMNT_TP|BR-|CELL_ERROR|CONFLICTING|DATE_|DUPLICATE_|FORMULA_|NAMESPACE|REQUIRED|UNKNOWN_)/;
const withoutField = new Set(["PART_MISSING", "ZIP_SIZE_MISMATCH", "UNKNOWN_FORMAT"]);

/** Holds what became of a file to what must become of it, whichever way it came. */
export function expectOutcome({ mutant, inspected, verdict, ...outcome }: Outcome): void {
  const { preview, confirmed, leftBehind } = outcome;
  const taken = verdict === "accept" || verdict === "flag";
  const report = preview.files[0];
  if (mutant.expect === "accept-or-refuse")
    expect(["accept", "flag", "refuse"], inspected.file).toContain(verdict);
  else
    expect({ file: mutant.name, verdict }).toEqual({ file: mutant.name, verdict: mutant.expect });
  if (mutant.code !== "OK" && mutant.expect !== "accept" && mutant.expect !== "accept-or-refuse")
    expect(
      inspected.problems.filter(({ severity }) => severity === verdict).map(({ code }) => code),
    ).toContain(mutant.code);

  expect(inspected.accepted).toBe(taken);
  expect(preview.state).toBe("ready");
  expect(preview.error).toBeNull();
  expect(report?.accepted).toBe(taken);
  expect(told(report?.problems)).toEqual(told(inspected.problems));
  expect(confirmed).toBe(taken ? "imported" : "import-not-accepted");
  expect(leftBehind).toEqual([]);

  for (const problem of inspected.problems) {
    const { code, severity, line, row, cell, entry, field, text } = problem;
    expect(text.length).toBeGreaterThan(10);
    if (severity !== "refuse") continue;
    if (!wholeFile.has(code)) expect(line ?? row ?? cell ?? entry, code).toBeDefined();
    if (ofField.test(code) && !withoutField.has(code)) expect(field, code).toBeDefined();
  }
}

/** What matters of problems; a preview knows more of the firm, and may note that. */
function told(problems: Outcome["inspected"]["problems"] | FileReport["problems"] = []): string[] {
  return problems
    .filter(({ severity }) => severity !== "note")
    .map(({ code, severity }) => `${severity} ${code}`);
}
