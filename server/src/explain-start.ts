import { DatabaseError } from "@koers/database";
import type { Phrases } from "@koers/phrases";
import { StartError } from "./start-error.ts";

/** Why Koers could not start, in one paragraph; null for a fault, which has no sentence. */
export function explainStart({ t }: Phrases, error: unknown): string | null {
  if (!(error instanceof StartError || error instanceof DatabaseError)) return null;
  const { code } = error;
  if (code === "transaction-ended" || code === "organization-id-invalid") return null;
  return t(`startErrors.${code}`, wordsOf(error.data) as never);
}

// Every sentence finds the values that it quotes, whichever of them the error carries.
const nothing = {
  folder: "",
  reason: "",
  role: "",
  statements: "",
  migration: "",
  found: "",
  required: "",
};

function wordsOf(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const words = Object.entries(data).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join("; ") : String(value),
  ]);
  return { ...nothing, ...Object.fromEntries(words) };
}
