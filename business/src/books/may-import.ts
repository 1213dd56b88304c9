import type { PreviewFile } from "./preview-state.ts";
import { isTotal } from "./total-problem.ts";

/** Accepted as it is, or refused for nothing but totals that a person overrides with a reason. */
export function mayImport(file: PreviewFile, override: string | undefined): boolean {
  const { report } = file;
  if (report === undefined || report.subject === null) return false;
  if (report.accepted) return true;
  if (override === undefined) return false;
  return report.problems.every(
    (problem) =>
      problem.severity === "flag" ||
      problem.severity === "note" ||
      (problem.severity === "refuse" && isTotal(problem.code)),
  );
}
