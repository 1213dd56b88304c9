import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accepted } from "../../src/reader.ts";
import { sourceFromBytes } from "../../src/source.ts";
import { csvParser } from "../../src/table/csv-parser.ts";
import { describeTable } from "../../src/table/describe-table.ts";
import type { ReadTableOptions } from "../../src/table/read-table.ts";
import { samples } from "../samples.ts";
import { readAll, today } from "./reading.ts";

const exports = join(samples, "exports");

function readExport(name: string, options: Partial<ReadTableOptions> = {}) {
  const file = `solidtime-${name}.csv`;
  return readAll(sourceFromBytes(file, readFileSync(join(exports, file))), options);
}

describe.skipIf(!existsSync(exports))("exports of real tools", () => {
  test("Toggl: 3,601 seconds and 111.11 euro; the header's currency; a blank amount is absent", async () => {
    const { records, totals, preset } = await readExport("toggl_time_entries_import_test_1");
    expect(preset).toBe("toggl-detailed");
    expect(totals).toMatchObject({
      rows: 2,
      "Amount (EUR)": "111.11",
      hours: "1.0003",
      seconds: 3601,
    });
    expect(records).toEqual([
      {
        kind: "hour",
        line: 2,
        date: "2024-03-04",
        seconds: 0,
        person: "Peter Tester",
        personEmail: "peter.test@email.test",
        project: "Project without Client",
        billable: false,
        currency: "EUR",
      },
      {
        kind: "hour",
        line: 3,
        date: "2024-03-04",
        seconds: 3601,
        person: "Peter Tester",
        personEmail: "peter.test@email.test",
        customer: "Big Company",
        project: "Project for Big Company",
        activity: "Task 1",
        description: "Working hard",
        billable: true,
        currency: "EUR",
        billAmount: 11111n,
      },
    ]);
  });

  test("Toggl without amounts and with every character in a text", async () => {
    const { records, problems } = await readExport("toggl_time_entries_import_test_2");
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { date: "2024-10-15", seconds: 2, customer: "Real World Client", activity: "A giant task" },
    ]);
    expect(records[0]).toHaveProperty(
      "description",
      '\\\\ 🔥 Special characters  """`!@#$%^&*()_+\\-=\\[\\]{};\':"\\\\|,.\'\'<>\\/?~ \\\\\\',
    );
    expect(records[0]).not.toHaveProperty("currency");
  });

  test.each(["clockify_time_entries_import_test_1", "clockify_time_entries_import_test_5"])(
    "Clockify %s: 03/04/2024 is asked once, and each answer is followed",
    async (name) => {
      const asked = await readExport(name);
      expect(asked.records).toEqual([]);
      expect(asked.problems).toMatchObject([
        {
          code: "DATE_AMBIGUOUS",
          severity: "ask",
          field: "Start Date",
          found: "03/04/2024",
          expected: "dmy: 2024-04-03 | mdy: 2024-03-04",
        },
      ]);
      const american = await readExport(name, { conventions: { "Start Date": "mdy" } });
      expect(american.problems).toEqual([]);
      expect(american.totals).toMatchObject({ seconds: 3601, "Billable Amount (USD)": "0.00" });
      expect(american.records).toMatchObject([
        { date: "2024-03-04", seconds: 0, billable: false, currency: "USD", billRate: 0n },
        { date: "2024-03-04", seconds: 3601, activity: "Task 1", customer: "Big Company" },
      ]);
      const dutch = await readExport(name, { conventions: { "*": "dmy" } });
      expect(dutch.records[0]).toMatchObject({ date: "2024-04-03" });
    },
  );

  test("Clockify projects with and without money columns", async () => {
    const one = await readExport("clockify_projects_import_test_1");
    expect(one.records).toMatchObject([
      {
        kind: "project",
        name: "Project for Big Company",
        customer: "Big Company",
        budgetHours: "1001.11",
      },
      { kind: "project", name: "Project without Client" },
    ]);
    expect(one.records[1]).not.toHaveProperty("customer");
    const two = await readExport("clockify_projects_import_test_2");
    expect(two.records).toMatchObject([
      { name: "Active Project", customer: "Big Company", budgetHours: "100.00" },
      { name: "Archived Project" },
    ]);
  });

  test("Harvest: decimal commas in a comma-separated file, 20.01 hours and 2,001.00 euro", async () => {
    const { records, totals, problems } = await readExport("harvest_time_entries_import_test_1");
    expect(problems).toEqual([]);
    expect(totals).toMatchObject({
      hours: "20.01",
      "Billable Amount": "2001.00",
      "Cost Amount": "0.00",
    });
    expect(records).toMatchObject([
      {
        date: "2024-03-04",
        seconds: 72_000,
        person: "Peter Tester",
        billRate: 10_000n,
        billAmount: 200_000n,
        costRate: 0n,
        costAmount: 0n,
        currency: "EUR",
        billable: false,
      },
      { seconds: 36, customer: "Big Company", billAmount: 100n, billable: true, invoiced: false },
    ]);
  });

  test("Harvest clients and projects", async () => {
    const clients = await readExport("harvest_clients_import_test_1");
    expect(clients.records).toMatchObject([
      { kind: "relation", name: "Example Client", role: "customer" },
      { kind: "relation", line: 3 },
    ]);
    const projects = await readExport("harvest_projects_import_test_1");
    expect(projects.records).toMatchObject([
      { kind: "project", name: "Example Project", customer: "Example Client" },
      { kind: "project" },
    ]);
  });
});

