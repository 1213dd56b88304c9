import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import type { MonthSpan } from "./period-columns.ts";

/** Revenue in other currencies than the organisation's, per currency. */
export async function otherCurrencies(
  transaction: Transaction,
  organizationId: string,
  currency: string,
  period: MonthSpan,
): Promise<
  readonly { readonly currency: string; readonly revenue: bigint; readonly customers: number }[]
> {
  const { rows } = await sql<{ currency: string; revenue: bigint; customers: bigint }>`
    select currency, sum(revenue)::bigint as revenue, count(distinct customer_id) as customers
    from customer_month
    where organization_id = ${organizationId}::uuid and currency <> ${currency}
      and month between ${period.from}::date and ${period.to}::date and revenue <> 0
    group by currency order by currency`.execute(transaction);
  return rows.map((row) => ({ ...row, customers: Number(row.customers) }));
}
