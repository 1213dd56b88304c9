import { facts } from "@koers/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion, roundParts } from "../../src/customers/apportion.ts";
import { concentration } from "../../src/customers/concentration.ts";
import type { CustomerColumns, FirmBooks } from "../../src/customers/customer-columns.ts";
import { economics, sum } from "../../src/customers/economics.ts";
import { factImplementations } from "../../src/customers/facts/index.ts";
import { decimalText, hoursText, ratioText } from "../../src/customers/figure-text.ts";
import { quantile } from "../../src/customers/quantile.ts";
import { cameByReferral } from "../../src/customers/referral-channel.ts";
import { retention } from "../../src/customers/retention.ts";
import { roundHalfAway } from "../../src/customers/round-half-away.ts";
import { whaleCurve } from "../../src/customers/whale-curve.ts";
import { wilsonInterval } from "../../src/customers/wilson-interval.ts";

const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const weight = fc.bigInt({ min: 0n, max: 10n ** 10n });

test("every fact of the catalogue has one implementation, and no more", () => {
  const keys = factImplementations.map((fact) => fact.key);
  expect(keys.toSorted()).toEqual(facts.map((fact) => fact.key).toSorted());
});

test("the parts of a fact are those of the catalogue", () => {
  for (const fact of facts) {
    const found = factImplementations.find((one) => one.key === fact.key);
    expect([fact.key, ...Object.keys(found?.parts ?? {})]).toEqual([fact.key, ...fact.madeUpOf]);
  }
});

test("rounds halves away from zero", () => {
  expect([5n, -5n, 4n, -4n, 14n, 15n].map((value) => roundHalfAway(value, 10n))).toEqual([
    1n,
    -1n,
    0n,
    0n,
    1n,
    2n,
  ]);
});

test("parts add up to the rounded whole and are less than a unit from exact", () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 40 }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      (numerators, denominator) => {
        const parts = roundParts(numerators, denominator);
        const total = numerators.reduce((whole, part) => whole + part, 0n);
        expect(sum(parts)).toBe(roundHalfAway(total, denominator));
        for (const [index, part] of parts.entries()) {
          const off = part * denominator - (numerators[index] as bigint);
          expect(off < denominator && off > -denominator).toBe(true);
        }
      },
    ),
  );
});

test("shares of an amount add up to it, larger weights never get less", () => {
  fc.assert(
    fc.property(amount, fc.array(weight, { minLength: 1, maxLength: 30 }), (whole, weights) => {
      const parts = apportion(whole, weights);
      if (parts === undefined) {
        expect(sum(weights)).toBe(0n);
        return;
      }
      expect(sum(parts)).toBe(whole);
      for (const [i, one] of parts.entries()) {
        for (const [j, other] of parts.entries()) {
          if (whole >= 0n && (weights[i] as bigint) > (weights[j] as bigint)) {
            expect(one >= other).toBe(true);
          }
        }
      }
    }),
  );
});

test("writes decimals exactly, also beyond what a double holds", () => {
  expect(decimalText(-5n, 2)).toBe("-0.05");
  expect(decimalText(-105n, 2)).toBe("-1.05");
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), (value) => {
      expect(BigInt(decimalText(value, 2).replace(".", ""))).toBe(value);
      expect(decimalText(value, 3)).toMatch(/^-?\d+\.\d{3}$/);
    }),
  );
  expect(decimalText(0n, 2)).toBe("0.00");
  expect(decimalText(123n, 0)).toBe("123");
  expect(decimalText(98_765_432_109_876_543_210n, 2)).toBe("987654321098765432.10");
  expect(ratioText(1n, -3n, 4)).toBe("-0.3333");
  expect(hoursText(5400n)).toBe("1.50");
});

type Row = {
  readonly name: string;
  readonly revenue: bigint;
  readonly purchases: bigint;
  readonly direct: bigint;
  readonly serving: bigint;
  readonly failure: bigint;
  readonly given: bigint | null;
  readonly late: bigint;
};

const seconds = fc.bigInt({ min: 0n, max: 10n ** 7n });
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.string({ minLength: 1 }),
  revenue: fc.bigInt({ min: -(10n ** 8n), max: 10n ** 9n }),
  purchases: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 7n }),
  direct: seconds,
  serving: seconds,
  failure: seconds,
  given: fc.option(fc.bigInt({ min: 0n, max: 20_000n })),
  late: fc.bigInt({ min: 0n, max: 10n ** 11n }),
});
const firmBooks = fc.record({
  ledgerRevenue: fc.bigInt({ min: 0n, max: 10n ** 10n }),
  ledgerPurchases: fc.bigInt({ min: 0n, max: 10n ** 8n }),
  personnel: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  otherCost: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 8n }),
  internal: seconds,
});

function columnsOf(rows: readonly Row[]): CustomerColumns {
  const column = (value: (one: Row) => bigint) => BigInt64Array.from(rows, value);
  const zero = column(() => 0n);
  const group = (kind: "direct" | "serving" | "failure") => ({
    seconds: column((one) => one[kind]),
    given: column((one) => one[kind] * (one.given ?? 0n)),
    exported: zero,
    rest: column((one) => (one.given === null ? one[kind] : 0n)),
  });
  return {
    size: rows.length,
    names: rows.map((one) => one.name),
    revenue: column((one) => one.revenue),
    revenueBefore: zero,
    credited: zero,
    detailed: zero,
    discounts: zero,
    purchases: column((one) => one.purchases),
    invoices: zero,
    direct: group("direct"),
    serving: group("serving"),
    failure: group("failure"),
    listAmount: zero,
    listedSeconds: zero,
    paid: zero,
    paidDays: zero,
    lateDays: column((one) => one.late),
    open: zero,
    overdue: zero,
  };
}

