import { type Client, escapeIdentifier } from "pg";

export type TenantTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
};

/** The tables that hold rows of organisations. */
export async function tenantTables(client: Client): Promise<readonly TenantTable[]> {
  const found = await client.query<TenantTable>(`
    select relname as name, json_agg(
        json_build_object('name', attname, 'type', format_type(atttypid, null)) order by attnum
      ) filter (where attgenerated = '') as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and relname not like 'instance\\_%' and attnum > 0 and not attisdropped
    group by relname order by relname`);
  return found.rows;
}

/** Lets any value of the right type in: what a row means is not what these tests are about. */
export async function dropChecks(client: Client): Promise<void> {
  const found = await client.query<{ statement: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f')`);
  for (const { statement } of found.rows) await client.query(statement);
}

const values: Readonly<Record<string, string>> = {
  bigint: "1",
  boolean: "true",
  bytea: "'\\x00'",
  date: "'2026-01-01'",
  "double precision": "1",
  integer: "1",
  json: "'{}'",
  jsonb: "'{}'",
  numeric: "0",
  smallint: "1",
  text: "'x'",
  "timestamp with time zone": "'2026-01-01Z'",
  uuid: "'00000000-0000-4000-8000-000000000001'",
};

/** An insert of one row for an organisation, with something in every column. */
export function insertStatement(table: TenantTable, organizationId: string): string {
  const columns = table.columns.map(({ name, type }) => {
    const value = type.endsWith("[]") ? "'{}'" : values[type];
    if (value === undefined) throw new RangeError(`${table.name}.${name}: no value for ${type}`);
    return { name, value: name === "organization_id" ? `'${organizationId}'` : value };
  });
  const names = columns.map(({ name }) => escapeIdentifier(name)).join(", ");
  return `insert into ${escapeIdentifier(table.name)} (${names})
    values (${columns.map(({ value }) => value).join(", ")})`;
}
