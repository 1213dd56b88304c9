import {
  accepted,
  type BookRecord,
  type InvoiceRecord,
  readCamt053,
  readInvoice,
  readInvoiceArchive,
  readTable,
  readXaf,
  sourceFromBytes,
} from "@koers/formats";
import { describe, expect, test } from "vitest";
import { firstDay } from "../src/calendar.ts";
import { exampleBooks } from "../src/example-books.ts";
import { exampleFiles } from "../src/example-files.ts";
import { exampleFirm } from "../src/example-firm.ts";

const firm = exampleFirm();
const files = exampleFiles(firm);

type Read = typeof readXaf;

async function records(name: string, read: Read): Promise<BookRecord[]> {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  const found: BookRecord[] = [];
  const result = await read(sourceFromBytes(name, file.bytes), {
    emit: (more) => void found.push(...more),
    today: "2026-11-21",
  });
  expect(accepted(result.problems), `${name}: ${JSON.stringify(result.problems[0])}`).toBe(true);
  expect(result.problems, name).toEqual([]);
  return found;
}

function ofKind<Kind extends BookRecord["kind"]>(found: readonly BookRecord[], kind: Kind) {
  return found.filter(
    (record): record is Extract<BookRecord, { kind: Kind }> => record.kind === kind,
  );
}

function named(pattern: RegExp): string {
  const file = files.find(({ name }) => pattern.test(name));
  if (file === undefined) throw new Error(`no file like ${pattern.source}`);
  return file.name;
}

describe("our readers over the example firm", () => {
  test("find the revenue of every customer in the audit files, to the cent", async () => {
    for (const year of [2022, 2023, 2024, 2025]) {
      const revenue = new Map<string, bigint>();
      const found = await records(`auditfile-${year}.xaf`, readXaf);
      for (const { journal, lines } of ofKind(found, "transaction")) {
        if (journal !== "VRK") continue;
        const relation = lines.find((line) => line.account === "1300")?.relation ?? "";
        for (const { account, amount } of lines) {
          if (account < "8000") continue;
          revenue.set(relation, (revenue.get(relation) ?? 0n) - amount);
        }
      }
      const books = exampleBooks(firm, { from: `${year}-01`, to: `${year}-12` });
      const expected = books.customers.filter(
        (customer) => customer.invoices + customer.creditNotes > 0,
      );
      expect([...revenue.keys()].sort()).toEqual(expected.map(({ id }) => id).sort());
      for (const customer of expected) {
        expect(revenue.get(customer.id), customer.name).toBe(customer.revenue);
      }
    }
  });

  test("find the purchases of every project and the personnel cost", async () => {
    const found = await records("auditfile-2025.xaf", readXaf);
    const books = exampleBooks(firm, { from: "2025-01", to: "2025-12" });
    const lines = ofKind(found, "transaction").flatMap((transaction) => transaction.lines);
    const total = (from: string, to: string) =>
      lines
        .filter(({ account }) => account >= from && account < to)
        .reduce((sum, { amount }) => sum + amount, 0n);
    expect(total("7000", "8000")).toBe(books.directPurchases);
    expect(total("4000", "4100")).toBe(books.personnelCost);
    const withProject = lines.filter(({ account }) => account >= "7000" && account < "8000");
    const billed = new Set(
      lines.filter(({ account }) => account >= "8000").map((line) => line.project),
    );
    expect(withProject.every(({ project }) => project !== undefined)).toBe(true);
    expect(withProject.filter(({ project }) => !billed.has(project))).toEqual([]);
  });

  test("find every hour of the year", async () => {
    const hours = ofKind(await records("uren-2025.csv", readTable), "hour");
    const books = exampleBooks(firm, { from: "2025-01", to: "2025-12" });
    expect(hours.reduce((total, { seconds }) => total + seconds, 0)).toBe(books.seconds);
    const billable = hours.filter((hour) => hour.billable);
    const listValue = billable.reduce(
      (total, { billRate, seconds }) => total + ((billRate ?? 0n) * BigInt(seconds)) / 3600n,
      0n,
    );
    expect(listValue).toBe(
      books.customers.reduce((total, customer) => total + customer.listValue, 0n),
    );
  });

  test("find the customers with what was known before the sale, contacts and projects", async () => {
    const relations = ofKind(await records("klanten.xlsx", readTable), "relation");
    expect(relations).toHaveLength(92);
    const ideal = relations.filter(
      ({ traits }) => traits?.["Branche"] === "Industrie" && traits["Herkomst"] === "Aanbeveling",
    );
    expect(ideal).toHaveLength(16);
    expect(relations.filter(({ kvk }) => kvk !== undefined).length).toBeGreaterThan(40);
    const contacts = ofKind(await records("contactpersonen.xlsx", readTable), "contact");
    expect(contacts).toHaveLength(firm.customers.flatMap((customer) => customer.contacts).length);
    expect(ofKind(await records("projecten.csv", readTable), "project")).toHaveLength(
      firm.projects.length,
    );
  });

  test("find the same revenue in the invoices of the last quarter as in the ledger", async () => {
    const found = await records(named(/\.zip$/), readInvoiceArchive);
    const invoices = ofKind(found, "invoice");
    const books = exampleBooks(firm, { from: "2026-08", to: "2026-10" });
    expect(invoices.reduce((total, { net }) => total + (net ?? 0n), 0n)).toBe(books.revenue);
    for (const customer of books.customers) {
      const own = invoices.filter(({ buyer }) => buyer.externalId === customer.id);
      expect(
        own.reduce((total, { net }) => total + (net ?? 0n), 0n),
        customer.name,
      ).toBe(customer.revenue);
    }
    expect(invoices.filter(({ type }) => type === "credit-note").every(correctsOne)).toBe(true);
  });

  test("read the single invoices", async () => {
    const singles = files.filter(({ name }) => /^(factuur|creditnota)-/.test(name));
    expect(singles).toHaveLength(4);
    for (const { name } of singles) {
      expect(ofKind(await records(name, readInvoice), "invoice")).toHaveLength(1);
    }
  });

  test("find every receipt of the last year on the bank, with the invoice in its text", async () => {
    const payments = ofKind(await records(named(/^bank-/), readCamt053), "payment");
    const received = payments.filter(({ remittance }) => remittance?.startsWith("Factuur "));
    const books = exampleBooks(firm, { from: "2025-11", to: "2026-10" });
    const paid = books.customers.flatMap((customer) => customer.paid);
    const text = received.map(({ remittance }) => remittance).join(" ");
    for (const { number } of paid) expect(text).toContain(number);
    const from = firstDay(firm.endMonth - 11);
    const expected = firm.receipts.filter(({ day }) => day >= from);
    expect(received.map(({ amount }) => amount)).toEqual(expected.map(({ amount }) => amount));
  });
});

function correctsOne({ precedingInvoices }: InvoiceRecord): boolean {
  return precedingInvoices?.length === 1;
}
