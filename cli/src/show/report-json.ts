import type { FileReport } from "@koers/contract";
import { describeProblem, type Phrases } from "@koers/phrases";

/** A report for scripts: one object with the place of each problem flattened, and its sentence. */
export function reportJson(report: FileReport, phrases: Phrases): Record<string, unknown> {
  return {
    file: report.file,
    format: report.format,
    accepted: report.accepted,
    problems: report.problems.map((problem) => {
      const { code, severity, line, column, row, cell, sheet, entry, field } = problem;
      const place = { line, column, row, cell, sheet, entry };
      return { code, severity, ...place, field, text: describeProblem(phrases, problem) };
    }),
    totals: report.totals,
  };
}
