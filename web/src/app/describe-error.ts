import { RequestRefused } from "@koers/contract/client";
import type { Phrases } from "@koers/phrases";

/** The sentence for anything that a request can end in. */
export function describeError({ t }: Phrases, error: unknown): string {
  if (error instanceof RequestRefused) {
    return t(`errors.${error.code}`, {
      field: String(error.data["field"] ?? ""),
      limit: String(error.data["limit"] ?? ""),
      seconds: Number(error.data["seconds"] ?? 0),
    });
  }
  if (error instanceof TypeError) return t("errors.database-unavailable");
  return t("errors.internal");
}
