import type { CatalogueColumn, CatalogueTable } from "./read-catalogue.ts";

const commands: Readonly<Record<string, string>> = {
  "*": "all",
  r: "select",
  a: "insert",
  w: "update",
  d: "delete",
};

/** The schema after all migrations, one table after another by name. For reading, not for running. */
export function schemaSql(tables: readonly CatalogueTable[]): string {
  const head = "-- The database after all migrations. Written by `npm run golden`; read, never run.\n";
  return [head, ...tables.map(printTable)].join("\n");
}

function printTable(table: CatalogueTable): string {
  const lines = [
    ...table.columns.map(printColumn),
    ...table.constraints.map(({ name, definition }) => `constraint ${name} ${definition}`),
  ];
  return [
    `create table ${table.name} (`,
    lines.map((line) => `  ${line}`).join(",\n"),
    ");",
    ...table.indexes.map(({ definition }) => `${definition};`),
    ...(table.rowSecurity ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forced ? [`alter table ${table.name} force row level security;`] : []),
    ...table.policies.map(
      (policy) =>
        `create policy ${policy.name} on ${table.name}${policy.permissive ? "" : " as restrictive"}` +
        ` for ${commands[policy.command] ?? policy.command}` +
        `${policy.using === null ? "" : `\n  using (${policy.using})`}` +
        `${policy.check === null ? "" : `\n  with check (${policy.check})`};`,
    ),
    `-- the application may: ${table.privileges.join(", ") || "nothing"}`,
    "",
  ].join("\n");
}

function printColumn(column: CatalogueColumn): string {
  const made =
    column.identity === ""
      ? ""
      : ` generated ${column.identity === "a" ? "always" : "by default"} as identity`;
  const computed = { "": " default ", s: " generated always as ", v: " virtual as " };
  const value = column.default === null ? "" : `${computed[column.generated]}${column.default}`;
  return `${column.name} ${column.type}${made}${value}${column.notNull ? " not null" : ""}`;
}
