import type { FileProblem, FileProblemCode } from "@koers/contract";
import type { ProblemCode } from "@koers/formats";

/** What an import has to say beside what its reader says, in alphabetical order. */
export const importProblemCodes = [
  "CURRENCY_NOT_OWN",
  "CUSTOMER_UNKNOWN",
  "INVOICE_NOT_OURS",
  "NET_MISSING",
  "OLDER_THAN_PRESENT",
  "PAYMENTS_UNMATCHED",
  "PURCHASE_INVOICE",
  "REVENUE_UNATTRIBUTED",
] as const satisfies readonly FileProblemCode[];

export type ImportProblemCode = (typeof importProblemCodes)[number];

/** A problem of the import itself. */
export function importProblem(
  code: ImportProblemCode,
  severity: FileProblem["severity"],
  place: Omit<FileProblem, "code" | "severity"> = {},
): FileProblem {
  return { code, severity, ...place };
}

/** Does not compile when a reader has a code that the contract has not, and so no sentence. */
export type ReaderCodesHaveSentences = ProblemCode extends FileProblemCode ? true : never;
/** @public Only so that the compiler looks at it. */
export const readerCodesHaveSentences: ReaderCodesHaveSentences = true;
