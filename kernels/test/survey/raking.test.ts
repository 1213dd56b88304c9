import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Margin, rake } from "../../src/survey/raking.ts";
import { haveProfileSamples, sampleColumns } from "./profile-samples.ts";

function schools(): {
  margins: readonly Margin[];
  weights: number[];
  column: (name: string) => number[];
} {
  const columns = sampleColumns("apiclus1.csv");
  const column = (name: string): string[] => [...(columns.get(name) ?? [])];
  return {
    margins: [
      {
        name: "type",
        categories: column("stype").map((type) => ["E", "H", "M"].indexOf(type)),
        totals: [4421, 755, 1018],
      },
      {
        name: "school-wide target met",
        categories: column("sch.wide").map((met) => ["No", "Yes"].indexOf(met)),
        totals: [1072, 5122],
      },
    ],
    weights: column("pw").map(Number),
    column: (name) => column(name).map(Number),
  };
}

function mean(values: readonly number[], weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, row) => sum + weight * (values[row] ?? 0), 0) / total;
}

describe("raking", () => {
  describe.skipIf(!haveProfileSamples)("beside R's survey (skipped without the samples)", () => {
    it("gives the post-stratified mean on one margin", () => {
      const { margins, weights, column } = schools();
      const result = rake(margins.slice(0, 1), weights);
      if (result.kind !== "raked") throw new Error(result.kind);
      expect(mean(column("api00"), result.weights)).toBeCloseTo(642.31079, 5);
    });

    it("gives the raked mean, total and weights", () => {
      const { margins, weights, column } = schools();
      // R stops once nothing is off by one school of 6194, which the published digits show.
      const early = rake(margins, weights, { tolerance: 1 / 6194 });
      if (early.kind !== "raked") throw new Error(early.kind);
      expect(mean(column("api00"), early.weights)).toBeCloseTo(641.23025, 5);
      expect(6194 * mean(column("enroll"), early.weights)).toBeCloseTo(3647300, 0);
      const sorted = early.weights.toSorted();
      expect(sorted[0]).toBeCloseTo(29.87046, 5);
      for (const quarter of [45, 46, 91]) expect(sorted[quarter]).toBeCloseTo(29.87046, 5);
      expect(mean([...sorted], new Float64Array(183).fill(1))).toBeCloseTo(33.84699, 4);
      expect(sorted[137]).toBeCloseTo(36.79218, 5);
      expect(sorted[182]).toBeCloseTo(67.12578, 5);
      const whole = rake(margins, weights);
      if (whole.kind !== "raked") throw new Error(whole.kind);
      expect(mean(column("api00"), whole.weights)).toBeCloseTo(641.2303, 4);
    });
  });

  const survey = fc.integer({ min: 12, max: 60 }).chain((rows) =>
    fc.record({
      size: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: rows, maxLength: rows }),
      sector: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: rows, maxLength: rows }),
      share: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    }),
  );

  it("makes every margin hold with weights above zero, whatever the order of rows", () => {
    fc.assert(
      fc.property(survey, ({ size, sector, share }) => {
        // Every pair of categories occurs, so the margins cannot contradict each other.
        const sizes = [...size, 0, 1, 2, 0, 1, 2];
        const sectors = [...sector, 0, 0, 0, 1, 1, 1];
        const margins = [
          { name: "size", categories: sizes, totals: [300, 500, 200] },
          { name: "sector", categories: sectors, totals: [1000 * share, 1000 - 1000 * share] },
        ];
        const result = rake(margins, new Float64Array(sizes.length).fill(1));
        if (result.kind !== "raked") throw new Error(result.kind);
        for (const { categories, totals } of margins)
          for (const [category, total] of totals.entries()) {
            const sum = result.weights.reduce(
              (all, weight, row) => all + (categories[row] === category ? weight : 0),
              0,
            );
            expect(sum).toBeCloseTo(total, 6);
          }
        expect(Math.min(...result.weights)).toBeGreaterThan(0);
        expect(result.effectiveAnswers).toBeLessThanOrEqual(sizes.length + 1e-9);
        const turned = rake(
          margins.map((margin) => ({ ...margin, categories: margin.categories.toReversed() })),
          new Float64Array(sizes.length).fill(1),
        );
        if (turned.kind !== "raked") throw new Error(turned.kind);
        for (const [row, weight] of turned.weights.toReversed().entries())
          expect(weight).toBeCloseTo(result.weights[row] ?? 0, 6);
      }),
    );
  });

  it("says by name what it cannot do", () => {
    const size = { name: "size", categories: [0, 0, 1], totals: [5, 5] };
    const ones = [1, 1, 1];
    expect(rake([{ ...size, totals: [5, 3, 2] }], ones)).toEqual({
      kind: "nobody-answered",
      margin: "size",
      category: 2,
    });
    expect(rake([size, { ...size, name: "again", totals: [2, 8] }], ones)).toMatchObject({
      kind: "not-converged",
      rounds: 1000,
    });
    expect(rake([{ ...size, categories: [] }], [])).toEqual({
      kind: "too-few-answers",
      have: 0,
      need: 1,
    });
  });

  it("refuses a caller's mistake", () => {
    const size = { name: "size", categories: [0, 1], totals: [5, 5] };
    expect(() => rake([], [1, 1])).toThrow(RangeError);
    expect(() => rake([size], [1])).toThrow(/2 rows, not 1/);
    expect(() => rake([size], [1, 0])).toThrow(/weight 1/);
    expect(() => rake([size], [1, Number.NaN])).toThrow(/weight 1/);
    expect(() => rake([{ ...size, categories: [0, 2] }], [1, 1])).toThrow(/row 1/);
    expect(() => rake([{ ...size, totals: [10, 0] }], [1, 1])).toThrow(/row 1/);
    expect(() => rake([{ ...size, totals: [-1, 11] }], [1, 1])).toThrow(/total 0/);
    expect(() => rake([size, { ...size, name: "other", totals: [5, 6] }], [1, 1])).toThrow(
      /other adds up to 11/,
    );
  });
});
