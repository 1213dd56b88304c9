import type { CatalogueColumn, CatalogueTable } from "./read-catalogue.ts";

const head = `// Written by \`npm run golden\` from the migrated database; do not edit.
import type { ColumnType, Generated } from "kysely";

/** Read as what was stored; written as JSON text, for the driver takes an array for one of PostgreSQL. */
type Json = ColumnType<unknown, string, string>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;
`;

const types: Readonly<Record<string, string>> = {
  bigint: "bigint",
  boolean: "boolean",
  bytea: "Uint8Array",
  date: "string",
  "double precision": "number",
  integer: "number",
  json: "Json",
  jsonb: "Json",
  real: "number",
  smallint: "number",
  text: "string",
  "timestamp with time zone": "Date",
  uuid: "string",
};

/** TypeScript for every row, as \`engine/value-types.ts\` parses its columns. */
export function tableTypes(tables: readonly CatalogueTable[]): string {
  const list = tables.map(({ name }) => `  readonly ${name}: ${typeName(name)};\n`).join("");
  const all = `/** Every table, for Kysely. */\nexport type Tables = {\n${list}};\n`;
  return [head, ...tables.map(printType), all].join("\n");
}

function printType(table: CatalogueTable): string {
  const columns = table.columns.map((column) => {
    const choices = choicesOf(table, column.name);
    const base = choices ?? typeOf(column);
    const read = column.notNull ? base : `${base} | null`;
    const given = column.default === null && column.identity === "";
    const defaulted = read === "Json" ? "GeneratedJson" : `Generated<${read}>`;
    return `  ${column.name}: ${given ? read : defaulted};\n`;
  });
  return `type ${typeName(table.name)} = {\n${columns.join("")}};\n`;
}

function typeOf(column: CatalogueColumn): string {
  const name = (column.element ?? column.type).replace(/\(.*\)/, "");
  const type = name === "numeric" ? "string" : types[name];
  if (type === undefined) throw new RangeError(`${column.name}: no TypeScript type for ${name}`);
  return column.element === null ? type : `${type}[]`;
}

// check (kind in ('real', 'example')) is a union of strings.
function choicesOf(table: CatalogueTable, column: string): string | null {
  for (const { type, definition } of table.constraints) {
    const found = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition);
    if (type !== "c" || found?.[1] !== column) continue;
    const values = [...(found[2] ?? "").matchAll(/'([^']*)'::text/g)].map((value) => `"${value[1]}"`);
    return values.join(" | ");
  }
  return null;
}

function typeName(table: string): string {
  const name = table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${name}Row`;
}
