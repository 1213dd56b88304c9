import { describe, expect, test } from "vitest";
import { balanceBefore, openItemsBefore } from "../src/balance.ts";
import { firstDay, lastDay, monthOf } from "../src/calendar.ts";
import { exampleFirm } from "../src/example-firm.ts";
import { ledgerAccounts } from "../src/ledger-account.ts";
import { sum } from "../src/money.ts";

const firm = exampleFirm();

describe("the ledger of the example firm", () => {
  test("balances in every transaction, to the cent", () => {
    const unbalanced = firm.transactions.filter(
      ({ lines }) => sum(lines.map((line) => line.amount)) !== 0n,
    );
    expect(unbalanced).toEqual([]);
    expect(firm.transactions.length).toBeGreaterThan(5_000);
  });

  test("uses only accounts of its chart, each used at least once", () => {
    const used = new Set(
      firm.transactions.flatMap(({ lines }) => lines.map((line) => line.account)),
    );
    for (const { code } of ledgerAccounts) if (code !== "0500") expect(used, code).toContain(code);
    const known = new Set(ledgerAccounts.map(({ code }) => code));
    for (const code of used) expect(known).toContain(code);
  });

  test("gives each booking of a year its own number", () => {
    const numbers = firm.transactions.map(({ journal, number }) => `${journal}/${number}`);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test("opens every year with a balance sheet that balances", () => {
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      const balance = balanceBefore(firm, firstDay(monthOf(year, 1)));
      expect(sum(balance.values()), String(year)).toBe(0n);
      expect([...balance.keys()].every((account) => account < "4000")).toBe(true);
      expect(balance.get("1100") ?? 0n, `bank in ${year}`).toBeGreaterThan(0n);
    }
  });

  test("has debtors and creditors that equal their open items", () => {
    for (const day of [firstDay(monthOf(2024, 1)), lastDay(firm.endMonth) + 1]) {
      const balance = balanceBefore(firm, day);
      const open = (side: "sale" | "purchase") =>
        sum(openItemsBefore(firm, side, day).map((item) => item.amount));
      expect(open("sale")).toBe(balance.get("1300"));
      expect(open("purchase")).toBe(balance.get("1600"));
    }
  });

  test("declares the VAT of every quarter that it booked", () => {
    const balance = balanceBefore(firm, firstDay(monthOf(2026, 10)));
    expect(balance.get("1500") ?? 0n).toBe(0n);
    expect(balance.get("1520") ?? 0n).toBe(0n);
  });
});
