import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/**
 * Just copied rows have no statistics yet, and the planner takes a million for a handful: without
 * nested loops its mistake costs nothing. Compiling plans costs more than it brings here.
 */
export async function planForMany(transaction: Transaction, many: boolean): Promise<void> {
  await sql`set local jit = off`.execute(transaction);
  await sql.raw(`set local enable_nestloop = ${many ? "off" : "on"}`).execute(transaction);
  // Sorting and grouping a million rows on disk takes many times as long as in memory.
  if (many) await sql`set local work_mem = '128MB'`.execute(transaction);
}
