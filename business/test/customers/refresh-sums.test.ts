import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getPortfolio, getUnattributedLines } from "../../src/customers/index.ts";
import { factsOf } from "./facts-of.ts";
import { office } from "./office.ts";
import { type SeededFirm, seededFirm } from "./seeded-firm.ts";

let firm: SeededFirm;
beforeEach(async () => {
  firm = await seededFirm();
});
afterEach(() => firm.database.drop());

const sumTables = [
  "customer_month",
  "customer_span",
  "customer_hour_month",
  "internal_hour_month",
  "project_customer",
  "customer_payment_month",
  "customer_open_invoice",
  "summed_import",
] as const;

/** Everything that the sums hold, in an order of its own. */
async function sums(): Promise<string> {
  const tables = await Promise.all(
    sumTables.map(async (table) => {
      const rows = (await firm.rows(table)).map((row) =>
        JSON.stringify(row, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
      );
      rows.sort((a, b) => (a < b ? -1 : 1));
      return [table, rows];
    }),
  );
  return JSON.stringify(tables, null, 1);
}

const revenueOf = async (customer: string) =>
  (await firm.rows("customer_month"))
    .filter((row) => row.customer_id === customer)
    .reduce((sum, row) => sum + (row.revenue as unknown as bigint), 0n);

test("an invoice counts once: from the ledger where an audit file covers its day", async () => {
  const { anna, books } = await office(firm);
  const peppol = await firm.system("e-invoicing");
  const relation = await firm.relation(peppol, "Anna BV", anna);
  const invoices = await firm.file(peppol, "invoices", "2025-01-15", "2026-02-01");
  await firm.invoice(invoices, relation, "1", "2025-01-15", 100_000_00n);
  await firm.invoice(invoices, relation, "50", "2026-02-01", 7_000_00n);
  await firm.refresh([anna]);
  expect(await revenueOf(anna)).toBe(107_000_00n);

  const next = await firm.file(books, "books", "2026-01-01", "2026-03-31");
  await firm.accounts(next, { "8000": "revenue" });
  const ledgerRelation = await firm.relation(books, "Anna again", anna);
  await firm.ledger(next, [["2026-02-01", "8000", -7_100_00n, ledgerRelation]]);
  await firm.refresh([anna]);
  expect(await revenueOf(anna)).toBe(107_100_00n);
  await firm.undo(next);
  await firm.refresh([anna]);
  expect(await revenueOf(anna)).toBe(107_000_00n);
});

test("an audit file takes the place of invoices of customers that it does not name, and gives it back", async () => {
  const list = await firm.system("list");
  const carla = await firm.customer("Carla");
  const relation = await firm.relation(list, "Carla", carla);
  const invoices = await firm.file(list, "invoices", "2025-05-01", "2025-05-31");
  await firm.invoice(invoices, relation, "A", "2025-05-10", 500_00n);
  await firm.refresh([carla]);
  expect(await revenueOf(carla)).toBe(500_00n);
  const before = await sums();
  const { anna, bert, ledger, hours } = await office(firm);
  expect(await revenueOf(carla)).toBe(0n);
  await firm.undo(ledger);
  await firm.undo(hours);
  await firm.refresh([anna, bert]);
  expect(await revenueOf(carla)).toBe(500_00n);
  expect(await sums()).toBe(before);
});

test("an e-invoice goes before a list, and a newer list before an older one", async () => {
  const list = await firm.system("list");
  const peppol = await firm.system("e-invoicing");
  const carla = await firm.customer("Carla");
  const inList = await firm.relation(list, "Carla", carla);
  const inPeppol = await firm.relation(peppol, "Carla", carla);
  const older = await firm.file(list, "invoices", "2025-05-01", "2025-05-31");
  const newer = await firm.file(list, "invoices", "2025-05-01", "2025-06-30");
  await firm.invoice(older, inList, "A", "2025-05-10", 500_00n);
  await firm.invoice(older, inList, "B", "2025-05-11", 60_00n);
  await firm.invoice(newer, inList, "A", "2025-05-10", 510_00n);
  await firm.refresh([carla]);
  expect(await revenueOf(carla)).toBe(570_00n);
  const sent = await firm.file(peppol, "invoices", "2025-05-10", "2025-05-10");
  await firm.invoice(sent, inPeppol, "A", "2025-05-10", 505_00n);
  await firm.invoice(sent, inPeppol, "A", "2025-05-10", 505_00n);
  await firm.refresh([carla]);
  expect(await revenueOf(carla)).toBe(565_00n);
});

test("an audit file that names no customers leaves them to the invoices, and the rest unattributed", async () => {
  const books = await firm.system("bookkeeping", "EUR");
  const list = await firm.system("list");
  const carla = await firm.customer("Carla");
  const relation = await firm.relation(list, "Carla", carla);
  const ledger = await firm.file(books, "books", "2025-01-01", "2025-12-31");
  await firm.accounts(ledger, { "8000": "revenue" });
  await firm.ledger(ledger, [["2025-05-10", "8000", -900_00n, null]]);
  const invoices = await firm.file(list, "invoices", "2025-05-01", "2025-05-31");
  await firm.invoice(invoices, relation, "A", "2025-05-10", 500_00n);
  await firm.refresh([carla]);
  const portfolio = await getPortfolio(firm.context, {});
  expect(portfolio.totals).toMatchObject({
    revenue: "900.00",
    attributedRevenue: "500.00",
    unattributedRevenue: "400.00",
  });
  const lines = await getUnattributedLines(firm.context, {});
  expect(lines).toMatchObject({ total: 2, sum: "400.00" });
});

test("a superseded audit file no longer counts, and counts again when the newer is undone", async () => {
  const { anna, bert, books, ledger, relations } = await office(firm);
  const before = await sums();
  const supersede = (status: "active" | "superseded") =>
    firm.database.withOrganization(firm.context.organizationId, (tx) =>
      tx
        .updateTable("import")
        .set({ status })
        .where("organization_id", "=", firm.context.organizationId)
        .where("import_id", "=", ledger)
        .execute(),
    );
  await supersede("superseded");
  const newer = await firm.file(books, "books", "2025-01-01", "2025-12-31");
  await firm.accounts(newer, { "8000": "revenue" });
  await firm.ledger(newer, [["2025-02-03", "8000", -1_00n, relations.annaInBooks]]);
  await firm.refresh([anna, bert]);
  expect([await revenueOf(anna), await revenueOf(bert)]).toEqual([1_00n, 0n]);
  await firm.undo(newer);
  await supersede("active");
  await firm.refresh([anna, bert]);
  expect(await sums()).toBe(before);
});

test("equal hours of overlapping exports count once, equal entries of one export each", async () => {
  const { anna, time, eva, relations } = await office(firm);
  const entries = [
    ["2026-01-05", eva, "werk", 3600, relations.annaInTime],
    ["2026-01-05", eva, "werk", 3600, relations.annaInTime],
    ["2026-01-06", eva, "intern", 1800, null],
  ] as const;
  const first = await firm.file(time, "hours", "2026-01-01", "2026-01-31");
  await firm.hours(first, entries);
  await firm.refresh([anna]);
  const once = await sums();
  const second = await firm.file(time, "hours", "2026-01-01", "2026-02-28");
  await firm.hours(second, [...entries, ["2026-02-02", eva, "werk", 60, relations.annaInTime]]);
  await firm.refresh([anna]);
  const seconds = (await firm.rows("customer_hour_month"))
    .filter((row) => row.month >= "2026-01-01")
    .map((row) => [row.month, row.seconds]);
  expect(seconds).toEqual(
    expect.arrayContaining([
      ["2026-01-01", 7200n],
      ["2026-02-01", 60n],
    ]),
  );
  expect(seconds).toHaveLength(2);
  const internal = (await firm.rows("internal_hour_month")).filter(
    (row) => row.month >= "2026-01-01",
  );
  expect(internal.map((row) => row.seconds)).toEqual([1800n]);
  await firm.undo(second);
  await firm.refresh([anna]);
  expect(await sums()).toBe(once);
});

test("purchases go to the customer of the project only while it is one customer's", async () => {
  const { anna, bert, relations } = await office(firm);
  expect(factsOf(await getPortfolio(firm.context, {}), anna).directPurchases).toBe("8000.00");
  const list = await firm.system("list");
  const projects = await firm.file(list, "projects", null, null);
  await firm.insert("project", [
    {
      import_id: projects,
      sequence: 1,
      line: 2,
      code: "P1",
      name: "Brug",
      relation_id: relations.bertInBooks,
    },
  ]);
  await firm.refresh([bert]);
  const portfolio = await getPortfolio(firm.context, {});
  expect(factsOf(portfolio, anna).directPurchases).toBe("0.00");
  expect(portfolio.totals.unattributedPurchases).toBe("8700.00");
  await firm.undo(projects);
  await firm.refresh([bert]);
  expect(factsOf(await getPortfolio(firm.context, {}), anna).directPurchases).toBe("8000.00");
});

test("another role of a ledger account changes every sum", async () => {
  const { anna, bert, books } = await office(firm);
  await firm.insert("ledger_account_role", [
    { source_system_id: books, code: "7000", role: "overhead", decided_at: new Date(0) },
  ]);
  await firm.refresh("all");
  const portfolio = await getPortfolio(firm.context, {});
  expect(portfolio.totals).toMatchObject({ directPurchases: "0.00", operatingProfit: "52534.55" });
  expect(factsOf(portfolio, anna).contributionMargin).toBe("69999.99");
  expect(factsOf(portfolio, bert).contributionMargin).toBe("17000.00");
});

test("bank payments settle invoices on days that no audit file tells payments of", async () => {
  const list = await firm.system("list");
  const bank = await firm.system("bank");
  const carla = await firm.customer("Carla");
  const relation = await firm.relation(list, "Carla", carla);
  const invoices = await firm.file(list, "invoices", "2026-01-01", "2026-02-28");
  await firm.invoice(invoices, relation, "A", "2026-01-10", 100_00n, { due_date: "2026-02-09" });
  await firm.invoice(invoices, relation, "B", "2026-02-10", 200_00n, { due_date: "2026-03-12" });
  await firm.refresh([carla]);
  const period = { from: "2026-01", to: "2026-03" };
  const nothing = await getPortfolio(firm.context, period);
  expect(factsOf(nothing, carla)).toMatchObject({ openInvoices: null, daysOutstanding: null });
  const statement = await firm.file(bank, "payments", "2026-01-01", "2026-03-31");
  await firm.receivable(statement, relation, "A", "payment", "2026-02-19", -121_00n);
  await firm.refresh([carla]);
  expect(factsOf(await getPortfolio(firm.context, period), carla)).toMatchObject({
    daysOutstanding: "40.0",
    openInvoices: "242.00",
    overdue: "242.00",
  });
});

test("an invoice of a day whose payments nothing tells is not called open", async () => {
  const list = await firm.system("list");
  const bank = await firm.system("bank");
  const carla = await firm.customer("Carla");
  const relation = await firm.relation(list, "Carla", carla);
  const invoices = await firm.file(list, "invoices", "2025-12-01", "2026-02-28");
  await firm.invoice(invoices, relation, "A", "2025-12-10", 100_00n);
  await firm.invoice(invoices, relation, "B", "2026-01-10", 200_00n);
  await firm.file(bank, "payments", "2026-01-01", "2026-03-31");
  await firm.refresh([carla]);
  expect(await firm.rows("customer_open_invoice")).toMatchObject([
    { reference: "b", amount: 242_00n },
  ]);
});

test("the newest list of open items says what is open, also of customers that it no longer names", async () => {
  const list = await firm.system("list");
  const carla = await firm.customer("Carla");
  const dirk = await firm.customer("Dirk");
  const relations = [
    await firm.relation(list, "Carla", carla),
    await firm.relation(list, "Dirk", dirk),
  ] as const;
  const older = await firm.file(list, "open-items", "2026-01-31", "2026-01-31");
  await firm.receivable(older, relations[0], "A", "open", "2026-01-10", 50_00n);
  await firm.receivable(older, relations[1], "B", "open", "2026-01-10", 70_00n);
  await firm.refresh([carla, dirk]);
  const newer = await firm.file(list, "open-items", "2026-02-28", "2026-02-28");
  await firm.receivable(newer, relations[0], "A", "open", "2026-01-10", 20_00n);
  await firm.refresh([carla]);
  const open = async () =>
    (await firm.rows("customer_open_invoice"))
      .map((row) => [row.reference, row.amount] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
  expect(await open()).toEqual([["a", 20_00n]]);
  await firm.undo(newer);
  await firm.refresh([carla]);
  expect(await open()).toEqual([
    ["a", 50_00n],
    ["b", 70_00n],
  ]);
});

test("step by step or all at once, in whatever order, gives the same sums", async () => {
  const peppol = await firm.system("e-invoicing");
  const seeded = await office(firm);
  const carla = await firm.customer("Carla");
  const relation = await firm.relation(peppol, "Carla", carla);
  const act = fc.oneof(
    fc.record({
      kind: fc.constant("invoice" as const),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.constantFrom(2025, 2026),
      number: fc.constantFrom("1", "A", "B"),
      net: fc.bigInt({ min: -5_000n, max: 5_000n }),
      whose: fc.constantFrom("carla", "anna"),
    }),
    fc.record({ kind: fc.constant("books" as const), year: fc.constantFrom(2024, 2026) }),
    fc.record({
      kind: fc.constant("hours" as const),
      month: fc.integer({ min: 1, max: 12 }),
      seconds: fc.integer({ min: 1, max: 9000 }),
    }),
    fc.record({ kind: fc.constant("undo" as const), which: fc.nat() }),
  );
  const annaInPeppol = await firm.relation(peppol, "Anna", seeded.anna);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
      const files: number[] = [];
      const pad = (value: number) => String(value).padStart(2, "0");
      for (const one of acts) {
        if (one.kind === "invoice") {
          const date = `${one.year}-${pad(one.month)}-${pad(one.day)}`;
          const file = await firm.file(peppol, "invoices", date, date);
          const whose = one.whose === "carla" ? relation : annaInPeppol;
          await firm.invoice(file, whose, one.number, date, one.net);
          files.push(file);
          await firm.refresh([one.whose === "carla" ? carla : seeded.anna]);
        } else if (one.kind === "books") {
          const file = await firm.file(
            seeded.books,
            "books",
            `${one.year}-01-01`,
            `${one.year}-12-31`,
          );
          await firm.accounts(file, { "8000": "revenue", "7000": "direct-purchases" });
          await firm.ledger(file, [
            [`${one.year}-03-01`, "8000", -1234n, seeded.relations.bertInBooks, { project: "P9" }],
            [`${one.year}-03-02`, "7000", 99n, null, { project: "P1" }],
            [`${one.year}-03-02`, "7000", 55n, null, { project: "P9" }],
          ]);
          files.push(file);
          await firm.refresh([seeded.bert]);
        } else if (one.kind === "hours") {
          const month = `2026-${pad(one.month)}`;
          const file = await firm.file(seeded.time, "hours", `${month}-01`, `${month}-28`);
          await firm.hours(file, [
            [`${month}-05`, seeded.eva, "werk", one.seconds, seeded.relations.annaInTime],
            [`${month}-05`, seeded.eva, "intern", one.seconds, null],
          ]);
          files.push(file);
          await firm.refresh([seeded.anna]);
        } else if (files.length > 0) {
          const [file] = files.splice(one.which % files.length, 1);
          await firm.undo(file as number);
          await firm.refresh([seeded.anna, seeded.bert, carla]);
        }
      }
      const stepwise = await sums();
      await firm.refresh("all");
      expect(await sums()).toBe(stepwise);
      for (const file of files) await firm.undo(file);
      await firm.refresh([seeded.anna, seeded.bert, carla]);
    }),
    { numRuns: 8 },
  );
}, 120_000);
