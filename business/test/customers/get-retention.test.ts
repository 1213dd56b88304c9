import { operations } from "@koers/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getRetention } from "../../src/customers/index.ts";
import { type SeededFirm, seededFirm } from "./seeded-firm.ts";

let firm: SeededFirm;
beforeEach(async () => {
  firm = await seededFirm();
});
afterEach(() => firm.database.drop());

/** Revenue per year of customers, as an audit file for each year. */
async function years(
  customers: Readonly<Record<string, readonly [before: bigint, now: bigint, channel?: string]>>,
) {
  const books = await firm.system("bookkeeping", "EUR");
  const known = await Promise.all(
    Object.entries(customers).map(async ([name, [before, now, channel]]) => {
      const traits = channel === undefined ? {} : { Herkomst: channel };
      const customer = await firm.customer(name, { traits: JSON.stringify(traits) });
      return { before, now, relation: await firm.relation(books, name, customer) };
    }),
  );
  for (const [year, which] of [
    ["2024", "before"],
    ["2025", "now"],
  ] as const) {
    const file = await firm.file(books, "books", `${year}-01-01`, `${year}-12-31`);
    await firm.accounts(file, { "8000": "revenue" });
    await firm.ledger(
      file,
      known
        .filter((one) => one[which] !== 0n)
        .map((one) => [`${year}-06-01`, "8000", -one[which], one.relation] as const),
    );
  }
  await firm.refresh("all");
}

test("earned growth as in the glossary: 85 % kept and 25 % earned is 10 %", async () => {
  await years({
    stays: [60_00n, 60_00n],
    shrinks: [30_00n, 25_00n],
    leaves: [10_00n, 0n],
    comes: [0n, 25_00n, "Aanbeveling van klant"],
    found: [0n, 20_00n, "Google"],
  });
  const answer = await getRetention(firm.context, {});
  expect(operations.getRetention.output.parse(answer)).toEqual(answer);
  expect(answer.retention).toMatchObject({
    openingRevenue: "100.00",
    retained: "85.00",
    contraction: "5.00",
    lost: "10.00",
    expansion: "0.00",
    newRevenue: "45.00",
    grossRetention: 0.85,
    netRetention: 0.85,
    earnedNewShare: 0.25,
    openingCustomers: 3,
    lostCustomers: 1,
    newCustomers: 2,
    logoChurnInterval: null,
    lostAfterMonths: 12,
  });
  expect(answer.retention?.earnedGrowth).toBeCloseTo(0.1, 12);
  expect(answer.cohorts).toEqual([
    {
      year: 2024,
      customers: 3,
      years: [
        { year: 2024, active: 3, revenue: "100.00" },
        { year: 2025, active: 2, revenue: "85.00" },
      ],
    },
    { year: 2025, customers: 2, years: [{ year: 2025, active: 2, revenue: "45.00" }] },
  ]);
});

test("without any referral channel the earned part is unknown, not zero", async () => {
  await years({ stays: [60_00n, 80_00n], comes: [0n, 25_00n] });
  const { retention } = await getRetention(firm.context, {});
  expect(retention).toMatchObject({ expansion: "20.00", earnedNewShare: null, earnedGrowth: null });
});

test("without books of the year before nothing is said of retention", async () => {
  await years({ stays: [60_00n, 80_00n] });
  expect(
    (await getRetention(firm.context, { from: "2024-01", to: "2024-12" })).retention,
  ).toBeNull();
});
