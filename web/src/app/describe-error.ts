import { RequestRefused } from "@koers/contract/client";
import { choice, type Phrases } from "@koers/phrases";

/** The sentence for anything that a request can end in. */
export function describeError({ t }: Phrases, error: unknown): string {
  if (error instanceof RequestRefused) {
    const field = String(error.data["field"] ?? "");
    return t(`errors.${error.code}`, {
      field: error.code === "exception-incomplete" ? neededInWords(t, field) : field,
      limit: String(error.data["limit"] ?? ""),
      seconds: Number(error.data["seconds"] ?? 0),
    });
  }
  if (error instanceof TypeError) return t("errors.database-unavailable");
  return t("errors.internal");
}

/** What a dossier still needs, which comes as the names of its fields. */
function neededInWords(t: Phrases["t"], fields: string): string {
  return fields
    .split(", ")
    .map((field) => (isNeeded(field) ? t(`choice.needed.${field}`) : field))
    .join("; ");
}

function isNeeded(field: string): field is keyof typeof choice.needed {
  return Object.hasOwn(choice.needed, field);
}
