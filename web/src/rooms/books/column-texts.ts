import type { Phrases } from "@koers/phrases";
import { conventionNames, fieldNames } from "@koers/phrases";

/** A field in the reader's words; a field that has none yet goes by its key. */
export function fieldText({ t }: Phrases, field: string): string {
  return isFieldName(field) ? t(`fields.${field}`) : field;
}

export function conventionText({ t }: Phrases, convention: string): string {
  return isConventionName(convention) ? t(`conventions.${convention}`) : convention;
}

function isFieldName(name: string): name is (typeof fieldNames)[number] {
  return (fieldNames as readonly string[]).includes(name);
}

function isConventionName(name: string): name is (typeof conventionNames)[number] {
  return (conventionNames as readonly string[]).includes(name);
}
