import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { samples } from "./hostile/manifest.ts";
import { type Answers, type Firm, type Koers, openKoers } from "./hostile/open-koers.ts";

const at = (path: string) => ({ path: join(samples, path) });

/** Customers of the Exact sample with their revenue, as the samples' index gives them. */
const exact: Readonly<Record<string, string>> = {
  "Fittsport BV": "54061.25",
  "Belgium Bouncers": "20000.00",
  "ABC Producten & Diensten B.V.": "7547.17",
  "Villa Borghesia": "6611.57",
  "Restaurant Fyra B.V.": "1886.79",
  "deboer grafische industrie": "1000.00",
};

const invoices: Readonly<Record<string, string>> = {
  "cen-CII_example1.xml": "229.60",
  "cen-ubl-tc434-creditnote1.xml": "-100.11",
  "cen-ubl-tc434-example1.xml": "229.60",
  "logius-NLCIUS-basisfactuur-rijk.xml": "3250.00",
  "logius-PeppolBIS3-basisfactuur-rijk.xml": "3250.00",
  "logius-UBL-OHNL-basisfactuur-rijk.xml": "200.00",
  "openpeppol-base-creditnote-correction.xml": "-1325.00",
  "openpeppol-base-example.xml": "1325.00",
  "openpeppol-base-negative-inv-correction.xml": "-1325.00",
  "testset-NLCIUS-CII_ok_example.xml": "908.91",
  "testset-PB3_NL-R-001_CreditNote_error.xml": "-32.16",
  "testset-SI-UBL-1.2-ok-full.xml": "1436.50",
  "testset-SI-UBL-1.2-ok-reference.xml": "370.00",
  "testset-SI-UBL-2.0-BR-NL-10_ok_both_nl.xml": "200.00",
  "zugferd-EN16931_Einfach.cii.xml": "473.00",
  "zugferd-EN16931_Einfach.pdf": "473.00",
  "zugferd-EN16931_Einfach.ubl.xml": "473.00",
  "zugferd-EN16931_Gutschrift.cii.xml": "473.00",
  "zugferd-EN16931_Gutschrift.pdf": "473.00",
};

const american = { "Start Date": "mdy" };

/** Exports with what they hold, and the one answer that some ask. */
type Export = readonly [string, object, Readonly<Record<string, string>> | undefined];

const exports: readonly Export[] = [
  ["clockify_projects_import_test_1", { projects: 2 }, undefined],
  ["clockify_projects_import_test_2", { projects: 2 }, undefined],
  ["clockify_time_entries_import_test_1", { seconds: 3601 }, american],
  ["clockify_time_entries_import_test_5", { seconds: 3601 }, american],
  ["harvest_clients_import_test_1", { customers: 2 }, undefined],
  ["harvest_projects_import_test_1", { projects: 2 }, undefined],
  [
    "harvest_time_entries_import_test_1",
    { hours: "20.01", "Billable Amount": "2001.00" },
    undefined,
  ],
  ["toggl_time_entries_import_test_1", { seconds: 3601, "Amount (EUR)": "111.11" }, undefined],
  ["toggl_time_entries_import_test_2", { seconds: 2 }, undefined],
];

const payments: Readonly<Record<string, object>> = {
  "genkgo-camt053.v2.minimal.xml": { payments: 1, "received EUR": "8.85", "paid EUR": "0.00" },
  "genkgo-camt053.v2.multi.statement.xml": {
    payments: 2,
    "received EUR": "8.85",
    "paid EUR": "7.00",
  },
  "genkgo-camt053.v8.xml": { payments: 1, "received EUR": "8.85", "paid EUR": "0.00" },
};

let koers: Koers;
beforeAll(async () => {
  koers = await openKoers();
});
afterAll(() => koers.close());

async function portfolioOf(firm: Firm, period: string) {
  const { code, out } = await koers.type(["portfolio", "--json", "--period", period], firm);
  expect(code).toBe(0);
  const { totals, customers } = JSON.parse(out) as {
    totals: { revenue: string };
    customers: { name: string; revenue: string }[];
  };
  return {
    total: totals.revenue,
    revenues: Object.fromEntries(customers.map(({ name, revenue }) => [name, revenue])),
  };
}

