import type { Client } from "pg";

/**
 * What the schema must hold to so that one dialect runs on the embedded engine, on a server and on
 * Citus, with organisations kept apart on all three. Each rule is a query for what breaks it, and the
 * answer names the culprit. Tables of the installation are those called `instance_*`.
 */
export type SchemaRule = { readonly rule: string; readonly culprits: string };

const tables = `(select oid, relname::text as name, relname like 'instance\\_%' as is_instance,
    relrowsecurity, relforcerowsecurity, relpersistence, relowner
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as tables`;

/** Column names of an array of column numbers, in its order. */
function names(relation: string, numbers: string): string {
  return `array(select attname::text
    from unnest(${numbers}) with ordinality as numbered (attnum, position)
    join pg_attribute using (attnum) where attrelid = ${relation}
    order by position)`;
}

const policyText =
  "(organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid)";

export const schemaRules: readonly SchemaRule[] = [
  {
    rule: "a primary key starts with organization_id",
    culprits: `select name from ${tables} where not is_instance and not exists (
      select from pg_constraint where conrelid = tables.oid and contype = 'p'
        and (${names("conrelid", "conkey")})[1] = 'organization_id')`,
  },
  {
    rule: "every table has a primary key",
    culprits: `select name from ${tables} where not exists (
      select from pg_constraint where conrelid = tables.oid and contype = 'p')`,
  },
  {
    rule: "organization_id is a uuid and never null",
    culprits: `select name from ${tables} where not is_instance and not exists (
      select from pg_attribute where attrelid = tables.oid and attname = 'organization_id'
        and atttypid = 'uuid'::regtype and attnotnull)`,
  },
  {
    rule: "what is unique is unique within an organisation",
    culprits: `select index.relname as name from ${tables}
      join pg_index on indrelid = tables.oid join pg_class index on index.oid = indexrelid
      where not is_instance and indisunique
        and not 'organization_id' = any (${names("indrelid", "indkey::int2[]")})`,
  },
  {
    rule: "a foreign key carries the organisation",
    culprits: `select conname as name from ${tables} join pg_constraint on conrelid = tables.oid
      where contype = 'f' and not is_instance and not exists (
        select from unnest(${names("conrelid", "conkey")}, ${names("confrelid", "confkey")})
          as pair (here, there)
        where here = 'organization_id' and there = 'organization_id')`,
  },
  {
    rule: "a table of the installation refers to none of an organisation",
    culprits: `select conname as name from ${tables} join pg_constraint on conrelid = tables.oid
      where contype = 'f' and is_instance and confrelid::regclass::text not like 'instance\\_%'`,
  },
  {
    rule: "no foreign key changes organization_id",
    culprits: `select conname as name from ${tables} join pg_constraint on conrelid = tables.oid
      where contype = 'f' and not is_instance and (confupdtype <> 'a' or confdeltype = 'd'
        or confdeltype = 'n' and (confdelsetcols is null
          or 'organization_id' = any (${names("conrelid", "confdelsetcols")})))`,
  },
  {
    rule: "row-level security is enabled",
    culprits: `select name from ${tables} where not is_instance and not relrowsecurity`,
  },
  {
    rule: "row-level security is forced on the owner",
    culprits: `select name from ${tables} where not is_instance and not relforcerowsecurity`,
  },
  {
    rule: "a policy guards reading and writing",
    culprits: `select name from ${tables} where not is_instance and not exists (
      select from pg_policy where polrelid = tables.oid and polcmd = '*' and polpermissive
        and polroles = '{0}' and polqual is not null and polwithcheck is not null)`,
  },
  {
    rule: "no policy lets in more than the organisation of the transaction",
    culprits: `select name || '.' || polname as name from ${tables}
      join pg_policy on polrelid = tables.oid
      where not is_instance and polpermissive and (
        coalesce(pg_get_expr(polqual, polrelid), '${policyText.replaceAll("'", "''")}')
          <> '${policyText.replaceAll("'", "''")}'
        or coalesce(pg_get_expr(polwithcheck, polrelid), '${policyText.replaceAll("'", "''")}')
          <> '${policyText.replaceAll("'", "''")}')`,
  },
  {
    rule: "no triggers",
    culprits: `select tgname as name from ${tables} join pg_trigger on tgrelid = tables.oid
      where not tgisinternal`,
  },
  {
    rule: "no rewrite rules",
    culprits: `select rulename as name from ${tables} join pg_rewrite on ev_class = tables.oid`,
  },
  {
    rule: "no views, materialised views or foreign tables",
    culprits: `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')`,
  },
  {
    rule: "no functions of our own",
    culprits: `select proname as name from pg_proc where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
  },
  {
    rule: "no virtual generated columns",
    culprits: `select attname as name from ${tables} join pg_attribute on attrelid = tables.oid
      where attgenerated = 'v'`,
  },
  {
    rule: "no uuidv7(), which PostgreSQL 15 does not have",
    culprits: `select name from ${tables} join pg_attrdef on adrelid = tables.oid
      where pg_get_expr(adbin, adrelid) like '%uuidv7%'`,
  },
  {
    rule: "an instant has a time zone",
    culprits: `select name || '.' || attname as name from ${tables}
      join pg_attribute on attrelid = tables.oid
      where attnum > 0 and not attisdropped and atttypid = 'timestamp'::regtype`,
  },
  {
    rule: "every table survives a crash",
    culprits: `select name from ${tables} where relpersistence <> 'p'`,
  },
  {
    rule: "the application is no superuser and not above row-level security",
    culprits: `select rolname as name from pg_roles where rolname = $1
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  },
  {
    rule: "the application owns nothing and can become nobody who does",
    culprits: `select name from ${tables} where pg_has_role($1, relowner, 'member')`,
  },
  {
    rule: "the application cannot get round row-level security by its privileges",
    culprits: `select name from ${tables} where has_table_privilege($1, tables.oid, 'truncate')
      or has_table_privilege($1, tables.oid, 'trigger')
      or has_table_privilege($1, tables.oid, 'references')
      or has_schema_privilege($1, 'public', 'create')`,
  },
];

/** Who breaks a rule, by name. */
export async function findCulprits(
  client: Client,
  rule: SchemaRule,
  applicationRole: string,
): Promise<readonly string[]> {
  // A parameter without use has no type; the comparison gives it one in every rule.
  const text = `select name::text from (${rule.culprits}) as culprit where $1 is not null order by 1`;
  const found = await client.query<{ name: string }>(text.replaceAll("$1", "$1::name"), [
    applicationRole,
  ]);
  return found.rows.map((row) => row.name);
}
