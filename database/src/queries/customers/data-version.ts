import type { Transaction } from "#transaction/transaction.ts";

/** Goes up with every change of books or choices. */
export async function dataVersion(
  transaction: Transaction,
  organizationId: string,
): Promise<bigint | undefined> {
  const row = await transaction
    .selectFrom("organization")
    .select("data_version")
    .where("organization_id", "=", organizationId)
    .executeTakeFirst();
  return row?.data_version;
}
