import type { Analysis } from "./analyse-file.ts";
import type { RelationSummary } from "./books-summary.ts";
import { type ImportedRelation, relationFromRecord } from "./imported-relation.ts";

/** The relations of a file, each with whether the file says it to be a customer. */
export function relationsOf({ books, records }: Analysis): Iterable<ImportedRelation> {
  if (records !== null) return records.relations.values();
  if (books === null) return [];
  return [...books.relations.values()].map((relation) =>
    relationFromRecord(
      relation.record ?? { kind: "relation", line: relation.line, externalId: relation.externalId },
      isCustomer(relation),
    ),
  );
}

// A package's word that it is a customer, or what was sold to it. One that is both customer and
// supplier to the package, or of which it says nothing, must have been sold to.
function isCustomer({ record, revenueLines, debtorLines }: RelationSummary): boolean {
  if (record?.role === "customer") return true;
  if (record?.role === "supplier") return revenueLines > 0;
  return revenueLines > 0 || debtorLines > 0;
}
