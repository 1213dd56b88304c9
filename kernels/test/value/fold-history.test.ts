import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldHistory, foldRows } from "../../src/value/fold-history.ts";
import { historyOf } from "./order-histories.ts";

/** Times on a grid of days in weeks, on one of two decimals, and on none. */
const time = fc.oneof(
  fc.nat(300).map((day) => day / 7),
  fc.nat(3000).map((hundredth) => hundredth / 100),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);
const customers = fc.array(
  fc.tuple(fc.nat(6), time, time).map(([repeats, one, other]) => ({
    repeats,
    last: repeats === 0 ? 0 : Math.min(one, other),
    age: Math.max(one, other),
  })),
  { maxLength: 60 },
);

describe("a folded history", () => {
  it("holds each customer once, whatever their times lie on", () => {
    fc.assert(
      fc.property(customers, (chosen) => {
        // Some customers are there twice.
        const all = [...chosen, ...chosen.slice(0, chosen.length / 2)];
        const folded = foldHistory(historyOf(all));
        const { rowOf, ...rows } = folded;
        expect(rows).toEqual(foldRows(historyOf(all)));
        const weights = new Float64Array(rows.rowCount.length);
        all.forEach((customer, k) => {
          const row = rowOf[k] as number;
          weights[row] = (weights[row] as number) + 1;
          expect(rows.counts[rows.rowCount[row] as number]).toBe(customer.repeats);
          expect(rows.lasts[rows.rowLast[row] as number]).toBe(customer.last);
          expect(rows.ages[rows.rowAge[row] as number]).toBe(customer.age);
        });
        expect(rows.rowWeight).toEqual(weights);
        expect(new Set(rowOf).size).toBe(new Set(all.map((one) => Object.values(one).join())).size);
      }),
      { numRuns: 200 },
    );
  });

  it("has its rows in the order of count, last and age, and says where each count begins", () => {
    fc.assert(
      fc.property(customers, (chosen) => {
        const rows = foldRows(historyOf(chosen));
        const keys = Array.from(rows.rowCount, (count, row) => [
          count,
          rows.rowLast[row] as number,
          rows.rowAge[row] as number,
        ]);
        const sorted = keys.toSorted((one, other) => {
          const place = one.findIndex((entry, k) => entry !== other[k]);
          return place < 0 ? 0 : (one[place] as number) - (other[place] as number);
        });
        expect(keys).toEqual(sorted);
        rows.counts.forEach((_, count) => {
          const begin = rows.countStart[count] as number;
          const end = rows.countStart[count + 1] as number;
          expect(rows.rowCount.slice(begin, end).every((entry) => entry === count)).toBe(true);
          expect(end).toBeGreaterThan(begin);
        });
        expect(rows.countStart.at(-1)).toBe(rows.rowCount.length);
      }),
    );
  });

  it("leaves customers apart where there are too many kinds for any two to be equal", () => {
    const all = Array.from({ length: 2000 }, (_, k) => ({
      repeats: k + 1,
      last: Math.sqrt(k + 1),
      age: Math.sqrt(2 * k + 3),
    })).toReversed();
    const folded = foldHistory(historyOf(all));
    expect(folded.rowCount).toHaveLength(2000);
    expect(Array.from(folded.rowOf)).toEqual(all.map(({ repeats }) => repeats - 1));
    expect(foldRows(historyOf(all)).rowLast).toEqual(folded.rowLast);
  });
});
