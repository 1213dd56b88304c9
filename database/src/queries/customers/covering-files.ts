import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** The files that the sums were made from, and the days they speak for. */
export async function coveringFiles(
  transaction: Transaction,
  organizationId: string,
): Promise<
  readonly {
    readonly subject: string;
    readonly sourceSystemId: number;
    readonly sourceKind: string;
    readonly from: string;
    readonly to: string;
    readonly namesPayments: boolean;
  }[]
> {
  const { rows } = await sql<{
    subject: string;
    sourceSystemId: number;
    sourceKind: string;
    from: string;
    to: string;
    namesPayments: boolean;
  }>`
    select subject, source_system_id as "sourceSystemId", source_kind as "sourceKind",
      covers_from as "from", covers_to as "to", names_payments as "namesPayments"
    from summed_import
    where organization_id = ${organizationId}::uuid and covers_from <= covers_to`.execute(
    transaction,
  );
  return rows;
}
