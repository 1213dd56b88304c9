import { sql } from "kysely";
import type { Transaction } from "../../transaction/transaction.ts";

/** Says that books or choices changed: what was computed from them before is no longer shown. */
export async function raiseDataVersion(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await sql`update organization set data_version = data_version + 1
    where organization_id = ${organizationId}::uuid`.execute(transaction);
}
