import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { koers, newDataFolder } from "./harness/koers.ts";
import { haveSamples, sample } from "./harness/samples.ts";

let data: ReturnType<typeof newDataFolder>;
beforeAll(() => {
  data = newDataFolder();
});
afterAll(() => data.remove());

const run = (...words: string[]) => koers(data.path, words);

describe("help", () => {
  test("names every command, in the reader's language", async () => {
    const english = await run("--help");
    expect([english.code, english.error]).toEqual([0, ""]);
    for (const name of [
      "inspect",
      "import",
      "portfolio",
      "customer",
      "imports",
      "undo",
      "export",
    ]) {
      expect(english.out).toContain(`  ${name}`);
    }
    const dutch = await koers(data.path, ["help", "import"], { LANG: "nl_NL.UTF-8" });
    expect(dutch.out).toContain("Voorbeelden:");
    expect((await run("help", "import", "--language", "nl")).out).toBe(dutch.out);
  });

  test("is what wrong use points to, with code 2", async () => {
    const wrong = [
      [],
      ["nonsense"],
      ["portfolio", "--nonsense"],
      ["portfolio", "--period", "2016-13"],
      ["portfolio", "--period"],
      ["portfolio", "--json", "--csv"],
      ["portfolio", "extra"],
      ["portfolio", "--limit", "0"],
      ["inspect"],
      ["undo", "one"],
      ["import", "x.csv", "--dates", "ymd"],
      ["import", "x.csv", "--map", "nothing"],
      ["help", "--language", "fr"],
    ];
    for (const words of wrong) {
      const { code, out, error } = await run(...words);
      expect([words.join(" "), code]).toEqual([words.join(" "), 2]);
      expect((out + error).trim().split("\n").length).toBeGreaterThan(0);
      expect(error).not.toContain("    at ");
    }
  }, 120_000);

  test("says in a sentence what it cannot read, with code 1", async () => {
    const missing = await run("inspect", "nothing-here.csv");
    expect([missing.code, missing.out]).toEqual([1, ""]);
    expect(missing.error).toMatch(/^koers: .*nothing-here\.csv does not exist\.\s*$/);
    const folder = await run("import", data.path, "--yes");
    expect(folder.code).toBe(1);
    expect(folder.error).toContain("is a folder");
  }, 60_000);
});

describe("before anything was imported", () => {
  test("the portfolio says how to begin", async () => {
    const { code, error } = await run("portfolio", "--json");
    expect(code).toBe(1);
    expect(error).toContain("koers import FILE");
  }, 60_000);
});

