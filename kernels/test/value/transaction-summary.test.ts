import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summariseTransactions } from "../../src/value/transaction-summary.ts";
import { exactCdnow, linesOf, samplesThere } from "./cdnow.ts";

const day = (text: string) =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6))) /
  86_400_000;

describe("a summary of transactions", () => {
  it.skipIf(!samplesThere)("of CDNOW is the published one", () => {
    const rows = linesOf("CDNOW_sample.txt").map((line) => line.trim().split(/\s+/));
    const summary = summariseTransactions(
      {
        customer: rows.map((row) => Number(row[1])),
        day: rows.map((row) => day(row[2] as string)),
        amount: rows.map((row) => Number(row[4])),
      },
      day("19970930"),
      "week",
    );
    const published = exactCdnow();
    expect(summary.customer).toHaveLength(2357);
    expect(Array.from(summary.repeats)).toEqual(published.repeats);
    published.age.forEach((age, k) => {
      expect(summary.age[k]).toBeCloseTo(age, 10);
      expect(summary.last[k]).toBeCloseTo(published.last[k] as number, 10);
      expect(summary.spend[k]).toBeCloseTo(published.spend[k] as number, 8);
    });
  });

  it("takes a day as one order, leaves out what is later and states its unit", () => {
    const log = {
      customer: [7, 7, 7, 3, 7, 9],
      day: [10, 0, 10, 4, 99, 99],
      amount: [20, 5, 30, 8, 1, 1],
    };
    expect(summariseTransactions(log, 14, "week")).toEqual({
      unit: "week",
      customer: Float64Array.of(3, 7),
      repeats: Float64Array.of(0, 1),
      last: Float64Array.of(0, 10 / 7),
      age: Float64Array.of(10 / 7, 2),
      spend: Float64Array.of(0, 50),
      afterEnd: 2,
    });
    expect(summariseTransactions({ customer: [], day: [], amount: [] }, 0, "day").customer).toEqual(
      new Float64Array(),
    );
  });

  it("does not depend on the order of the transactions", () => {
    const rows = fc.array(fc.tuple(fc.nat(5), fc.nat(50), fc.nat(1000)));
    fc.assert(
      fc.property(rows, (transactions) => {
        const log = (list: readonly (readonly [number, number, number])[]) => ({
          customer: list.map((row) => row[0]),
          day: list.map((row) => row[1]),
          amount: list.map((row) => row[2]),
        });
        expect(summariseTransactions(log(transactions.toReversed()), 40, "month")).toEqual(
          summariseTransactions(log(transactions), 40, "month"),
        );
      }),
    );
  });

  it("names the transaction that cannot be", () => {
    const with1 = (customer: number, on: number, amount: number) => ({
      customer: [1, customer],
      day: [1, on],
      amount: [1, amount],
    });
    for (const log of [
      with1(0.5, 1, 1),
      with1(1, Number.NaN, 1),
      with1(1, 1, -1),
      with1(1, 1, Number.NaN),
    ])
      expect(() => summariseTransactions(log, 9, "day")).toThrow("transaction 1");
    expect(() => summariseTransactions(with1(1, 1, 1), 0.5, "day")).toThrow(RangeError);
    expect(() => summariseTransactions({ customer: [1], day: [], amount: [] }, 1, "day")).toThrow(
      RangeError,
    );
  });
});
