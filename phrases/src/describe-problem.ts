import type { FileProblem } from "@koers/contract";
import type { Phrases } from "./create-phrases.ts";
import { problems } from "./problems.ts";

/** Place and sentence of a problem, such as "line 12: amnt is not an amount: ...". */
export function describeProblem(phrases: Phrases, problem: FileProblem): string {
  const place = placeOf(phrases, problem);
  const sentence = sentenceOf(phrases, problem);
  const more =
    problem.count === undefined || problem.count < 2
      ? ""
      : ` ${phrases.t("places.more", { count: problem.count })}`;
  return `${place === "" ? "" : `${place}: `}${sentence}${more}`;
}

/** The place alone; empty where a problem concerns the whole file. */
export function placeOf({ t }: Phrases, problem: FileProblem): string {
  const { line, column, row, cell, sheet, entry } = problem;
  const within = entry === undefined ? "" : t("places.entry", { entry });
  if (cell !== undefined) {
    return (
      within +
      (sheet === undefined ? t("places.cell", { cell }) : t("places.sheetCell", { sheet, cell }))
    );
  }
  if (row !== undefined) return within + t("places.row", { row: String(row) });
  if (line === undefined) return within.replace(/: $/, "");
  if (column === undefined) return within + t("places.line", { line: String(line) });
  return within + t("places.lineColumn", { line: String(line), column: String(column) });
}

/** The sentence alone. */
export function sentenceOf({ t }: Phrases, problem: FileProblem): string {
  if (!(problem.code in problems)) return problem.code;
  return t(`problems.${problem.code as keyof typeof problems}`, {
    field: problem.field ?? "",
    found: problem.found ?? "",
    expected: problem.expected ?? "",
  });
}
