import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listImports, undoImport } from "../../src/books/index.ts";
import { getPortfolio } from "../../src/customers/index.ts";
import { dumpRows } from "./dump-rows.ts";
import { type Office, openOffice, sample, sampleBytes, text } from "./office.ts";

const exact = "xaf/banana-ExactOnline_V32_2016.xaf";
const golden = {
  "Fittsport BV": "54061.25",
  "Belgium Bouncers": "20000.00",
  "ABC Producten & Diensten B.V.": "7547.17",
  "Villa Borghesia": "6611.57",
  "Restaurant Fyra B.V.": "1886.79",
  "deboer grafische industrie": "1000.00",
};

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.database.drop());

async function revenues(of: Office, year = 2016): Promise<Record<string, unknown>> {
  const portfolio = await getPortfolio(of.context, { from: `${year}-01`, to: `${year}-12` });
  const revenue = portfolio.columns.find((column) => column.fact === "revenue");
  return Object.fromEntries(
    portfolio.names
      .map((name, at) => [name, revenue?.values[at]] as const)
      .filter(([, value]) => value !== null && value !== "0.00"),
  );
}

async function elsewhere(): Promise<Office> {
  return openOffice(office.database);
}

describe("importing audit files", () => {
  it("gives the revenue of each customer of the Exact sample", async () => {
    const preview = await office.bring([sample(exact)]);
    expect(preview.error).toBeNull();
    expect(preview.results).toEqual([
      { file: "banana-ExactOnline_V32_2016.xaf", outcome: "imported", importId: 1, error: null },
    ]);
    expect(await revenues(office)).toEqual(golden);
    expect(preview.files[0]?.reconciliation?.attributedRevenue).toBe("91106.78");
  });

  it.each([
    ["the 4.0 variant", ["xaf/synthetic-XAF-4.0-from-exact.xaf"]],
    ["a file with a control character", ["xaf/hard-3.2-control-char.xaf"]],
    ["a file with a raw ampersand", ["xaf/hard-3.2-raw-ampersand.xaf"]],
    ["the split pair", ["xaf/hard-3.2-split_2of2.xaf", "xaf/hard-3.2-split_1of2.xaf"]],
  ])("gives the same for %s", async (_, paths) => {
    const other = await elsewhere();
    const preview = await other.bring(paths.map((path) => sample(path)));
    expect(preview.results.map((result) => result.outcome)).toEqual(["imported"]);
    expect(await revenues(other)).toEqual(golden);
  });

  it("reads Multivers, whose encoding is declared wrongly, with a warning", async () => {
    const other = await elsewhere();
    const preview = await other.bring([sample("xaf/banana-Multivers_V32_2017.xaf")]);
    expect(preview.files[0]?.problems.map((problem) => problem.code)).toContain(
      "REPAIRED_ENCODING",
    );
    expect(preview.files[0]?.reconciliation).toMatchObject({
      ledgerRevenue: "38833.61",
      attributedRevenue: "38833.61",
      unattributed: [],
    });
    const amounts = Object.values(await revenues(other, 2017)).map(Number);
    expect(amounts.reduce((sum, amount) => sum + amount * 100, 0)).toBeCloseTo(3883361, 0);
    expect(amounts).toHaveLength(11);
  });

  it("says why Banana gives no revenue per customer", async () => {
    const other = await elsewhere();
    const preview = await other.bring([sample("xaf/banana-BananaAccounting_3.2_2018.xaf")]);
    expect(preview.files[0]?.reconciliation).toMatchObject({
      attributedRevenue: "0.00",
      advice: "no-relations-on-lines",
    });
    expect(preview.results[0]?.outcome).toBe("imported");
  });

  it("reads CLAIR2", async () => {
    const other = await elsewhere();
    await other.bring([sample("xaf/synthetic-CLAIR2.xaf")]);
    expect(await revenues(other, 2012)).toEqual({ "Café De Hoek": "100.00" });
  });
});

