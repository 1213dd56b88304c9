import type { SeededFirm } from "./seeded-firm.ts";

/** A small office with a whole year of books and hours; figures that can be followed by hand. */
export async function office(firm: SeededFirm) {
  const books = await firm.system("bookkeeping", "EUR");
  const time = await firm.system("time-tracking");
  const anna = await firm.customer("Anna BV", { city: "Assen" });
  const bert = await firm.customer("Bert NV");
  const annaInBooks = await firm.relation(books, "Anna BV", anna, { city: "Assen" });
  const bertInBooks = await firm.relation(books, "Bert NV", bert);
  const supplier = await firm.relation(books, "Drukkerij", null);
  const annaInTime = await firm.relation(time, "Anna", anna);
  const bertInTime = await firm.relation(time, "Bert", bert);
  const ledger = await firm.file(books, "books", "2025-01-01", "2025-12-31");
  await firm.accounts(ledger, {
    "8000": "revenue",
    "7000": "direct-purchases",
    "4000": "personnel",
    "4500": "overhead",
    "4600": "marketing",
    "9000": "financial",
  });
  await firm.ledger(ledger, [
    ["2025-01-15", "8000", -100_000_00n, annaInBooks, { project: "P1", invoice_reference: "1" }],
    ["2025-06-15", "8000", -40_000_00n, bertInBooks, { project: "P2", invoice_reference: "2" }],
    ["2025-07-15", "8000", 5_000_00n, bertInBooks, { invoice_reference: "3" }],
    ["2025-08-15", "8000", -1_234_56n, null],
    ["2025-02-10", "7000", 8_000_00n, supplier, { project: " p1 " }],
    ["2025-02-11", "7000", 700_00n, supplier],
    ["2025-03-31", "4000", 60_000_01n],
    ["2025-03-31", "4500", 12_000_00n],
    ["2025-03-31", "4600", 3_000_00n],
    ["2025-03-31", "9000", 999_00n],
  ]);
  for (const [key, kind] of [
    ["werk", "delivery"],
    ["sales", "selling"],
    ["herstel", "rework"],
    ["intern", "internal"],
    ["vrij", "absence"],
  ] as const) {
    await firm.activity(key, kind);
  }
  const eva = await firm.person("Eva");
  const hours = await firm.file(time, "hours", "2025-01-01", "2025-12-31");
  const hour = 3600;
  await firm.hours(hours, [
    ["2025-01-10", eva, "werk", 500 * hour, annaInTime, { bill_amount: 50_000_00n }],
    ["2025-02-10", eva, "werk", 300 * hour, bertInTime, { bill_amount: 30_000_00n }],
    ["2025-02-10", eva, "sales", 33 * hour, bertInTime],
    ["2025-02-10", eva, "herstel", 67 * hour, bertInTime],
    ["2025-03-10", eva, "intern", 100 * hour, null],
    ["2025-12-10", eva, "vrij", 200 * hour, null],
  ]);
  await firm.refresh([anna, bert]);
  return {
    anna,
    bert,
    books,
    time,
    eva,
    ledger,
    hours,
    relations: { annaInBooks, bertInBooks, annaInTime, bertInTime },
  };
}
