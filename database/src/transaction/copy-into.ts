import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { escapeIdentifier } from "pg";
import { type CopyStreamQuery, from } from "pg-copy-streams";
import type { Tables } from "../tables.ts";
import { type CopyValue, copyText } from "./copy-text.ts";
import { clientOf, type Transaction } from "./transaction.ts";

type Rows = Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>;

// Large enough that a message costs nothing, small enough to stay in the processor's cache.
const chunkLength = 64 * 1024;

/**
 * Puts many rows into a table, at some hundred thousand a second, and returns how many. `rows` are
 * read as fast as the database takes them; if they throw, so does this.
 *
 * PostgreSQL takes no COPY into a table with row-level security from a role that it binds. The rows
 * go into a temporary table first, and from there by one INSERT that the policies check.
 */
export async function copyInto<Table extends keyof Tables & string>(
  transaction: Transaction,
  table: Table,
  columns: readonly (keyof Tables[Table] & string)[],
  rows: Rows,
): Promise<number> {
  const client = clientOf(transaction);
  const names = columns.map(escapeIdentifier).join(", ");
  const target = escapeIdentifier(table);
  const temporary = escapeIdentifier(`copy_${randomUUID()}`);
  await client.query(
    `create temporary table ${temporary} on commit drop as select ${names} from ${target} with no data`,
  );
  await send(client.query(from(`copy ${temporary} (${names}) from stdin`)), rows);
  const inserted = await client.query(
    `insert into ${target} (${names}) select ${names} from ${temporary}`,
  );
  await client.query(`drop table ${temporary}`);
  return inserted.rowCount ?? 0;
}

async function send(stream: CopyStreamQuery, rows: Rows): Promise<void> {
  // An error of the database comes while we wait for rows, for room, or for the end.
  const done = finished(stream);
  done.catch(() => undefined);
  let text = "";
  try {
    for await (const row of rows) {
      text += copyText(row);
      if (text.length < chunkLength) continue;
      if (!stream.write(text)) await Promise.race([once(stream, "drain"), done]);
      text = "";
    }
  } catch (error) {
    // Not a row of it stays; the transaction can go on only by rolling back.
    stream.destroy(error as Error);
    await done.catch(() => undefined);
    throw error;
  }
  stream.end(text);
  await done;
}
