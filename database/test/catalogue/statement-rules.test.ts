import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readMigrationFiles } from "../../src/migration-files.ts";

/** What must not stand in a migration or a query: one of the three engines does not know it. */
const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "MERGE", pattern: /\bmerge\s+into\b|\bmergeInto\(/i },
  { what: "uuidv7()", pattern: /\buuidv7\s*\(/i },
  { what: "a trigger", pattern: /\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i },
  { what: "a virtual column", pattern: /\bas\s*\([^;]*\)\s*virtual\b/i },
  { what: "SECURITY DEFINER", pattern: /\bsecurity\s+definer\b/i },
  {
    what: "a setting for the whole session",
    pattern: /\bset\s+session\b|set_config\([^)]*,\s*false\s*\)/i,
  },
  { what: "an organisation that changes", pattern: /\bset\s+organization_id\s*=/i },
];

function findForbidden(text: string): readonly string[] {
  const code = text.replace(/--.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");
  return forbidden.filter(({ pattern }) => pattern.test(code)).map(({ what }) => what);
}

test("no migration holds what one of the engines does not know", () => {
  const files = readMigrationFiles();
  expect(files.length).toBeGreaterThan(0);
  expect(
    files.flatMap(({ name, sql }) => findForbidden(sql).map((what) => `${name}: ${what}`)),
  ).toEqual([]);
});

test("nor does a query", () => {
  const source = fileURLToPath(new URL("../../src", import.meta.url));
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap((name) =>
    findForbidden(readFileSync(join(source, name), "utf8")).map((what) => `${name}: ${what}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["MERGE", "merge into customer using import on true when matched then delete"],
  ["MERGE", "tx.mergeInto('customer')"],
  ["uuidv7()", "insert into customer values (uuidv7())"],
  ["a trigger", "CREATE TRIGGER t BEFORE INSERT ON customer"],
  ["a virtual column", "a text generated always as (lower(b)) virtual"],
  ["SECURITY DEFINER", "language sql security definer"],
  ["a setting for the whole session", "set session koers.organization_id = ''"],
  ["a setting for the whole session", "select set_config('koers.organization_id', 'x', false)"],
  ["an organisation that changes", "update customer set organization_id = $1"],
])("a planted fault is found: %s", (what, text) => {
  expect(findForbidden(text)).toEqual([what]);
});

test("what a comment says is not held against it", () => {
  expect(findForbidden("-- no merge into here\nselect 1 /* uuidv7() */")).toEqual([]);
});
