import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

export type BookSums = {
  readonly importId: number;
  readonly file: string;
  readonly report: unknown;
  /** Of accounts taken for revenue when the file came in, revenue positive. */
  readonly ledgerRevenue: bigint;
  readonly attributedRevenue: bigint;
  /** Accounts whose kept lines do not add up to their months. */
  readonly brokenAccounts: number;
};

/** What the stored rows of each set of books add up to, to compare with what its file said. */
export async function bookSums(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly BookSums[]> {
  const { rows } = await sql<BookSums>`
    with month as (
      select m.import_id, m.code, sum(m.amount)::bigint as amount, sum(m.lines)::int as lines
      from ledger_month m where m.organization_id = ${organizationId}
      group by m.import_id, m.code
    ),
    line as (
      select l.import_id, l.code, sum(l.amount)::bigint as amount, count(*)::int as lines,
        coalesce(sum(l.amount) filter (where l.relation_id is not null), 0)::bigint as attributed
      from ledger_line l where l.organization_id = ${organizationId}
      group by l.import_id, l.code
    )
    select i.import_id as "importId", i.file_name as file, i.report,
      coalesce(-sum(m.amount) filter (where role.is_revenue), 0)::bigint as "ledgerRevenue",
      coalesce(-sum(l.attributed) filter (where role.is_revenue), 0)::bigint as "attributedRevenue",
      count(*) filter (where l.code is not null
        and (l.amount <> m.amount or l.lines <> m.lines))::int as "brokenAccounts"
    from import i
    left join month m on m.import_id = i.import_id
    left join line l on l.import_id = i.import_id and l.code = m.code
    left join lateral (
      select exists (
        select from jsonb_array_elements(i.report -> 'report' -> 'accounts') as known
        where known ->> 'code' = m.code and known ->> 'role' = 'revenue'
      ) as is_revenue
    ) role on true
    where i.organization_id = ${organizationId} and i.subject = 'books'
    group by i.import_id, i.file_name, i.report
    order by i.import_id
  `.execute(transaction);
  return rows;
}

export type CustomerSums = Readonly<Record<string, bigint>>;

/** The sums that pages read, added up over everything. */
export async function customerSums(
  transaction: Transaction,
  organizationId: string,
): Promise<CustomerSums> {
  const { rows } = await sql<{ figure: string; sum: bigint }>`
    select 'revenue ' || currency as figure, sum(revenue)::bigint as sum
    from customer_month where organization_id = ${organizationId} group by currency
    union all
    select 'directPurchases ' || currency, sum(direct_purchases)::bigint
    from customer_month where organization_id = ${organizationId} group by currency
    union all
    select 'invoices', coalesce(sum(invoices), 0)::bigint
    from customer_month where organization_id = ${organizationId}
    union all
    select 'customerSeconds', coalesce(sum(seconds), 0)::bigint
    from customer_hour_month where organization_id = ${organizationId}
    union all
    select 'internalSeconds', coalesce(sum(seconds), 0)::bigint
    from internal_hour_month where organization_id = ${organizationId}
  `.execute(transaction);
  return Object.fromEntries(rows.map(({ figure, sum }) => [figure, sum]));
}
