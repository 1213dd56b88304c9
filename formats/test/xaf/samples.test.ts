import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BookRecord } from "../../src/record.ts";
import type { Source } from "../../src/source.ts";
import { samples } from "../samples.ts";
import { ofKind, read } from "./books.ts";

const folder = join(samples, "xaf");
const mutants = join(samples, "hostile/xaf-mutants");

function fileSource(path: string): Source {
  return {
    name: path.slice(path.lastIndexOf("/") + 1),
    size: statSync(path).size,
    open: () => createReadStream(path),
  };
}

/** Revenue per customer as the samples' index gives it: profit-and-loss accounts in sales journals. */
function salesByRelation(records: readonly BookRecord[]): Record<string, number> {
  const profitAndLoss = new Set(
    ofKind(records, "account")
      .filter(({ type }) => type === "profit-and-loss")
      .map(({ code }) => code),
  );
  const sums: Record<string, number> = {};
  for (const { journalType, lines } of ofKind(records, "transaction")) {
    for (const { account, relation = "", amount } of lines) {
      if (journalType !== "sales" || !profitAndLoss.has(account)) continue;
      sums[relation] = (sums[relation] ?? 0) - Number(amount);
    }
  }
  return sums;
}

describe.skipIf(!existsSync(folder))("files that packages wrote", () => {
  const exactSales = {
    "1": 754717,
    "22": 5406125,
    "25": 2000000,
    "29": 661157,
    "34": 100000,
    "36": 188679,
  };
  const multivers = { relations: 31, transactions: 69, lines: 371 };
  const exact = { relations: 29, transactions: 57, lines: 167 };

  test.each([
    ["banana-ExactOnline_V32_2016.xaf", "xaf-3.2", exact, []],
    ["synthetic-XAF-4.0-from-exact.xaf", "xaf-4.0", exact, []],
    ["hard-3.2-control-char.xaf", "xaf-3.2", exact, ["REPAIRED_CONTROL_CHARACTER"]],
    ["hard-3.2-raw-ampersand.xaf", "xaf-3.2", exact, ["REPAIRED_AMPERSAND"]],
    ["banana-Multivers_V32_2017.xaf", "xaf-3.2", multivers, ["REPAIRED_ENCODING"]],
    [
      "banana-BananaAccounting_3.2_2018.xaf",
      "xaf-3.2",
      { relations: 9, transactions: 44, lines: 121 },
      ["DUPLICATE_LINE_NR", "LINES_COUNT_MISMATCH"],
    ],
    ["synthetic-CLAIR2.xaf", "xaf-2", { relations: 1, transactions: 1, lines: 3 }, []],
  ] as const)("%s", async (name, format, counts, flags) => {
    const result = await read(fileSource(join(folder, name)));
    expect(result.format).toBe(format);
    expect(result.totals).toMatchObject(counts);
    expect(result.codes).toEqual(flags);
    expect(result.problems.every(({ severity }) => severity === "flag")).toBe(true);
    if (counts === exact) expect(salesByRelation(result.records)).toEqual(exactSales);
  });

  test("the official file with every element is read whole, and refused for its made-up totals", async () => {
    const result = await read(
      fileSource(join(folder, "official-XmlAuditfileFinancieel3.2_test.xaf")),
    );
    expect(result.totals).toMatchObject({ relations: 1, transactions: 1, lines: 1 });
    expect(result.codes).not.toContain("UNKNOWN_ELEMENT");
    expect(result.codes).toContain("TOTAL_DEBIT_MISMATCH");
  });
});

type Mutant = { file: string; expect: string; code: string; why: string };

describe.skipIf(!existsSync(mutants))("files made to mislead", () => {
  const manifest = existsSync(mutants)
    ? readFileSync(join(mutants, "manifest.jsonl"), "utf8").trim().split("\n")
    : [];

  test.each(manifest.map((line) => JSON.parse(line) as Mutant))("$file: $why", async (mutant) => {
    const result = await read(fileSource(join(mutants, mutant.file)));
    if (mutant.expect === "accept-or-refuse") {
      if (result.verdict !== "refuse") expectRightValues(result.records, result.totals);
      return;
    }
    expect(result.verdict).toBe(mutant.expect);
    if (mutant.code !== "OK") expect(result.codes).toContain(mutant.code);
    for (const { place, field } of result.problems) {
      expect(place.line).toBeGreaterThan(0);
      if (mutant.code !== "EMPTY_OR_NOT_XML") expect(field ?? mutant.code).toBeTruthy();
    }
    if (mutant.expect === "accept") expect(result.problems).toEqual([]);
  });

  test("every file of the folder is in the list", () => {
    const listed = manifest.map((line) => (JSON.parse(line) as Mutant).file);
    expect(readdirSync(mutants).filter((file) => file.endsWith(".xaf"))).toEqual(listed);
  });

  /** Of the unchanged bookings: revenue 50.00 after the credit note, for customer C001 or its variant. */
  function expectRightValues(
    records: readonly BookRecord[],
    totals: Readonly<Record<string, unknown>>,
  ) {
    expect(totals).toMatchObject({ lines: 8, totalDebit: "140.50", totalCredit: "140.50" });
    const amounts = ofKind(records, "transaction").flatMap(({ lines }) =>
      lines.map(({ amount }) => amount),
    );
    expect(amounts).toEqual([12100n, -10000n, -2100n, -6050n, 5000n, 1050n, 8000n, -8000n]);
  }

  test.each([
    ["156-comment-in-amount.xaf", 12100n],
    ["077-amnt-0.1x10.xaf", 10n],
    ["000-good.xaf", 12100n],
  ])("%s reads its first amount exactly", async (file, amount) => {
    const result = await read(fileSource(join(mutants, file)));
    expect(ofKind(result.records, "transaction")[0]?.lines[0]?.amount).toBe(amount);
  });

  test.each([
    ["209-name-formula.xaf", "="],
    ["213-name-tab.xaf", "\t=1+1"],
    ["218-name-rtl.xaf", "\u202eexe.fdp"],
    ["220-name-nfd.xaf", "Cafe\u0301"],
    ["224-name-null.xaf", "null"],
  ])("%s keeps the name as it is", async (file, name) => {
    const result = await read(fileSource(join(mutants, file)));
    expect(ofKind(result.records, "relation")[0]?.name?.slice(0, name.length)).toBe(name);
  });
});
