import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getPortfolio } from "../../src/customers/index.ts";
import { type Office, openOffice, sample } from "./office.ts";

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

async function revenues(of: Office): Promise<Record<string, unknown>> {
  const portfolio = await getPortfolio(of.context, { from: "2016-01", to: "2016-12" });
  const revenue = portfolio.columns.find((column) => column.fact === "revenue");
  return Object.fromEntries(
    portfolio.names
      .map((name, at) => [name, revenue?.values[at]] as const)
      .filter(([, value]) => value !== null && value !== "0.00"),
  );
}

describe("importing audit files", () => {
  it("gives the revenue of each customer of the Exact sample", async () => {
    const preview = await office.bring([sample(exact)]);
    expect(preview.error).toBeNull();
    expect(preview.results).toEqual([
      { file: "banana-ExactOnline_V32_2016.xaf", outcome: "imported", importId: 1, error: null },
    ]);
    expect(await revenues(office)).toEqual(golden);
  });
});
