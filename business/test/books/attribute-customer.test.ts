import type { JournalType, TransactionLine, TransactionRecord } from "@koers/formats";
import { describe, expect, it } from "vitest";
import {
  type AttributionRules,
  customerOfLine,
  seeLines,
  viewTransaction,
} from "../../src/books/attribute-customer.ts";

const rules: AttributionRules = {
  isReceivable: (account) => account === "1300",
  isRevenue: (account) => account === "8000",
  isBank: (account) => account === "1100",
  roleOf: (relation) => (relation.startsWith("s") ? "supplier" : "customer"),
};

type Line = readonly [
  account: string,
  amount: number,
  relation?: string | undefined,
  invoice?: string,
];

function booking(journalType: JournalType | undefined, lines: readonly Line[]): TransactionRecord {
  return {
    ...{ kind: "transaction", line: 1, sequence: 1, part: 0, journal: "J", number: "1" },
    ...(journalType === undefined ? {} : { journalType }),
    date: "2024-01-01",
    lines: lines.map(
      ([account, amount, relation, invoiceReference], at): TransactionLine => ({
        ...{ line: at + 1, number: String(at + 1), account, amount: BigInt(amount) },
        ...(relation === undefined ? {} : { relation }),
        ...(invoiceReference === undefined ? {} : { invoiceReference }),
      }),
    ),
  };
}

function customers(record: TransactionRecord, everywhere = false) {
  const view = viewTransaction(record.journalType);
  seeLines(view, record, rules);
  return record.lines
    .filter((line) => line.account === "8000")
    .map((line) => customerOfLine(view, line, rules, everywhere)?.relation ?? null);
}

describe("the customer of a revenue line", () => {
  it("is the relation on the line", () => {
    expect(
      customers(
        booking("sales", [
          ["1300", 121, "a"],
          ["8000", -100, "b"],
        ]),
      ),
    ).toEqual(["b"]);
  });

  it("is the debtor beside it where the line says nothing", () => {
    expect(
      customers(
        booking("sales", [
          ["1300", 121, "a"],
          ["8000", -100],
        ]),
      ),
    ).toEqual(["a"]);
    expect(
      customers(
        booking(undefined, [
          ["1300", 121, "a"],
          ["8000", -100],
        ]),
      ),
    ).toEqual(["a"]);
  });

  it("is the debtor with the same invoice number where a booking holds several", () => {
    const several = booking("sales", [
      ["1300", 121, "a", "1"],
      ["8000", -100, undefined, "1"],
      ["1300", 242, "b", "2"],
      ["8000", -200, undefined, "2"],
      ["8000", -50],
    ]);
    expect(customers(several)).toEqual(["a", "b", null]);
  });

  it("is nobody in a memo or bank book unless the line itself says so", () => {
    expect(
      customers(
        booking("memo", [
          ["8000", 100],
          ["1300", -100, "a"],
        ]),
      ),
    ).toEqual([null]);
    expect(
      customers(
        booking("bank", [
          ["1100", 100],
          ["8000", -100, "a"],
        ]),
      ),
    ).toEqual(["a"]);
    expect(
      customers(
        booking("memo", [
          ["8000", -100, "s1"],
          ["2000", 100],
        ]),
      ),
    ).toEqual([null]);
  });

  it("is found in any journal where the books have no sales journal", () => {
    const memo = booking("memo", [
      ["1300", 121, "a"],
      ["8000", -100],
    ]);
    expect(customers(memo, true)).toEqual(["a"]);
  });

  it("is never a supplier that stands beside it", () => {
    expect(
      customers(
        booking("other", [
          ["1600", -100, "s1"],
          ["8000", 100],
        ]),
      ),
    ).toEqual([null]);
  });
});