type Entry = { readonly file: string; readonly expect: string; readonly code: string };

function manifest(folder: string): readonly Entry[] {
  const path = join(samples, "hostile", folder, "manifest.jsonl");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Entry);
}

// What an accepted mutant must have added up to; those not listed hold -12.50 and 1,234.56.
const sums: Readonly<Record<string, string>> = {
  "027-newline-in-quotes.csv": "1.00",
  "056-num.csv": "-1234.56",
  "057-num.csv": "-1234.56",
  "060-num.csv": "1234.56",
  "064-num.csv": "1234.50",
  "030-num.xlsx": "0.10",
  "031-num.xlsx": "0.30",
  "040-dde.xlsx": "1.00",
  "043-date-neg.xlsx": "-1.00",
};

function sumOf(file: string): string {
  const own = sums[file];
  if (own !== undefined) return own;
  if (file.endsWith(".xlsx")) return "1234.56";
  return /-(?:formula|date)\.csv$/.test(file) ? "1.00" : "1222.06";
}

describe.each(["csv-mutants", "xlsx-mutants"])("hostile %s", (folder) => {
  test.each(manifest(folder).map((entry) => [entry.file, entry] as const))(
    "%s",
    async (_, entry) => {
      const bytes = readFileSync(join(samples, "hostile", folder, entry.file));
      const { problems, totals } = await describeTable(sourceFromBytes(entry.file, bytes), {
        today,
      });
      const severe = problems.filter(({ severity }) => severity === "refuse" || severity === "ask");
      const outcome = severe[0]?.severity ?? "accept";
      if (entry.expect === "accept-or-refuse") expect(["accept", "refuse"]).toContain(outcome);
      else expect(outcome).toBe(entry.expect);
      if (outcome === "accept") {
        expect(totals["bedrag"]).toBe(sumOf(entry.file));
        return;
      }
      expect(severe[0]?.code).toEqual(
        entry.code === "OK" ? expect.stringMatching(/^ENCODING/) : entry.code,
      );
      if (entry.code === "NUMBER_FORMAT" || entry.code === "DATE_FORMAT")
        expect(severe[0]).toMatchObject(
          folder === "csv-mutants"
            ? { place: { line: 2 }, field: entry.code === "DATE_FORMAT" ? "datum" : "bedrag" }
            : { place: { sheet: "Blad1", cell: "B2" }, field: "bedrag" },
        );
    },
  );
});

const spectrum = join(samples, "hostile/csv/csv-spectrum");

describe.skipIf(!existsSync(spectrum))("csv-spectrum", () => {
  const files = existsSync(spectrum) ? readdirSync(join(spectrum, "csvs")) : [];
  test.each(files)("%s is read as its JSON says", (file) => {
    const rows: string[][] = [];
    const parser = csvParser(",", (cells) => rows.push(cells));
    parser.push(readFileSync(join(spectrum, "csvs", file), "utf8"), true);
    const [header = [], ...data] = rows;
    const objects = data.map((cells) =>
      Object.fromEntries(header.map((name, index) => [name, cells[index]])),
    );
    const expected: unknown = JSON.parse(
      readFileSync(join(spectrum, "json", file.replace(/csv$/, "json")), "utf8"),
    );
    const found = Array.isArray(expected) ? objects : objects[0];
    // The telephone number of this one differs between its CSV and its JSON.
    if (file === "location_coordinates.csv") {
      const { "Contact Phone Number": _, ...rest } = expected as Record<string, string>;
      expect(found).toMatchObject(rest);
    } else expect(found).toEqual(expected);
  });
});

test("what is accepted without a question has no problem that stands in the way", async () => {
  const { problems } = await readAll(
    sourceFromBytes("a.csv", new TextEncoder().encode("klant;naam\nC1;Een\nC2;Twee\n")),
  );
  expect(accepted(problems)).toBe(true);
});
