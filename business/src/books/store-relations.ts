import {
  copyInto,
  deriveCustomers,
  deriveRelations,
  insertCustomers,
  insertProposals,
  linkRelations,
  type Transaction,
} from "@koers/database";
import type { Resolution } from "./resolve-relations.ts";

/**
 * Writes the relations of a file: their rows, what the file says of them, the customers they are, and
 * who they may be. Returns the row of each by its key in the system, and the customers touched.
 */
export async function storeRelations(
  transaction: Transaction,
  organizationId: string,
  importId: number,
  sourceSystemId: number,
  resolution: Resolution,
  now: Date,
): Promise<{
  readonly relationIds: ReadonlyMap<string, string>;
  readonly customerIds: readonly string[];
}> {
  const { relations, newCustomers, proposals } = resolution;
  await copyInto(
    transaction,
    "relation",
    [
      ...([
        "organization_id",
        "relation_id",
        "source_system_id",
        "key",
        "name",
        "name_key",
      ] as const),
      "traits",
    ],
    relations
      .filter((relation) => relation.isNew)
      .map(({ relationId, imported: { key, fields } }) => [
        ...[organizationId, relationId, sourceSystemId, key, fields.name, fields.nameKey, "{}"],
      ]),
  );
  await copyInto(
    transaction,
    "relation_record",
    ["organization_id", "import_id", "relation_id", "line", "fields"],
    relations.map(({ relationId, imported: { line, fields } }) => [
      ...[organizationId, importId, relationId, line, JSON.stringify(fields)],
    ]),
  );
  await deriveRelations(
    transaction,
    organizationId,
    relations.map((relation) => relation.relationId),
  );
  await insertCustomers(transaction, organizationId, newCustomers, now);
  await linkRelations(
    transaction,
    organizationId,
    relations.flatMap(({ relationId, customerId, matchedBy }) =>
      customerId === null || matchedBy === null ? [] : [{ relationId, customerId, matchedBy }],
    ),
  );
  const customerIds = new Set<string>();
  for (const { customerId } of relations) if (customerId !== null) customerIds.add(customerId);
  await deriveCustomers(transaction, organizationId, [...customerIds]);
  await insertProposals(transaction, organizationId, proposals, now);
  return {
    relationIds: new Map(relations.map(({ imported, relationId }) => [imported.key, relationId])),
    customerIds: [...customerIds],
  };
}
