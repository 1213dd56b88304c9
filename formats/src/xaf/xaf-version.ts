import type { Format } from "../reader.ts";

/** What the namespace of the root element says. */
export type NamespaceClue =
  | { readonly kind: "version"; readonly format: Format }
  /** An audit file of a version we have not seen: read by its element names, with a warning. */
  | { readonly kind: "near"; readonly version: string }
  | { readonly kind: "newer"; readonly version: string }
  | { readonly kind: "none" }
  | { readonly kind: "foreign" };

const ours = /auditfile|belastingdienst/i;
const version = /(?:\/XAF\/|XAF_|Financieel)(\d{1,2}(?:\.\d{1,2})?)/i;

const formats = new Map<string, Format>([
  ["2.0", "xaf-2"],
  ["3.1", "xaf-3.1"],
  ["3.2", "xaf-3.2"],
  ["4.0", "xaf-4.0"],
]);

/**
 * Exporters write a dozen namespaces for four versions, so this only tells an audit file from something
 * else and gives a first idea of the version.
 */
export function namespaceClue(namespace: string | undefined): NamespaceClue {
  const trimmed = namespace?.trim() ?? "";
  if (trimmed === "") return { kind: "none" };
  if (!ours.test(trimmed)) return { kind: "foreign" };
  const found = version.exec(trimmed)?.[1];
  if (found === undefined) return { kind: "none" };
  const format = formats.get(found);
  if (format !== undefined) return { kind: "version", format };
  return Number.parseInt(found, 10) > 4
    ? { kind: "newer", version: found }
    : { kind: "near", version: found };
}

// Elements that only one version has. 3.1 is a subset of 3.2.
const onlyIn = new Map<string, Format>([
  ["auditfileVersion", "xaf-2"],
  ["productID", "xaf-2"],
  ["transactionID", "xaf-2"],
  ["leadCode", "xaf-3.2"],
  ["matchKeyID", "xaf-3.2"],
  ["supplierLimit", "xaf-3.2"],
  ["Commercenr", "xaf-4.0"],
  ["RGScode", "xaf-4.0"],
  ["RGSVersion", "xaf-4.0"],
  ["clBalDesc", "xaf-4.0"],
  ["settDate", "xaf-4.0"],
]);

/** The version that an element gives away, where the namespace says none. */
export function formatByElement(name: string): Format | undefined {
  return onlyIn.get(name);
}
