import type { OutputOf } from "@koers/contract";
import {
  countOwnedRows,
  customersOfImport,
  deleteImport,
  deleteRelationsWithoutRecords,
  deleteUnfoundedCustomers,
  deleteUnusedActivities,
  deleteUnusedPersons,
  deleteUnusedSourceSystems,
  deriveCustomers,
  deriveRelations,
  importRows,
  lockBooks,
  relationsOfImport,
  restoreSuperseded,
} from "@koers/database";
import type { Context } from "../context.ts";
import { refreshSums } from "../customers/index.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "../people/index.ts";

/**
 * Takes an import back: its rows, the relations and customers that only it knew, and what it had taken
 * the place of counts again. What persons decided (matches, roles of accounts, how tables are read) is
 * remembered; customers with a note, an edit or an objection stay.
 */
export async function undoImport(
  context: Context,
  { importId }: { readonly importId: number },
): Promise<OutputOf<"undoImport">> {
  const { organizationId, database } = context;
  return database.withOrganization(organizationId, async (transaction) => {
    await lockBooks(transaction, organizationId);
    const [row] = await importRows(transaction, organizationId, importId);
    if (row === undefined) throw new KoersError("import-not-found", { importId });
    const deleted = await countOwnedRows(transaction, organizationId, importId);
    const relations = await relationsOfImport(transaction, organizationId, importId);
    const customers = await customersOfImport(transaction, organizationId, importId);

    await deleteImport(transaction, organizationId, importId);
    await restoreSuperseded(transaction, organizationId, {
      importId,
      supersededBy: row.supersededBy,
    });
    const gone = new Set(await deleteUnfoundedCustomers(transaction, organizationId, customers));
    const left = await deleteRelationsWithoutRecords(transaction, organizationId, relations);
    await deriveRelations(transaction, organizationId, relations);
    const kept = customers.filter((customerId) => !gone.has(customerId));
    await deriveCustomers(transaction, organizationId, kept);
    await deleteUnusedActivities(transaction, organizationId);
    await deleteUnusedPersons(transaction, organizationId);
    await deleteUnusedSourceSystems(transaction, organizationId);

    // Payments and superseded books speak of customers that this file itself did not name.
    const wide = row.subject === "payments" || row.subject === "books";
    await refreshSums(transaction, context, { customers: wide ? "all" : kept });
    await appendAudit(transaction, context, "import.undo", `import/${importId}`, { deleted });
    return {
      deleted: {
        ...deleted,
        ...(gone.size === 0 ? {} : { customer: gone.size }),
        ...(left === 0 ? {} : { relation: left }),
      },
    };
  });
}
