import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";
import { type CustomerScope, inScope } from "./customer-scope.ts";
import { ledgerRevenue } from "./ledger-revenue.ts";

/**
 * Notes again with which projects these customers were seen: on revenue lines, invoices and hours, and
 * in lists of projects (by code and by name). Returns the other customers of projects that changed
 * hands, whose purchases are to be summed again too.
 */
export async function refreshProjectCustomers(
  transaction: Transaction,
  organizationId: string,
  scope: CustomerScope,
): Promise<readonly string[]> {
  const organization = sql`${organizationId}::uuid`;
  const touched = inScope(scope, "customer_id");
  const before = await sql<{ project: string; customer_id: string }>`
    delete from project_customer
    where organization_id = ${organization} and ${touched}
    returning project, customer_id`.execute(transaction);
  const seen = (table: ReturnType<typeof sql>, project: ReturnType<typeof sql>) => sql`
    select lower(btrim(${project})) as project, relation.customer_id
    from relation
    join ${table} on entry.organization_id = relation.organization_id
      and entry.relation_id = relation.relation_id
    join import as file on file.organization_id = entry.organization_id
      and file.import_id = entry.import_id and file.status = 'active'
    where relation.organization_id = ${organization} and entry.organization_id = ${organization}
      and file.organization_id = ${organization}
      and relation.customer_id is not null and ${inScope(scope, "relation.customer_id")}
      and btrim(${project}) <> ''`;
  const after = await sql<{ project: string; customer_id: string }>`
    insert into project_customer (organization_id, project, customer_id)
    select ${organization}, project, customer_id from (
      select lower(btrim(project)) as project, customer_id
      from ${ledgerRevenue(organizationId, scope)} as entry
      where btrim(project) <> ''
      union
      ${seen(sql`invoice as entry`, sql`entry.project`)}
      union
      ${seen(sql`hour_entry as entry`, sql`entry.project`)}
      union
      ${seen(sql`project as entry`, sql`entry.code`)}
      union
      ${seen(sql`project as entry`, sql`entry.name`)}
    ) as pair
    returning project, customer_id`.execute(transaction);
  if (scope === "all") return [];
  const pairs = (rows: typeof before.rows) =>
    new Map(rows.map((row) => [`${row.customer_id} ${row.project}`, row.project]));
  const old = pairs(before.rows);
  const now = pairs(after.rows);
  const moved = new Set<string>();
  for (const [pair, project] of old) if (!now.has(pair)) moved.add(project);
  for (const [pair, project] of now) if (!old.has(pair)) moved.add(project);
  if (moved.size === 0) return [];
  const others = await sql<{ customer_id: string }>`
    select distinct customer_id from project_customer
    where organization_id = ${organization} and project = any(${[...moved]}::text[])`.execute(
    transaction,
  );
  return others.rows.map((row) => row.customer_id);
}
