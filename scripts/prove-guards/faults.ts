import type { Fault } from "./fault.ts";

/** Each guard that the house has, with a fault that it has to catch. */
export const faults: readonly Fault[] = [
  {
    guard: "biome",
    fault: "import of a workspace that is not declared",
    file: "formats/src/planted-undeclared.ts",
    plant: 'export { facts } from "@koers/contract";\n',
    caughtBy: "lint/correctness/noUndeclaredDependencies",
  },
  {
    guard: "biome",
    fault: "import upward, against the arrows",
    file: "database/src/planted-upward.ts",
    plant: 'export { KoersError } from "@koers/business";\n',
    caughtBy: "lint/correctness/noUndeclaredDependencies",
  },
  {
    guard: "biome",
    fault: "files that import each other",
    file: "business/src/planted-circle.ts",
    plant:
      'import { second } from "./planted-circle-back.ts";\nexport const first = (): number => second() + 1;\n',
    caughtBy: "lint/suspicious/noImportCycles",
  },
  {
    guard: "biome",
    fault: "the other half of the circle",
    file: "business/src/planted-circle-back.ts",
    plant:
      'import { first } from "./planted-circle.ts";\nexport const second = (): number => first() + 1;\n',
    caughtBy: "lint/suspicious/noImportCycles",
  },
  {
    guard: "biome",
    fault: "a room of the rules reaching into another",
    file: "business/src/books/planted-inside.ts",
    plant: 'export { getCustomer } from "../customers/get-customer.ts";\n',
    caughtBy: "lint/style/noRestrictedImports",
  },
  {
    guard: "biome",
    fault: "a room of the pages importing another",
    file: "web/src/rooms/today/planted-neighbour.ts",
    plant: 'export { portfolioRows } from "../customers/portfolio-rows.ts";\n',
    caughtBy: "lint/style/noRestrictedImports",
  },
  {
    guard: "biome",
    fault: "enum",
    file: "business/src/planted-enum.ts",
    plant: "export enum Tier {\n  A,\n  B,\n}\n",
    caughtBy: "lint/style/noEnum",
  },
  {
    guard: "biome",
    fault: "default export",
    file: "business/src/planted-default.ts",
    plant: "export default function planted(): number {\n  return 1;\n}\n",
    caughtBy: "lint/style/noDefaultExport",
  },
  {
    guard: "biome",
    fault: "test.only",
    file: "business/test/planted-only.test.ts",
    plant:
      'import { expect, test } from "vitest";\n\ntest.only("runs alone", () => expect(1).toBe(1));\n',
    caughtBy: "lint/suspicious/noFocusedTests",
  },
  {
    guard: "biome",
    fault: "test.skip",
    file: "business/test/planted-skip.test.ts",
    plant:
      'import { expect, test } from "vitest";\n\ntest.skip("never runs", () => expect(1).toBe(1));\n',
    caughtBy: "lint/suspicious/noSkippedTests",
  },
  {
    guard: "oxlint",
    fault: "randomness in the rules",
    file: "business/src/planted-random.ts",
    plant: "export const draw = (): number => Math.random();\n",
    caughtBy: "eslint(no-restricted-properties)",
  },
  {
    guard: "oxlint",
    fault: "the clock in the rules",
    file: "business/src/planted-clock.ts",
    plant: "export const instant = (): number => Date.now();\n",
    caughtBy: "eslint(no-restricted-properties)",
  },
  {
    guard: "oxlint",
    fault: "a promise that nobody waits for",
    file: "business/src/planted-floating.ts",
    plant:
      "async function work(): Promise<void> {}\n\nexport function start(): void {\n  work();\n}\n",
    caughtBy: "typescript(no-floating-promises)",
  },
  {
    guard: "oxlint",
    fault: "a sort of numbers as text",
    file: "business/src/planted-sort.ts",
    plant: "export const ordered = (values: number[]): number[] => values.sort();\n",
    caughtBy: "typescript(require-array-sort-compare)",
  },
  {
    guard: "oxlint",
    fault: "an object written into a sentence",
    file: "business/src/planted-template.ts",
    plant: `export const text = (value: { a: number }): string => \`it is \${value}\`;\n`,
    caughtBy: "typescript(restrict-template-expressions)",
  },
  {
    guard: "architecture",
    fault: "an arrow declared in a manifest",
    file: "phrases/package.json",
    plant: (before) =>
      before.replace('"@koers/contract"', '"@koers/business": "0.1.0",\n    "@koers/contract"'),
    caughtBy: "phrases declares no workspace outside its arrows",
  },
  {
    guard: "architecture",
    fault: "a reference of the compiler against the arrows",
    file: "contract/tsconfig.json",
    plant: (before) =>
      before.replace(/"references": \[/, '"references": [{ "path": "../database" }'),
    caughtBy: "contract refers its compiler to what it declares, and to nothing else",
  },
  {
    guard: "architecture",
    fault: "an import by a name that the linter does not see",
    file: "kernels/src/planted-import.ts",
    plant: 'export const later = (): Promise<unknown> => import("@koers/contract");\n',
    caughtBy: "kernels imports no workspace outside its arrows",
  },
  {
    guard: "architecture",
    fault: "a drawer for odds and ends",
    file: "server/src/utils.ts",
    plant: "export const odd = 1;\n",
    caughtBy: "server has no drawer for odds and ends",
  },
  {
    guard: "architecture",
    fault: "a file that has outgrown its idea",
    file: "cli/src/planted-long.ts",
    plant: `export const lines = [\n${"  1,\n".repeat(620)}];\n`,
    caughtBy: "cli has no file over 600 lines",
  },
  {
    guard: "architecture",
    fault: "a version that floats",
    file: "web/package.json",
    plant: (before) => before.replace(/"react": "/, '"react": "^'),
    caughtBy: "web pins every dependency to one version",
  },
  {
    guard: "architecture",
    fault: "a new Date() in the rules",
    file: "business/src/planted-today.ts",
    plant: "export const today = (): string => new Date().toISOString();\n",
    caughtBy: "what is pure asks no clock and no generator",
  },
  {
    guard: "architecture",
    fault: "a room by another name",
    file: "business/src/finance/planted.ts",
    plant: "export const room = 1;\n",
    caughtBy: "the rooms have one name everywhere",
  },
  {
    guard: "compiler",
    fault: "the page's globals in kernels",
    file: "kernels/src/planted-document.ts",
    plant: "export const title = (): string => document.title;\n",
    caughtBy: "TS2584",
  },
  {
    guard: "compiler",
    fault: "Node's globals in formats",
    file: "formats/src/planted-process.ts",
    plant: "export const home = (): unknown => process.env;\n",
    caughtBy: "TS2591",
  },
  {
    guard: "compiler",
    fault: "an inside of a workspace",
    file: "phrases/src/planted-inside.ts",
    plant: 'export { facts } from "@koers/contract/src/facts/catalogue.ts";\n',
    caughtBy: "TS2307",
  },
  {
    guard: "compiler",
    fault: "a sentence in one language only",
    file: "phrases/src/start.ts",
    plant: (before) =>
      before.replace(/signIn: \{ en: "Sign in", nl: "[^"]*" \}/, 'signIn: { en: "Sign in" }'),
    caughtBy: "TS2741",
  },
  {
    guard: "compiler",
    fault: "an operation that does not say who may call it",
    file: "contract/src/people/operations.ts",
    plant: (before) => before.replace(/ {4}role: "owner",\n/, ""),
    caughtBy: "TS2741",
  },
  {
    guard: "database",
    fault: "a table without row-level security",
    file: "database/migrations/0001_people.sql",
    plant: (before) =>
      `${before}\ncreate table planted (organization_id uuid not null references organization, planted_id bigint not null, primary key (organization_id, planted_id));\n`,
    caughtBy: "the migrated schema holds: row-level security is enabled",
  },
];
