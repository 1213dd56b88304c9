import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import type { organizationTables } from "./delete-organization-rows.ts";

type OrganizationTable = (typeof organizationTables)[number];

export type TableColumn = { readonly name: string; readonly isNumber: boolean };

/** The columns of a table, in the order in which it has them. */
export async function columnsOfTable(
  transaction: Transaction,
  table: OrganizationTable,
): Promise<readonly TableColumn[]> {
  const found = await sql<{ name: string; type: string }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table}
    order by ordinal_position
  `.execute(transaction);
  const numbers = new Set(["integer", "bigint", "smallint", "numeric"]);
  return found.rows.map(({ name, type }) => ({ name, isNumber: numbers.has(type) }));
}

const rowsAtOnce = 2_000;

/** Every row of an organisation in a table as texts, a few thousand in memory at a time. */
export async function* readOrganizationRows(
  transaction: Transaction,
  organizationId: string,
  table: OrganizationTable,
  columns: readonly TableColumn[],
): AsyncGenerator<readonly (string | null)[]> {
  const texts = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`));
  await sql`
    declare organization_rows no scroll cursor for
    select array[${texts}] as row from ${sql.table(table)}
    where organization_id = ${sql.lit(organizationId)}::uuid
    order by ${sql.join(columns.slice(0, 3).map(({ name }) => sql.ref(name)))}
  `.execute(transaction);
  for (;;) {
    const { rows } = await sql<{ row: (string | null)[] }>`
      fetch ${sql.lit(rowsAtOnce)} from organization_rows
    `.execute(transaction);
    for (const { row } of rows) yield row;
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close organization_rows`.execute(transaction);
}
