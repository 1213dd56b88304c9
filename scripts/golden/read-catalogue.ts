import type { Client } from "pg";

export type CatalogueColumn = {
  readonly name: string;
  readonly type: string;
  /** Element type of an array, else null. */
  readonly element: string | null;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly identity: "" | "a" | "d";
  readonly generated: "" | "s" | "v";
};

export type CatalogueTable = {
  readonly name: string;
  readonly columns: readonly CatalogueColumn[];
  readonly constraints: readonly {
    readonly name: string;
    readonly type: "p" | "u" | "f" | "c" | "x";
    readonly definition: string;
  }[];
  readonly indexes: readonly { readonly name: string; readonly definition: string }[];
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  readonly policies: readonly {
    readonly name: string;
    readonly command: string;
    readonly permissive: boolean;
    readonly using: string | null;
    readonly check: string | null;
  }[];
  /** What the application may do with it. */
  readonly privileges: readonly string[];
};

/** Everything in schema public, in an order that does not depend on the machine. */
export async function readCatalogue(
  client: Client,
  applicationRole: string,
): Promise<readonly CatalogueTable[]> {
  const found = await client.query<{ table: CatalogueTable }>(
    `
    select json_build_object(
      'name', relation.relname,
      'rowSecurity', relation.relrowsecurity,
      'forced', relation.relforcerowsecurity,
      'columns', (
        select coalesce(json_agg(json_build_object(
          'name', attname,
          'type', format_type(atttypid, atttypmod),
          'element', (select format_type(typelem, null) from pg_type
            where pg_type.oid = atttypid and typelem <> 0 and typcategory = 'A'),
          'notNull', attnotnull,
          'default', pg_get_expr(adbin, adrelid),
          'identity', attidentity,
          'generated', attgenerated
        ) order by attnum), '[]')
        from pg_attribute
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = relation.oid and attnum > 0 and not attisdropped
      ),
      'constraints', (
        select coalesce(json_agg(json_build_object(
          'name', conname, 'type', contype, 'definition', pg_get_constraintdef(oid)
        ) order by array_position('{p,u,f,c,x}', contype::text), conname collate "C"), '[]')
        from pg_constraint where conrelid = relation.oid and contype in ('p', 'u', 'f', 'c', 'x')
      ),
      'indexes', (
        select coalesce(json_agg(json_build_object(
          'name', index.relname, 'definition', pg_get_indexdef(index.oid)
        ) order by index.relname collate "C"), '[]')
        from pg_index join pg_class index on index.oid = indexrelid
        where indrelid = relation.oid
          and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
      ),
      'policies', (
        select coalesce(json_agg(json_build_object(
          'name', polname,
          'command', polcmd,
          'permissive', polpermissive,
          'using', pg_get_expr(polqual, polrelid),
          'check', pg_get_expr(polwithcheck, polrelid)
        ) order by polname collate "C"), '[]')
        from pg_policy where polrelid = relation.oid
      ),
      'privileges', (
        select coalesce(json_agg(lower(privilege_type) order by privilege_type), '[]')
        from aclexplode(relation.relacl) where grantee = $1::regrole
      )
    ) as "table"
    from pg_class relation
    where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('r', 'p')
    order by relation.relname collate "C"`,
    [applicationRole],
  );
  return found.rows.map((row) => row.table);
}
