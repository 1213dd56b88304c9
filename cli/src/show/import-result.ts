import { errorCodes, type OutputOf } from "@koers/contract";
import type { Phrases } from "@koers/phrases";
import { plainText } from "./plain-text.ts";

type Result = OutputOf<"getPreview">["results"][number];

/** What became of a file. */
export function resultText({ file, outcome, importId, error }: Result, { t }: Phrases): string {
  const code = errorCodes.find((one) => one === error?.code);
  const words = { field: "", limit: "", seconds: 0, ...error?.data };
  const reason = code === undefined ? (error?.code ?? "") : t(`errors.${code}`, words as never);
  const number = { import: String(importId ?? ""), reason };
  return plainText(`${file}: ${t(`commandLine.importing.outcomes.${outcome}`, number)}`);
}
