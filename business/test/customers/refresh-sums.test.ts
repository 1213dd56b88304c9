import { afterAll, beforeAll, expect, test } from "vitest";
import { type SeededFirm, seededFirm } from "./seeded-firm.ts";

let firm: SeededFirm;
beforeAll(async () => {
  firm = await seededFirm();
});
afterAll(() => firm.database.drop());

test("sums revenue", async () => {
  const books = await firm.system("bookkeeping");
  const acme = await firm.customer("Acme");
  const relation = await firm.relation(books, "Acme", acme);
  const file = await firm.file(books, "books", "2025-01-01", "2025-12-31");
  await firm.accounts(file, { "8000": "revenue", "4000": "personnel" });
  await firm.ledger(file, [
    ["2025-02-03", "8000", -10_000n, relation],
    ["2025-02-04", "8000", 2_500n, relation],
    ["2025-03-04", "8000", -500n, null],
  ]);
  await firm.refresh([acme]);
  expect(await firm.rows("customer_month")).toMatchObject([
    { month: "2025-02-01", revenue: 7_500n, credited: -2_500n, invoices: 2, outside_ledger: 0n },
  ]);
});