describe.skipIf(!haveSamples)("from the books to the portfolio", () => {
  const exact = sample("xaf", "banana-ExactOnline_V32_2016.xaf");

  test("inspect prints a line of JSON per file and stores nothing", async () => {
    const banana = sample("xaf", "banana-BananaAccounting_3.2_2018.xaf");
    const { code, out } = await run("inspect", "--json", exact, banana);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.map(({ file, format, accepted }) => [file, format, accepted])).toEqual([
      [exact, "xaf-3.2", true],
      [banana, "xaf-3.2", true],
    ]);
    expect(lines[0].totals.revenue).toBe("91106.78");
    for (const problem of lines.flatMap(({ problems }) => problems)) {
      expect(problem).toMatchObject({ code: expect.any(String), severity: expect.any(String) });
      expect(problem.text.length).toBeGreaterThan(10);
    }
    expect((await run("imports", "--json")).code).toBe(1);
  }, 60_000);

  test("without --yes and nobody to ask, the preview is shown and nothing imported", async () => {
    const { code, out, error } = await run("import", exact);
    expect(code).toBe(1);
    expect(out).toContain("Toro Rosso BV");
    expect(error).toContain("--yes");
    expect((await run("imports", "--json")).out).toBe("");
  }, 60_000);

  test("import --yes, and the portfolio has the six customers to the cent", async () => {
    const imported = await run("import", exact, "--yes");
    expect([imported.code, imported.error.trim()]).toEqual([0, ""]);
    const { code, out } = await run("portfolio", "--period", "2016", "--json");
    expect(code).toBe(0);
    const portfolio = JSON.parse(out);
    expect(portfolio.period).toEqual({ from: "2016-01", to: "2016-12" });
    expect(portfolio.totals.revenue).toBe("91106.78");
    const revenue = portfolio.customers.map((one: { name: string; revenue: string }) => [
      one.name,
      one.revenue,
    ]);
    expect(revenue).toEqual([
      ["Fittsport BV", "54061.25"],
      ["Belgium Bouncers", "20000.00"],
      ["ABC Producten & Diensten B.V.", "7547.17"],
      ["Villa Borghesia", "6611.57"],
      ["Restaurant Fyra B.V.", "1886.79"],
      ["deboer grafische industrie", "1000.00"],
    ]);
    expect(portfolio.customers[0].contributionMargin).toBeNull();
  }, 60_000);

  test("the table says the same in the reader's way", async () => {
    const dutch = await run("portfolio", "--period", "2016", "--language", "nl", "--limit", "2");
    expect(dutch.out).toContain("Toro Rosso BV, 2016 (EUR)");
    expect(dutch.out).toMatch(/^Fittsport BV +54\.061,25$/m);
    expect(dutch.out).toMatch(/^Totaal +91\.106,78$/m);
    expect(dutch.out).toContain("4 andere klanten");
    const csv = await run("portfolio", "--period", "2016", "--csv");
    expect(csv.out).toMatch(/Fittsport BV,/);
    const customer = await run("customer", "fittsport", "--period", "2016");
    expect(customer.out).toMatch(/Net revenue +54,061\.25/);
    const unknown = await run("customer", "nobody");
    expect([unknown.code, unknown.out]).toEqual([1, ""]);
  }, 60_000);

  test("the same file again changes nothing", async () => {
    const before = await run("portfolio", "--period", "2016", "--json");
    const again = await run("import", exact, "--yes");
    expect(again.code).toBe(0);
    expect(again.out).toContain("nothing changed");
    expect((await run("portfolio", "--period", "2016", "--json")).out).toBe(before.out);
    expect((await run("imports", "--json")).out.trim().split("\n")).toHaveLength(1);
  }, 60_000);

  test("export writes an archive", async () => {
    const file = join(data.path, "everything.zip");
    const { code, out } = await run("export", "--output", file);
    expect([code, out.trim()]).toEqual([0, `Written to ${file}.`]);
  }, 60_000);

  test("undo takes it back, once", async () => {
    const { body } = JSON.parse(`{"body": ${(await run("imports", "--json")).out}}`);
    expect((await run("undo", String(body.importId))).code).toBe(0);
    expect((await run("imports", "--json")).out).toBe("");
    const again = await run("undo", String(body.importId));
    expect([again.code, again.error.trim()]).toEqual([
      1,
      "koers: This import does not exist (any more).",
    ]);
  }, 60_000);
});

describe("a list whose dates could be read in two ways", () => {
  const list =
    "Factuurnummer;Factuurdatum;Klant;Bedrag excl. btw;Valuta\n1;03-04-2026;Merel BV;1000,50;EUR\n2;05-06-2026;Mees BV;500,25;EUR\n";

  test("is refused with how to answer, and read as told", async () => {
    const file = join(data.path, "facturen.csv");
    writeFileSync(file, list);
    const asked = await run("import", file, "--yes");
    expect(asked.code).toBe(1);
    expect(asked.error).toContain("--dates");
    const told = await run("import", file, "--yes", "--dates", "mdy");
    expect([told.code, told.error.trim()]).toEqual([0, ""]);
    const { out } = await run("portfolio", "--period", "2026-03", "--json");
    expect(JSON.parse(out).customers).toMatchObject([{ name: "Merel BV", revenue: "1000.50" }]);
  }, 60_000);
});

test("doctor looks at everything, and says so with its code", async () => {
  const { out } = await run("doctor", "--json");
  const findings: { what: string; good: boolean }[] = JSON.parse(out);
  expect(findings.map(({ what }) => what)).toEqual([
    "node",
    "dataFolder",
    "server",
    "database",
    "pages",
  ]);
  expect(findings.filter(({ what }) => what !== "pages").every(({ good }) => good)).toBe(true);
  const file = join(data.path, "a-file");
  writeFileSync(file, "");
  const blocked = await koers(join(file, "data"), ["doctor"]);
  expect(blocked.code).toBe(1);
  expect(blocked.out).toContain("KOERS_DATA");
  expect(blocked.out + blocked.error).not.toContain("    at ");
}, 60_000);
