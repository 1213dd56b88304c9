import {
  columnsOfTable,
  organizationTables,
  readOrganizationRows,
  type Transaction,
} from "@koers/database";
import { writeCsv, writeZip } from "@koers/formats";
import type { Context } from "../context.ts";
import { appendAudit } from "./audit.ts";

/**
 * Everything that the organisation has, a CSV file per table in one archive, as it stands at one
 * moment. Hands the archive over in pieces; what it resolves to is the archive's name.
 */
export async function exportOrganization(
  context: Context,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<string> {
  const { database, organizationId, now } = context;
  await database.withOrganization(organizationId, (transaction) =>
    appendAudit(transaction, context, "organization.export", organizationId),
  );
  await database.withOrganization(
    organizationId,
    async (transaction) => {
      for await (const bytes of writeZip(entriesOf(transaction, organizationId))) {
        await write(bytes);
      }
    },
    { readOnly: true, snapshot: true },
  );
  return `koers-${now.toISOString().slice(0, 10)}.zip`;
}

async function* entriesOf(transaction: Transaction, organizationId: string) {
  for (const table of organizationTables.toReversed()) {
    const columns = await columnsOfTable(transaction, table);
    const rows = readOrganizationRows(transaction, organizationId, table, columns);
    const heads = columns.map(
      ({ name, isNumber }) => ({ header: name, kind: isNumber ? "number" : "text" }) as const,
    );
    yield { name: `${table}.csv`, content: writeCsv(heads, rows) };
  }
}
