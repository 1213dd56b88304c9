import { expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { betaGeometricPosterior } from "../../src/value/beta-geometric-posterior.ts";
import { expectedOrders } from "../../src/value/beta-geometric-prediction.ts";
import { expectedSpend, gammaGammaPosterior } from "../../src/value/gamma-gamma.ts";
import { lifetimeValue, lifetimeValueBands } from "../../src/value/lifetime-value.ts";
import { roundedCdnow, samplesThere } from "./cdnow.ts";

const history = { repeats: [2, 0], last: [30.43, 0], age: [38.86, 38.86], spend: [22.345, 0] };
const orders = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spend = { p: 6.25, q: 3.74, v: 15.44 };
const terms = { horizon: 52, discountRate: 0.002, margin: 0.4 };

it("the value is orders times amount times margin", () => {
  const value = lifetimeValue(history, "bg-nbd", orders, spend, terms);
  const expected = expectedOrders(history, "bg-nbd", orders, 52, 0.002);
  const amount = expectedSpend(history, spend);
  for (const row of [0, 1])
    expect(value[row]).toBeCloseTo((expected[row] as number) * (amount[row] as number) * 0.4, 10);
});

it("the value scales with money, falls with the rate and grows with the horizon", () => {
  const value = (more: Partial<typeof terms>) =>
    lifetimeValue(history, "bg-nbd", orders, spend, { ...terms, ...more })[0] as number;
  const cents = lifetimeValue(
    { ...history, spend: [2234.5, 0] },
    "bg-nbd",
    orders,
    { ...spend, v: 1544 },
    terms,
  );
  expect(cents[0]).toBeCloseTo(100 * value({}), 8);
  expect(value({ discountRate: 0.01 })).toBeLessThan(value({}));
  expect(value({ horizon: 104 })).toBeGreaterThan(value({}));
  expect(value({ horizon: 0 })).toBe(0);
});

it("a margin that is none is refused", () => {
  expect(() =>
    lifetimeValue(history, "bg-nbd", orders, spend, { ...terms, margin: Number.NaN }),
  ).toThrow(RangeError);
});

it.skipIf(!samplesThere)(
  "the bands hold the uncertainty of orders and of spend, and scale with money",
  () => {
    const all = roundedCdnow();
    const some = (factor: number) => ({
      repeats: all.repeats.slice(0, 100),
      last: all.last.slice(0, 100),
      age: all.age.slice(0, 100),
      spend: all.spend.slice(0, 100).map((amount) => amount * factor),
    });
    function bandsOf(factor: number) {
      const history1 = some(factor);
      const ordered = betaGeometricPosterior(history1, "bg-nbd", "weak", randomStream(1), 600);
      const spent = gammaGammaPosterior(history1, "weak", randomStream(2), 600);
      if (ordered.kind !== "drawn" || spent.kind !== "drawn") throw new Error("no posterior");
      const bands = lifetimeValueBands(history1, ordered, spent, terms, randomStream(3), 100);
      const { r, alpha, a, b } = ordered.summary;
      const { p, q, v } = spent.summary;
      const at = lifetimeValue(
        history1,
        "bg-nbd",
        { r: r.mean, alpha: alpha.mean, a: a.mean, b: b.mean },
        { p: p.mean, q: q.mean, v: v.mean },
        terms,
      );
      return { bands, at };
    }
    const euros = bandsOf(1);
    const cents = bandsOf(100);
    const [narrow, wide] = euros.bands.bands;
    all.repeats.slice(0, 100).forEach((_, row) => {
      expect(wide?.lower[row]).toBeLessThanOrEqual(narrow?.lower[row] as number);
      expect(wide?.upper[row]).toBeGreaterThanOrEqual(narrow?.upper[row] as number);
      expect(wide?.lower[row]).toBeLessThan(euros.at[row] as number);
      expect(wide?.upper[row]).toBeGreaterThan(euros.at[row] as number);
      const scaled = (cents.bands.median[row] as number) / (euros.bands.median[row] as number);
      expect(scaled).toBeCloseTo(100, 2);
    });
  },
);
