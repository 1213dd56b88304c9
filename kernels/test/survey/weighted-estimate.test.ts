import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { type Margin, rake } from "../../src/survey/raking.ts";
import {
  type WeightedEstimateOptions,
  weightedEstimate,
} from "../../src/survey/weighted-estimate.ts";
import { haveProfileSamples, sampleColumns } from "./profile-samples.ts";

function estimated(...request: Parameters<typeof weightedEstimate>) {
  const result = weightedEstimate(...request);
  if (result.kind !== "estimated") throw new Error(result.kind);
  return result;
}

function schools() {
  const columns = sampleColumns("apiclus1.csv");
  const words = (name: string): string[] => [...(columns.get(name) ?? [])];
  const margins: readonly Margin[] = [
    {
      name: "type",
      categories: words("stype").map((type) => ["E", "H", "M"].indexOf(type)),
      totals: [4421, 755, 1018],
    },
    {
      name: "school-wide target met",
      categories: words("sch.wide").map((met) => ["No", "Yes"].indexOf(met)),
      totals: [1072, 5122],
    },
  ];
  const numbers = (name: string): number[] => words(name).map(Number);
  const design: WeightedEstimateOptions = { clusters: numbers("dnum"), population: 757 };
  return { margins, design, weights: numbers("pw"), numbers };
}

function raked(margins: readonly Margin[], weights: readonly number[], tolerance: number) {
  const result = rake(margins, weights, { tolerance });
  if (result.kind !== "raked") throw new Error(result.kind);
  return result.weights;
}