type Books = typeof firmBooks extends fc.Arbitrary<infer T> ? T : never;

function work(rows: readonly Row[], books: Books, scale = 1n) {
  const scaled = rows.map((one) => ({
    ...one,
    revenue: one.revenue * scale,
    purchases: one.purchases * scale,
    given: one.given === null ? null : one.given * scale,
    late: one.late * scale,
  }));
  const firm: FirmBooks = {
    ledgerRevenue: books.ledgerRevenue * scale,
    ledgerPurchases: books.ledgerPurchases * scale,
    personnel: books.personnel * scale,
    otherCost: books.otherCost * scale,
    outsideLedger: 0n,
    internal: { seconds: books.internal, given: 0n, exported: 0n, rest: books.internal },
  };
  return economics(
    columnsOf(scaled),
    firm,
    { ledger: true, revenue: true, hours: "all", receivables: true, yearBefore: true },
    { hourCost: null, latePaymentRate: { numerator: 8n, denominator: 100n } },
  );
}

const someRows = fc.uniqueArray(row, {
  minLength: 1,
  maxLength: 12,
  selector: ({ name }) => name,
});

test("profit of customers, late payment and unattributed revenue are the operating profit", () => {
  fc.assert(
    fc.property(someRows, firmBooks, (rows, books) => {
      const found = work(rows, books);
      if (found.fullyLoaded.values === undefined) return;
      const unattributed = found.revenueTotal - found.attributedRevenue;
      expect(
        sum(found.fullyLoaded.values) + sum(found.latePaymentCost.values ?? []) + unattributed,
      ).toBe(found.revenueTotal - (found.operatingCost as bigint));
    }),
  );
});

test("hours at the ledger's rate cost the personnel cost to the cent", () => {
  fc.assert(
    fc.property(someRows, firmBooks, (rows, books) => {
      const found = work(
        rows.map((one) => ({ ...one, given: null })),
        books,
      );
      const costs = found.hourCosts.values;
      if (costs === undefined) return;
      const parts = [costs.direct, costs.serving, costs.failure].map(sum);
      expect(sum(parts) + costs.internal).toBe(books.personnel);
    }),
  );
});

test("the order of customers does not matter, not even for the cent of equal remainders", () => {
  fc.assert(
    fc.property(someRows, firmBooks, (rows, books) => {
      const there = work(rows, books).fullyLoaded.values;
      const back = work(rows.toReversed(), books).fullyLoaded.values;
      expect(there && [...there]).toEqual(back && [...back].toReversed());
    }),
  );
});

test("a hundred times the money is a hundred times each figure, to the rounding", () => {
  fc.assert(
    fc.property(someRows, firmBooks, (rows, books) => {
      const once = work(rows, books).contribution.values;
      const scaled = work(rows, books, 100n).contribution.values;
      if (once === undefined || scaled === undefined) {
        expect(once).toBe(scaled);
        return;
      }
      for (const [index, value] of [...once].entries()) {
        const off = value * 100n - (scaled[index] as bigint);
        expect(off > -200n && off < 200n).toBe(true);
      }
    }),
  );
});

test("retained, contracted and lost revenue are the opening revenue", () => {
  const customer = fc.record({
    before: fc.bigInt({ min: -100n, max: 10_000n }),
    now: fc.bigInt({ min: -100n, max: 10_000n }),
    activeBefore: fc.boolean(),
    activeNow: fc.boolean(),
    byReferral: fc.option(fc.boolean()),
  });
  fc.assert(
    fc.property(fc.array(customer), (rows) => {
      const found = retention(rows);
      expect(found.retained + found.contraction + found.lost).toBe(found.openingRevenue);
      expect(found.grossRetention ?? 0).toBeLessThanOrEqual(1);
      expect(found.netRetention ?? 0).toBeGreaterThanOrEqual(found.grossRetention ?? 0);
    }),
  );
});

test("the whale curve peaks where the last winner stands", () => {
  expect(whaleCurve([100n, 60n, 40n, -30n, -20n, 0n])).toEqual({
    customers: 5,
    total: 150n,
    peakCustomers: 3,
    peakAmount: 200n,
    bestCustomers: 2,
    bestShare: 160 / 150,
    losers: 2,
    lostAmount: 50n,
  });
  expect(whaleCurve([0n])).toBeUndefined();
  expect(whaleCurve([-10n])).toMatchObject({ peakCustomers: 0, bestShare: null, lostAmount: 10n });
});

test("concentration of equal customers is one over their number", () => {
  expect(concentration([25n, 25n, 25n, 25n, -9n, 0n])).toEqual({
    top1: 0.25,
    top5: 1,
    herfindahl: 0.25,
  });
  expect(concentration([0n])).toEqual({ top1: null, top5: null, herfindahl: null });
});

test("each end of a Wilson interval is the share that lies z standard errors from what was seen", () => {
  const z = 1.2815515655446004;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (of, some) => {
      const count = some % (of + 1);
      for (const end of wilsonInterval(count, of)) {
        expect((count / of - end) ** 2).toBeCloseTo((z * z * end * (1 - end)) / of, 9);
      }
    }),
  );
});

test("quantiles use the R-7 method", () => {
  expect(quantile([1, 2, 3, 4, 10], 0.1)).toBeCloseTo(1.4, 12);
  expect(quantile([1, 2, 3, 4, 10], 0.9)).toBeCloseTo(7.6, 12);
});

test("a referral is told from the channel, and from nothing else", () => {
  expect(cameByReferral({ Herkomst: "Aanbeveling" })).toBe(true);
  expect(cameByReferral({ "Referral channel": "Google Ads" })).toBe(false);
  expect(cameByReferral({ sector: "aanbeveling" })).toBeNull();
  expect(cameByReferral({ kanaal: " " })).toBeNull();
});