/** Brings a file as the page does, in a firm of its own. */
async function bring(path: string, answers?: Answers) {
  const firm = await koers.newFirm();
  const done = await firm.bring([at(path)], answers);
  expect(done.error).toBeNull();
  expect(done.results.map(({ outcome }) => outcome)).toEqual(["imported"]);
  return { firm, report: done.files[0] };
}

describe.skipIf(!existsSync(join(samples, "xaf")))("the sample files, from file to figure", () => {
  it.each([
    ["Exact 3.2", ["banana-ExactOnline_V32_2016"]],
    ["the 4.0 variant", ["synthetic-XAF-4.0-from-exact"]],
    ["control characters", ["hard-3.2-control-char"]],
    ["raw ampersands", ["hard-3.2-raw-ampersand"]],
    ["the split pair", ["hard-3.2-split_2of2", "hard-3.2-split_1of2"]],
  ])("%s: 91,106.78 and the six customers, by the page and by the terminal", async (_, names) => {
    const files = names.map((name) => at(`xaf/${name}.xaf`));
    const page = await koers.newFirm();
    const done = await page.bring(files);
    expect(done.results.map(({ outcome }) => outcome)).toEqual(["imported"]);
    expect(done.files[0]?.reconciliation?.attributedRevenue).toBe("91106.78");
    const terminal = await koers.newFirm();
    const { code } = await koers.type(["import", "--yes", ...koers.lay(files)], terminal);
    expect(code).toBe(0);
    for (const firm of [page, terminal]) {
      const { total, revenues } = await portfolioOf(firm, "2016");
      expect(total).toBe("91106.78");
      const earning = Object.entries(revenues).filter(([, revenue]) => revenue !== "0.00");
      expect(Object.fromEntries(earning)).toEqual(exact);
    }
  });

  it("Multivers is read with a warning", async () => {
    const { firm, report } = await bring("xaf/banana-Multivers_V32_2017.xaf");
    const codes = report?.problems.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes).toContain("flag REPAIRED_ENCODING");
    expect((await portfolioOf(firm, "2017")).total).toBe("38833.61");
  });

  it("CLAIR2 gives the revenue of its one customer", async () => {
    const { firm } = await bring("xaf/synthetic-CLAIR2.xaf");
    expect((await portfolioOf(firm, "2012")).revenues).toEqual({ "Café De Hoek": "100.00" });
  });

  it("Banana says why there is no revenue per customer, and what to bring instead", async () => {
    const { report } = await bring("xaf/banana-BananaAccounting_3.2_2018.xaf");
    expect(report?.reconciliation?.advice).toBe("no-relations-on-lines");
    const [line] = await koers.inspect([at("xaf/banana-BananaAccounting_3.2_2018.xaf")]);
    const advice = line?.problems.find(({ code }) => code === "CUSTOMER_UNKNOWN")?.text;
    expect(advice).toMatch(/invoice/i);
  });

  it.each(Object.entries(invoices))("%s brings %s net of VAT", async (name, net) => {
    const { firm, report } = await bring(`einvoice/${name}`);
    expect(report?.totals["net EUR"]).toBe(net);
    const { ids, columns } = await firm.connection.call("getPortfolio", {
      from: "2000-01",
      to: "2029-12",
    });
    expect(ids).toHaveLength(1);
    expect(columns.find(({ fact }) => fact === "revenue")?.values).toEqual([net]);
  });

  it.each(exports)("%s brings what it holds", async (name, totals, conventions) => {
    const path = `exports/solidtime-${name}.csv`;
    const answers = conventions === undefined ? [] : [{ file: basename(path), conventions }];
    const { report } = await bring(path, answers);
    expect(report?.totals).toMatchObject(totals);
  });

  it.each(Object.entries(payments))("%s brings its payments", async (name, totals) => {
    const { report } = await bring(`bank/${name}`);
    expect(report?.totals).toMatchObject(totals);
  });
});