describe("the same file again", () => {
  it("changes nothing", async () => {
    const before = await dumpRows(office);
    const preview = await office.bring([sample(exact)]);
    expect(preview.files[0]?.changes?.alreadyImported).toBe(1);
    expect(preview.results).toMatchObject([{ outcome: "already-imported", importId: 1 }]);
    expect(await dumpRows(office)).toEqual(before);
  });

  it("is one import when it comes twice at once", async () => {
    const other = await elsewhere();
    const previews = await Promise.all([
      other.bring([sample(exact)]),
      other.bring([sample(exact, "copy.xaf")]),
    ]);
    const outcomes = previews.flatMap((preview) => preview.results.map((one) => one.outcome));
    expect(outcomes.toSorted()).toEqual(["already-imported", "imported"]);
    expect(await revenues(other)).toEqual(golden);
  });
});

describe("undoing an import", () => {
  it("leaves the database as it was before", async () => {
    const other = await elsewhere();
    const empty = await dumpRows(other);
    await other.bring([sample(exact)]);
    const { deleted } = await undoImport(other.context, { importId: 1 });
    expect(deleted).toMatchObject({
      ledger_line: expect.any(Number),
      customer: expect.any(Number),
    });
    expect(await dumpRows(other)).toEqual(empty);
  });

  it("leaves what other files brought", async () => {
    const before = await dumpRows(office);
    await office.bring([sample("xaf/banana-Multivers_V32_2017.xaf")]);
    await undoImport(office.context, { importId: 2 });
    expect(await dumpRows(office)).toEqual(before);
  });

  it("refuses an import that is not there", async () => {
    await expect(undoImport(office.context, { importId: 999 })).rejects.toMatchObject({
      code: "import-not-found",
    });
  });
});

describe("a newer file of the same books and year", () => {
  const newer = () => {
    const bytes = new TextDecoder().decode(sampleBytes(exact));
    return text(
      "newer.xaf",
      bytes
        .replace("<dateCreated>2017-04-20<", "<dateCreated>2017-05-01<")
        .replace("<custSupName>Fittsport BV<", "<custSupName>Fittsport Nederland BV<"),
    );
  };

  it("takes the place of the older, and gives it back when undone", async () => {
    const other = await elsewhere();
    await other.bring([sample(exact)]);
    const before = await dumpRows(other);
    const preview = await other.bring([newer()]);
    expect(preview.files[0]?.changes).toMatchObject({ replaces: 1, newCustomers: 0 });
    expect(preview.results[0]?.outcome).toBe("imported");
    const { imports } = await listImports(other.context);
    expect(imports.map((one) => one.status)).toEqual(["active", "superseded"]);
    const { "Fittsport BV": fittsport, ...rest } = golden;
    expect(await revenues(other)).toEqual({ ...rest, "Fittsport Nederland BV": fittsport });
    await undoImport(other.context, { importId: 2 });
    expect(await dumpRows(other)).toEqual(before);
  });

  it("stays in place when the older is undone", async () => {
    const other = await elsewhere();
    await other.bring([sample(exact)]);
    await other.bring([newer()]);
    await undoImport(other.context, { importId: 1 });
    const { imports } = await listImports(other.context);
    expect(imports.map((one) => [one.importId, one.status])).toEqual([[2, "active"]]);
    const { "Fittsport BV": fittsport, ...rest } = golden;
    expect(await revenues(other)).toEqual({ ...rest, "Fittsport Nederland BV": fittsport });
  });

  it("is known across versions of the format, whatever numbers they give", async () => {
    const other = await elsewhere();
    await other.bring([sample(exact)]);
    const preview = await other.bring([sample("xaf/synthetic-XAF-4.0-from-exact.xaf")]);
    expect(preview.files[0]?.changes).toMatchObject({ replaces: 1, newCustomers: 0 });
    expect(await revenues(other)).toEqual(golden);
  });

  it("is flagged when it is older than what is there", async () => {
    const other = await elsewhere();
    await other.bring([newer()]);
    const preview = await other.preview([sample(exact)]);
    expect(preview.files[0]?.problems).toContainEqual(
      expect.objectContaining({ code: "OLDER_THAN_PRESENT", severity: "flag" }),
    );
  });
});
