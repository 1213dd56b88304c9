import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** Rows of a query column by column: the ids of the customers, and whole numbers. */
export type Columns<Name extends string> = {
  readonly ids: readonly string[];
  readonly numbers: Readonly<Record<Name, BigInt64Array>>;
};

/**
 * Reads a query column by column, each as one text: for tens of thousands of customers many times
 * faster than a row object for each. The query names the customer `id`; rows come in its order.
 */
export async function readColumns<Name extends string>(
  transaction: Transaction,
  source: RawBuilder<unknown>,
  numbers: readonly Name[],
): Promise<Columns<Name>> {
  const lists = ["id", ...numbers].map(
    (name) => sql`coalesce(string_agg(${sql.ref(name)}::text, ','), '') as ${sql.ref(name)}`,
  );
  const { rows } = await sql<Record<string, string>>`
    select ${sql.join(lists)} from (select * from (${source}) as source order by id) as source`.execute(
    transaction,
  );
  const [row] = rows;
  if (row === undefined) throw new RangeError("an aggregate has a row");
  const ids = splitTexts(row["id"] as string);
  return {
    ids,
    numbers: Object.fromEntries(
      numbers.map((name) => [name, readNumbers(row[name] as string, ids.length)]),
    ) as Record<Name, BigInt64Array>,
  };
}

/** A list written with commas; nothing written is no list. */
export function splitTexts(text: string): readonly string[] {
  return text === "" ? [] : text.split(",");
}

// As many digits as a double holds for certain: counting in doubles is much faster.
const fastDigits = 15;
const comma = 44;
const minus = 45;
const zero = 48;

/** Whole numbers written with commas, without making a text of each. */
function readNumbers(text: string, count: number): BigInt64Array {
  const values = new BigInt64Array(count);
  let start = 0;
  for (let index = 0; index < count; index += 1) {
    let end = start;
    let value = 0;
    let digit = text.charCodeAt(end);
    const negative = digit === minus;
    if (negative) digit = text.charCodeAt(++end);
    while (digit !== comma && end < text.length) {
      value = value * 10 + digit - zero;
      digit = text.charCodeAt(++end);
    }
    if (end - start > fastDigits) values[index] = BigInt(text.slice(start, end));
    else if (value !== 0) values[index] = BigInt(negative ? -value : value);
    start = end + 1;
  }
  return values;
}
