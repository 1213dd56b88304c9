import fc from "fast-check";
import { expect, test } from "vitest";
import { peakRank, thinned, whaleCurve } from "#charts/whale-curve.ts";

// Whole euros, so that sums of doubles are exact.
const values = fc.array(
  fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String), { nil: null }),
  { maxLength: 200 },
);
const many = fc
  .array(fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String), {
    minLength: 1,
    maxLength: 400,
  })
  .map(whaleCurve);

test("the best customer comes first and the sum runs on", () => {
  expect(whaleCurve(["10", "-5", null, "30"])).toEqual([
    { index: 3, value: 30, cumulative: 30 },
    { index: 0, value: 10, cumulative: 40 },
    { index: 1, value: -5, cumulative: 35 },
  ]);
});

test("it falls from best to worst and ends at the total of what is known", () => {
  fc.assert(
    fc.property(values, (texts) => {
      const points = whaleCurve(texts);
      const known = texts.filter((text) => text !== null);
      expect(points.length).toBe(known.length);
      for (const [rank, { value }] of points.entries())
        expect(value).toBeLessThanOrEqual(points[rank - 1]?.value ?? Number.POSITIVE_INFINITY);
      expect(points.at(-1)?.cumulative ?? 0).toBe(
        known.reduce((sum, text) => sum + Number(text), 0),
      );
    }),
  );
});

test("every point points back to its customer", () => {
  fc.assert(
    fc.property(values, (texts) => {
      const points = whaleCurve(texts);
      for (const { index, value } of points) expect(Number(texts[index])).toBe(value);
      expect(new Set(points.map(({ index }) => index)).size).toBe(points.length);
    }),
  );
});

test("the order in which customers come does not change the curve", () => {
  fc.assert(
    fc.property(values, (texts) => {
      const heights = (list: typeof texts) => whaleCurve(list).map((point) => point.cumulative);
      expect(heights([...texts].reverse())).toEqual(heights(texts));
    }),
  );
});

test("the peak is the first of the highest, before the first loser", () => {
  fc.assert(
    fc.property(many, (points) => {
      const peak = peakRank(points);
      const height = points[peak]?.cumulative ?? 0;
      expect(height).toBe(Math.max(...points.map(({ cumulative }) => cumulative)));
      expect(points.slice(0, peak).every(({ cumulative }) => cumulative < height)).toBe(true);
      expect(points.slice(peak + 1).every(({ value }) => value <= 0)).toBe(true);
    }),
  );
});

test("a thinned curve keeps its ends and its peak, in order and no more than asked", () => {
  fc.assert(
    fc.property(many, fc.integer({ min: 2, max: 50 }), (points, most) => {
      const ranks = thinned(points, most);
      expect(ranks).toContain(0);
      expect(ranks).toContain(points.length - 1);
      expect(ranks).toContain(peakRank(points));
      expect([...new Set(ranks)].sort((a, b) => a - b)).toEqual(ranks);
      expect(ranks.length).toBeLessThanOrEqual(most + 1);
      if (points.length <= most) expect(ranks.length).toBe(points.length);
    }),
  );
});
