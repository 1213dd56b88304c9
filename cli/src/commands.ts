import type { Command } from "./command.ts";

const many = Number.POSITIVE_INFINITY;
const none = { hint: "", least: 0, most: 0 };
const json = { json: { kind: "flag" } } as const;
const period = { period: { kind: "text", hint: "2016 | 2024-07..2025-06" } } as const;

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "inspect",
    words: { hint: "FILE...", least: 1, most: many },
    options: json,
    examples: ["koers inspect auditfile-2025.xaf", "koers inspect *.csv --json"],
  },
  {
    name: "import",
    words: { hint: "FILE...", least: 1, most: many },
    options: {
      yes: { kind: "flag" },
      ...json,
      override: { kind: "text", hint: "REASON" },
      map: { kind: "texts", hint: "HEADER=FIELD" },
      dates: { kind: "text", hint: "dmy | mdy" },
      numbers: { kind: "text", hint: "comma | point" },
      vat: { kind: "text", hint: "included | excluded" },
    },
    examples: [
      "koers import auditfile-2025.xaf hours-2025.csv",
      "koers import invoices.csv --yes --dates dmy --numbers comma --vat excluded",
      'koers import list.xlsx --yes --map "Relatie=customer" --map "Bedrag=net"',
      'koers import old.xaf --yes --override "package writes no totals, checked by hand"',
    ],
  },
  {
    name: "portfolio",
    words: none,
    options: {
      ...period,
      ...json,
      csv: { kind: "flag" },
      limit: { kind: "text", hint: "N" },
    },
    examples: [
      "koers portfolio",
      "koers portfolio --period 2016",
      "koers portfolio --period 2024-07..2025-06 --csv > portfolio.csv",
      "koers portfolio --json",
    ],
  },
  {
    name: "customer",
    words: { hint: "NAME", least: 1, most: many },
    options: { ...period, ...json },
    examples: ['koers customer "De Vries Techniek"', "koers customer vries --period 2025"],
  },
  {
    name: "imports",
    words: none,
    options: json,
    examples: ["koers imports"],
  },
  {
    name: "undo",
    words: { hint: "IMPORT", least: 1, most: 1 },
    options: json,
    examples: ["koers undo 3"],
  },
  {
    name: "export",
    words: none,
    options: { output: { kind: "text", hint: "FILE" } },
    examples: ["koers export --output koers-export.zip"],
  },
  {
    name: "serve",
    words: none,
    options: { port: { kind: "text", hint: "4400" }, host: { kind: "text", hint: "localhost" } },
    examples: ["koers serve", "koers serve --port 4500"],
  },
  {
    name: "doctor",
    words: none,
    options: json,
    examples: ["koers doctor"],
  },
  {
    name: "help",
    words: { hint: "[COMMAND]", least: 0, most: 1 },
    options: {},
    examples: ["koers help import"],
  },
];
