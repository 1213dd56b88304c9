import { RequestRefused } from "@koers/contract";
import type { Phrases } from "@koers/phrases";
import { explainStart } from "@koers/server";

/** What went wrong, in one paragraph; null for a fault of the program. */
export async function explainFailure(error: unknown, phrases: Phrases): Promise<string | null> {
  if (error instanceof RequestRefused) return explainRefusal(error, phrases);
  if (error instanceof Error && "syscall" in error) {
    const { path = "", code = "" } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "missing" : code === "EISDIR" ? "folder" : "unreadable";
    return phrases.t(`commandLine.file.${reason}`, { file: path, code });
  }
  return explainStart(phrases, error);
}

export function explainRefusal({ code, data }: RequestRefused, { t }: Phrases): string {
  const words = { field: "", limit: "", seconds: 0, ...data };
  return t(`errors.${code}`, words as never);
}
