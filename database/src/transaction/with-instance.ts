import type { Pool } from "pg";
import { runTransaction, type Transaction, type TransactionOptions } from "./transaction.ts";

/** For the tables of the installation (`instance_*`); of an organisation's tables it sees no row. */
export function withInstance<T>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return runTransaction(pool, "", work, options);
}