describe("a weighted estimate", () => {
  describe.skipIf(!haveProfileSamples)("beside R's survey (skipped without the samples)", () => {
    it("has its clustered mean and total with their standard errors", () => {
      const { design, weights, numbers } = schools();
      const mean = estimated("mean", numbers("api00"), weights, design);
      expect(mean.estimate).toBeCloseTo(644.1694, 4);
      expect(mean.standardError).toBeCloseTo(23.54224, 5);
      expect(mean.clusters).toBe(15);
      const total = estimated("total", numbers("enroll"), weights, design);
      expect(total.estimate).toBeCloseTo(3404940.1, 1);
      expect(total.standardError).toBeCloseTo(932235.03, 2);
    });

    it("has its post-stratified mean with its standard error", () => {
      const { margins, design, weights, numbers } = schools();
      const one = margins.slice(0, 1);
      const result = estimated("mean", numbers("api00"), raked(one, weights, 1e-12), {
        ...design,
        margins: one,
      });
      expect(result.estimate).toBeCloseTo(642.31079, 5);
      expect(result.standardError).toBeCloseTo(23.92049, 5);
    });

    // R takes residuals by the weights half-way through its last round; that shows from the sixth digit.
    it("has its raked mean and total with their standard errors, to five digits", () => {
      const { margins, design, weights, numbers } = schools();
      const early = raked(margins, weights, 1 / 6194);
      const mean = estimated("mean", numbers("api00"), early, { ...design, margins });
      expect(mean.estimate).toBeCloseTo(641.23025, 5);
      expect(mean.standardError / 23.70364).toBeCloseTo(1, 5);
      const total = estimated("total", numbers("enroll"), early, { ...design, margins });
      expect(total.estimate).toBeCloseTo(3647300, 0);
      expect(total.standardError / 400602.72).toBeCloseTo(1, 4);
    });
  });

  it("is the textbook's for a plain sample", () => {
    const answers = [2, 4, 4, 5, 9];
    const { estimate, standardError } = estimated("mean", answers, [1, 1, 1, 1, 1]);
    expect(estimate).toBeCloseTo(4.8, 12);
    expect(standardError).toBeCloseTo(Math.sqrt(6.7 / 5), 12);
    const known = estimated("mean", answers, [2, 2, 2, 2, 2], { population: 10 });
    expect(known.standardError).toBeCloseTo(Math.sqrt(6.7 / 10), 12);
    expect(estimated("mean", answers, [1, 1, 1, 1, 1], { population: 5 }).standardError).toBe(0);
  });

  it("does not depend on order, nor for a mean on the scale of the weights, and scales with answers", () => {
    const row = fc.record({
      answer: fc.integer({ min: 0, max: 10 }),
      weight: fc.integer({ min: 1, max: 9 }),
      cluster: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 8, maxLength: 30 }), (rows) => {
        fc.pre(new Set(rows.map(({ cluster }) => cluster)).size > 1);
        const of = (table: typeof rows, factor: number, by: number) =>
          estimated(
            "mean",
            table.map(({ answer }) => by * answer),
            table.map(({ weight }) => factor * weight),
            { clusters: table.map(({ cluster }) => cluster) },
          );
        const plain = of(rows, 1, 1);
        for (const [other, by] of [
          [of(rows.toReversed(), 7, 1), 1],
          [of(rows, 1, 3), 3],
        ] as const) {
          expect(other.estimate).toBeCloseTo(by * plain.estimate, 9);
          expect(other.standardError).toBeCloseTo(by * plain.standardError, 9);
        }
        expect(plain.low).toBeLessThanOrEqual(plain.estimate);
      }),
    );
  });

  // The table stands in docs/models/raking.md.
  it("holds the mean of a base in about as many surveys as it says, people of one customer being alike", () => {
    const random = randomStream(6);
    let held = 0;
    for (let survey = 0; survey < 600; survey += 1) {
      const answers: number[] = [];
      const clusters: number[] = [];
      for (let customer = 0; customer < 15; customer += 1) {
        const taste = random.normal();
        for (let person = 0; person < 4; person += 1) {
          answers.push(7 + taste + random.normal());
          clusters.push(customer);
        }
      }
      const { low, high } = estimated(
        "mean",
        answers,
        answers.map(() => 1),
        { clusters },
      );
      if (low <= 7 && 7 <= high) held += 1;
    }
    expect(held / 600).toBeGreaterThan(0.92);
    expect(held / 600).toBeLessThan(0.98);
  });

  it("stays a number for answers and weights at the edge of the numbers", () => {
    const huge = estimated("mean", [-1e308, 1e308, 5e307], [1e200, 2e200, 1e-200]);
    for (const value of [huge.estimate, huge.standardError])
      expect(Number.isFinite(value)).toBe(true);
    expect(estimated("mean", [0, 0, 0], [1, 1, 1])).toMatchObject({
      estimate: 0,
      standardError: 0,
    });
  });

  it("names thin data and refuses a caller's mistake by its index", () => {
    expect(weightedEstimate("mean", [], [])).toEqual({
      kind: "too-few-clusters",
      have: 0,
      need: 2,
    });
    expect(weightedEstimate("mean", [1, 2], [1, 1], { clusters: [3, 3] })).toEqual({
      kind: "too-few-clusters",
      have: 1,
      need: 2,
    });
    expect(() => weightedEstimate("mean", [1, Number.NaN], [1, 1])).toThrow(/answer 1/);
    expect(() => weightedEstimate("mean", [1, 2], [1, -1])).toThrow(/weight 1/);
    expect(() => weightedEstimate("mean", [1, 2], [0, 0])).toThrow(/all weights/);
    expect(() => weightedEstimate("mean", [1, 2], [1])).toThrow(RangeError);
    expect(() => weightedEstimate("mean", [1, 2], [1, 1], { clusters: [1] })).toThrow(RangeError);
    expect(() => weightedEstimate("mean", [1, 2], [1, 1], { population: 1 })).toThrow(/population/);
    expect(() => weightedEstimate("mean", [1, 2], [1, 1], { level: 1 })).toThrow(RangeError);
    expect(() => weightedEstimate("mean", [1, 2], [1, 1], { startingWeights: [1, 0] })).toThrow(
      /starting weight 1/,
    );
    expect(() =>
      weightedEstimate("mean", [1, 2], [1, 1], {
        margins: [{ name: "size", categories: [0, 1], totals: [2] }],
      }),
    ).toThrow(/row 1 of margin size/);
  });
});
