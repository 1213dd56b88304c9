import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../../transaction/transaction.ts";

/**
 * Reads a query column by column, each as one text: for tens of thousands of customers many times
 * faster than a row object for each.
 */
export async function readColumns<Name extends string>(
  transaction: Transaction,
  source: RawBuilder<unknown>,
  columns: readonly Name[],
): Promise<Readonly<Record<Name, readonly string[]>>> {
  const lists = columns.map(
    (name) => sql`coalesce(string_agg(${sql.ref(name)}::text, ','), '') as ${sql.ref(name)}`,
  );
  const { rows } = await sql<Record<Name, string>>`
    select ${sql.join(lists)} from (${source}) as source`.execute(transaction);
  const [row] = rows;
  if (row === undefined) throw new RangeError("an aggregate has a row");
  return Object.fromEntries(
    columns.map((name) => [name, row[name] === "" ? [] : row[name].split(",")]),
  ) as Record<Name, string[]>;
}
