import type { Readable } from "node:stream";
import { escapeIdentifier } from "pg";
import { to } from "pg-copy-streams";
import type { Tables } from "../tables.ts";
import { clientOf, type Transaction } from "./transaction.ts";

export type CopyFormat = "text" | "csv" | "binary";

type Copy<Table extends keyof Tables & string> = {
  readonly table: Table;
  readonly columns: readonly (keyof Tables[Table] & string)[];
  /** Columns to sort by; without them rows come as they lie on disk. */
  readonly order?: readonly (keyof Tables[Table] & string)[];
  /** `csv` has a first row with the names. */
  readonly format: CopyFormat;
};

/**
 * The rows of a table that this transaction may see, as PostgreSQL writes them, in pieces of any
 * length. Nothing else can run in the transaction until the stream has ended or was destroyed.
 */
export function copyOut<Table extends keyof Tables & string>(
  transaction: Transaction,
  { table, columns, order = [], format }: Copy<Table>,
): Readable {
  const names = columns.map(escapeIdentifier).join(", ");
  const sorted = order.length === 0 ? "" : ` order by ${order.map(escapeIdentifier).join(", ")}`;
  const rows = `select ${names} from ${escapeIdentifier(table)}${sorted}`;
  const options = { text: "format text", csv: "format csv, header", binary: "format binary" };
  return clientOf(transaction).query(to(`copy (${rows}) to stdout (${options[format]})`));
}
