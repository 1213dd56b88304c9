import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOutcome } from "./expect-outcome.ts";
import { type Mutant, mutantFolders, readManifest } from "./manifest.ts";
import { type Koers, openKoers } from "./open-koers.ts";
import { outcomeTable } from "./outcome-table.ts";
import { type Outcome, tryMutants } from "./try-mutant.ts";

const listed = mutantFolders.flatMap((folder) => readManifest(folder));

/** What the accepted audit files add up to, where it is not that of the unchanged one. */
const books: Readonly<Record<string, { lines: number; total: string; revenue: string }>> = {
  "077-amnt-0.1x10.xaf": { lines: 11, total: "1.00", revenue: "0.00" },
  "078-amnt-100000x0.01.xaf": { lines: 10_000, total: "50.00", revenue: "0.00" },
  "094-dup-trnr.xaf": { lines: 11, total: "261.50", revenue: "150.00" },
};
const unchanged = { lines: 8, total: "140.50", revenue: "50.00" };

const invoices: Readonly<Record<string, string>> = {
  "001-good-creditnote.xml": "-100.00",
  "002-neg-invoice.xml": "-100.00",
  "055-5000-lines.xml": "5000.00",
};

// Those not listed hold 1,234.56 and -12.50, or one row of 1.00.
const lists: Readonly<Record<string, string>> = {
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

function sumOfList(name: string): string {
  const own = lists[name];
  if (own !== undefined) return own;
  if (name.endsWith(".xlsx")) return "1234.56";
  return /-(?:formula|date)\.csv$/.test(name) ? "1.00" : "1222.06";
}

/** The text of an element of a file that Python wrote as UTF-8, entities read. */
function element({ bytes }: Mutant, name: string): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(new TextDecoder().decode(bytes))?.[1];
  return (found ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#9;", "\t")
    .replaceAll("&amp;", "&");
}

let koers: Koers;
let outcomes: ReadonlyMap<string, Outcome>;
beforeAll(async () => {
  koers = await openKoers();
  outcomes = await tryMutants(koers, listed);
}, 300_000);
afterAll(() => koers.close());

function outcomeOf({ name }: Mutant): Outcome {
  const outcome = outcomes.get(name);
  if (outcome === undefined) throw new Error(`${name} was not tried`);
  return outcome;
}

const named = (mutants: readonly Mutant[]) =>
  mutants.map((mutant) => [mutant.name, mutant] as const);
const ofKind = (pattern: RegExp) => listed.filter(({ name }) => pattern.test(name));

describe.skipIf(listed.length === 0)(
  "files made to mislead, in the terminal and on the page",
  () => {
    it.each(named(listed))("%s", (_, mutant) => expectOutcome(outcomeOf(mutant)));

    it.each(named(ofKind(/\.xaf$/)))("%s: control totals and revenue are exact", (name, mutant) => {
      const { inspected, confirmed, customers } = outcomeOf(mutant);
      // An account, customer or line fewer is what these are about.
      if (confirmed !== "imported" || mutant.expect === "flag") return;
      const { lines, total, revenue } = books[name] ?? unchanged;
      expect(inspected.totals).toMatchObject({
        ...{ lines, totalDebit: total, totalCredit: total, revenue, ledgerRevenue: revenue },
      });
      const dollars = name === "117-curusd.xaf";
      const earning = revenue === "0.00" || dollars ? [] : [revenue];
      expect(customers.map((customer) => customer.revenue)).toEqual(earning);
    });

    it.each(named(ofKind(/-(?:name-.*|custid)\.xaf$/)))("%s: to the byte", (_, mutant) => {
      const { confirmed, customers, externalIds } = outcomeOf(mutant);
      if (confirmed !== "imported") return;
      expect(customers.map(({ name }) => name)).toEqual([element(mutant, "custSupName")]);
      expect(externalIds).toEqual([element(mutant, "custSupID")]);
    });

    it.each(named(ofKind(/\.xml$/)))("%s: net of VAT", (name, mutant) => {
      const { inspected, confirmed, customers } = outcomeOf(mutant);
      if (confirmed !== "imported") return;
      const net = invoices[name] ?? "100.00";
      expect(inspected.totals["net EUR"]).toBe(net);
      const later = mutant.code === "DATE_FUTURE";
      expect(customers).toEqual(later ? [] : [{ name: "Klant B.V.", revenue: net }]);
    });

    it.each(named(ofKind(/\.(?:csv|xlsx)$/)))("%s: the sum of its column", (name, mutant) => {
      const { inspected, confirmed } = outcomeOf(mutant);
      if (confirmed === "imported") expect(inspected.totals["bedrag"]).toBe(sumOfList(name));
    });

    it("goes in with --yes only, and what is refused not even then", async () => {
      const refused = listed.filter((mutant) => {
        const { verdict } = outcomeOf(mutant);
        return verdict === "refuse" || verdict === "ask";
      });
      const firm = await koers.newFirm();
      const before = await firm.rows();
      const paths = koers.lay(refused);
      const all = await koers.type(["import", "--yes", ...paths], firm);
      expect(all.code).toBe(1);
      const flagged = listed.filter(({ name }) => name === "086-unbalanced-tx.xaf");
      const asked = await koers.type(["import", ...koers.lay(flagged)], firm);
      expect(asked.code).toBe(1);
      expect((await firm.look(flagged)).state).toBe("ready");
      expect(await firm.rows()).toEqual(before);
      const yes = await koers.type(["import", "--yes", ...koers.lay(flagged)], firm);
      expect(yes.code).toBe(0);
    }, 120_000);

    it.each([
      ["002-ambiguous-num.csv", "bedrag", "comma", "6912.00"],
      ["003-ambiguous-date.csv", "datum", "dmy", undefined],
    ])("%s: one answer, remembered for the next file", async (name, column, answer, sum) => {
      const file = listed.find((mutant) => mutant.name === name) as Mutant;
      const firm = await koers.newFirm();
      const first = await firm.bring([file], [{ file: name, conventions: { [column]: answer } }]);
      expect(first.results.map(({ outcome }) => outcome)).toEqual(["imported"]);
      if (sum !== undefined) expect(first.files[0]?.totals[column]).toBe(sum);
      const more = Buffer.concat([
        file.bytes,
        Buffer.from(sum === undefined ? "C;05-06-2026\n" : "C;9.012\n"),
      ]);
      const next = await firm.look([{ name: "next.csv", bytes: more }]);
      expect(next.files[0]).toMatchObject({ accepted: true, table: { remembered: true } });
    });

    it.runIf(process.env["KOERS_WRITE_TABLE"] === "1")(
      "writes the table of the documentation",
      () => {
        const path = resolve(import.meta.dirname, "../../../docs/hostile-files.md");
        writeFileSync(path, outcomeTable(listed.map(outcomeOf)));
        expect(path).toMatch(/hostile-files\.md$/);
      },
    );
  },
);
