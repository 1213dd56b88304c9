import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { brierScore } from "../../src/profile/calibration-brier.ts";
import { calibrationLine } from "../../src/profile/calibration-slope.ts";
import type { FitTrait } from "../../src/profile/design-matrix.ts";
import {
  type FitScoreModel,
  fitScore,
  fitScorePolicy,
  scoreFit,
} from "../../src/profile/fit-score.ts";
import { haveProfileSamples } from "../survey/profile-samples.ts";
import { germanCredit, shuffled, traitsOf } from "./german-credit.ts";
import { plantedFirm } from "./planted-firm.ts";
import { slowPenalty, slowPosterior } from "./slow-evidence.ts";

function fitted(traits: readonly FitTrait[], labels: ArrayLike<number>): FitScoreModel {
  const score = fitScore(traits, labels);
  if (score.kind !== "fitted") throw new Error(score.kind);
  return score;
}

describe("fit score", () => {
  describe.skipIf(!haveProfileSamples)("on German credit (skipped without the samples)", () => {
    // smallsample_scores.txt, rows "EB-ridge+pred.var" of german, the mean of ten splits that it does not give.
    for (const { customers, brier, splits } of [
      { customers: 60, brier: 0.2034, splits: 40 },
      { customers: 150, brier: 0.1887, splits: 20 },
      { customers: 400, brier: 0.173, splits: 20 },
    ])
      it(`of ${customers} forecasts the others as well as the reference, and calibrated`, () => {
        const { traits, labels } = germanCredit();
        const slopes: number[] = [];
        let sum = 0;
        for (let split = 0; split < splits; split += 1) {
          const order = shuffled(labels.length, randomStream(100 + split).split(customers));
          const [learn, rest] = [order.slice(0, customers), order.slice(customers)];
          const model = fitted(
            traitsOf(traits, learn),
            learn.map((row) => labels[row] as number),
          );
          const { probabilities } = scoreFit(model, traitsOf(traits, rest));
          const came = rest.map((row) => labels[row] as number);
          sum += brierScore(probabilities, came) / splits;
          const line = calibrationLine(probabilities, came);
          if (line.kind === "measured") slopes.push(line.slope);
        }
        const slope = slopes.toSorted((one, other) => one - other)[Math.floor(slopes.length / 2)];
        expect(sum).toBeLessThan(brier + 0.003);
        expect(slope).toBeGreaterThan(0.8);
        expect(slope).toBeLessThan(1.3);
      });
  });

  it("finds the penalty that a slow and plain search finds", () => {
    for (const seed of [1, 2, 3]) {
      const { traits, labels } = plantedFirm(70, 4, randomStream(seed));
      const { penalty } = fitted(traits, labels);
      expect(Math.log(penalty)).toBeCloseTo(Math.log(slowPenalty(traits, labels)), 1);
    }
  });

  it("has the means and errors of the whole posterior, as a random walk over it finds them", () => {
    const { traits, labels } = plantedFirm(70, 3, randomStream(2), { effect: 1 });
    const { logOdds, standardErrors } = scoreFit(fitted(traits, labels), traits);
    const { mean, deviation } = slowPosterior(traits, labels, randomStream(3));
    for (let row = 0; row < 70; row += 1) {
      expect(Math.abs((logOdds[row] as number) - (mean[row] as number))).toBeLessThan(
        0.25 * (deviation[row] as number),
      );
      const ratio = (standardErrors[row] as number) / (deviation[row] as number);
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.2);
    }
  });

  it("gives reasons that add up exactly", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { traits, labels } = plantedFirm(60, 5, randomStream(seed), { missing: 0.2 });
        const model = fitScore(traits, labels);
        fc.pre(model.kind === "fitted");
        const scores = scoreFit(model, traits);
        for (let row = 0; row < 60; row += 1) {
          let sum = model.base;
          for (let trait = 0; trait < 5; trait += 1)
            sum += scores.contributions[row * 5 + trait] as number;
          expect(scores.logOdds[row]).toBe(sum);
          expect(scores.low[row]).toBeLessThan(scores.probabilities[row] as number);
          expect(scores.high[row]).toBeGreaterThan(scores.probabilities[row] as number);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("has reasons whose mean is zero over the customers it learned from", () => {
    const { traits, labels } = plantedFirm(200, 6, randomStream(4));
    const model = fitted(traits, labels);
    const { contributions } = scoreFit(model, traits);
    for (let trait = 0; trait < 6; trait += 1) {
      let sum = 0;
      for (let row = 0; row < 200; row += 1) sum += contributions[row * 6 + trait] as number;
      expect(sum / 200).toBeCloseTo(0, 12);
    }
  });

  it("does not hang on the order of customers or traits", () => {
    const { traits, labels } = plantedFirm(120, 5, randomStream(5), { missing: 0.1 });
    const model = fitted(traits, labels);
    const scores = scoreFit(model, traits);
    const order = shuffled(120, randomStream(6));
    const turned = fitted(
      traitsOf(traits, order),
      order.map((row) => labels[row] as number),
    );
    const turnedScores = scoreFit(turned, traitsOf(traits, order));
    for (const [place, row] of order.entries())
      expect(turnedScores.probabilities[place]).toBeCloseTo(scores.probabilities[row] as number, 8);
    const swapped = scoreFit(fitted(traits.toReversed(), labels), traits.toReversed());
    for (let row = 0; row < 120; row += 1)
      expect(swapped.probabilities[row]).toBeCloseTo(scores.probabilities[row] as number, 8);
  });

  it("does not change with the unit of a number", () => {
    const { traits, labels } = plantedFirm(80, 3, randomStream(7));
    const numbers = Float64Array.from(labels, (label, row) => label * 0.7 + Math.sin(row));
    const first = scoreFit(fitted([...traits, { numbers }], labels), [...traits, { numbers }]);
    const scaled = [...traits, { numbers: numbers.map((value) => 1e6 + 3000 * value) }];
    const second = scoreFit(fitted(scaled, labels), scaled);
    for (const [row, probability] of first.probabilities.entries())
      expect(second.probabilities[row]).toBeCloseTo(probability, 7);
  });

  it("narrows with more customers", () => {
    const widths = [50, 200, 800].map((customers) => {
      const { traits, labels } = plantedFirm(customers, 5, randomStream(8));
      const { standardErrors } = scoreFit(fitted(traits, labels), traits);
      return standardErrors.reduce((sum, error) => sum + error, 0) / customers;
    });
    expect(widths[1]).toBeLessThan(widths[0] as number);
    expect(widths[2]).toBeLessThan(widths[1] as number);
  });

  it("counts a trait that is not known as average, and says how much that leaves open", () => {
    const { traits, labels } = plantedFirm(200, 4, randomStream(9));
    const model = fitted(traits, labels);
    const nobody = traits.map(({ levels }) => ({ levels, codes: [-1] }));
    const { contributions, logOdds, unknownTraits, low, high, standardErrors } = scoreFit(
      model,
      nobody,
    );
    expect([...contributions]).toEqual([0, 0, 0, 0]);
    expect(logOdds[0]).toBe(model.base);
    expect(unknownTraits[0]).toBe(4);
    const { standardErrors: known } = scoreFit(model, traits);
    expect(standardErrors[0]).toBeGreaterThan(Math.max(...known));
    expect((high[0] as number) - (low[0] as number)).toBeLessThan(1);
  });

  it("takes a level that nobody had for one that is not known", () => {
    const { traits, labels } = plantedFirm(100, 2, randomStream(10));
    const wider = traits.map(({ levels, codes }) => ({ levels: levels + 1, codes }));
    const scores = scoreFit(fitted(wider, labels), [
      { levels: 4, codes: [3] },
      { levels: 4, codes: [0] },
    ]);
    expect(scores.unknownTraits[0]).toBe(1);
    expect(scores.contributions[0]).toBe(0);
  });

  it("stays finite where a trait separates the core from the rest", () => {
    const labels = Array.from({ length: 40 }, (_, row) => row % 2);
    const scores = scoreFit(fitted([{ levels: 2, codes: labels }], labels), [
      { levels: 2, codes: [0, 1] },
    ]);
    expect(scores.probabilities[0]).toBeLessThan(0.2);
    expect(scores.probabilities[0]).toBeGreaterThan(0.0001);
    expect(scores.probabilities[1]).toBeGreaterThan(0.8);
    expect(scores.standardErrors[0]).toBeLessThan(10);
    // As sharp as can be: the interval still holds the chance.
    const many = Array.from({ length: 2000 }, (_, row) => row % 2);
    const traits = Array.from({ length: 5 }, () => ({ levels: 2, codes: many }));
    const sharp = scoreFit(fitted(traits, many), traits, 0.5);
    for (const [row, probability] of sharp.probabilities.entries()) {
      expect(sharp.low[row]).toBeLessThanOrEqual(probability);
      expect(sharp.high[row]).toBeGreaterThanOrEqual(probability);
    }
  });

  it("works with 5,000 levels in a trait, one trait, and customers that occur twice", () => {
    const random = randomStream(11);
    const codes = Array.from({ length: 6000 }, () => random.integer(5000));
    const labels = codes.map((code) => (random.uniform() < (code < 2500 ? 0.2 : 0.4) ? 1 : 0));
    const model = fitted([{ levels: 5000, codes }], labels);
    expect(model.coding.columns).toBeLessThanOrEqual(300);
    const twice = fitted(
      [{ levels: 5000, codes: [...codes.slice(0, 300), ...codes.slice(0, 30)] }],
      [...labels.slice(0, 300), ...labels.slice(0, 30)],
    );
    expect(twice.customers).toBe(330);
  });

  it("says by name what is missing", () => {
    const trait = { levels: 2, codes: Array.from({ length: 30 }, (_, row) => row % 2) };
    expect(fitScore([{ levels: 2, codes: [1] }], [1])).toEqual({
      kind: "too-few-customers",
      have: 1,
      need: 20,
    });
    expect(fitScore([{ levels: 2, codes: [] }], [])).toMatchObject({ kind: "too-few-customers" });
    expect(fitScore([trait], new Uint8Array(30).fill(1))).toEqual({
      kind: "too-few-of-an-outcome",
      outcome: 0,
      have: 0,
      need: 5,
    });
    const half = Array.from({ length: 30 }, (_, row) => (row < 15 ? 1 : 0));
    expect(fitScore([{ levels: 3, codes: new Int32Array(30).fill(-1) }], half)).toEqual({
      kind: "no-trait-varies",
    });
    expect(fitScore([{ numbers: new Float64Array(30).fill(0.1) }], half)).toEqual({
      kind: "no-trait-varies",
    });
  });

  it("refuses what is none, with the row", () => {
    const labels = [0, 1, 1];
    expect(() => fitScore([], labels)).toThrow(RangeError);
    expect(() => fitScore([{ levels: 2, codes: [0, 2, 1] }], labels)).toThrow("row 1");
    expect(() => fitScore([{ levels: 2, codes: [0, Number.NaN, 1] }], labels)).toThrow("row 1");
    expect(() => fitScore([{ numbers: [0, 1, Number.POSITIVE_INFINITY] }], labels)).toThrow(
      "row 2",
    );
    expect(() => fitScore([{ numbers: [0, 1, 2] }], [0, 1, 0.5])).toThrow("label 2");
    expect(() => fitScore([{ numbers: [0, 1, 2] }], [0, 1])).toThrow("labels");
    expect(() =>
      fitScore([{ numbers: [0, 1, 2] }], labels, { ...fitScorePolicy, leastOfEach: 0 }),
    ).toThrow("leastOfEach");
    const { traits, labels: some } = plantedFirm(60, 2, randomStream(12));
    const model = fitted(traits, some);
    expect(() => scoreFit(model, traits.slice(1))).toThrow(RangeError);
    expect(() => scoreFit(model, [{ numbers: [1] }, { numbers: [1] }])).toThrow("trait 0");
    expect(() => scoreFit(model, traits, 1)).toThrow("level");
  });

  it("has intervals that hold the true chance as often as they say", () => {
    // A small run; the page has the large one.
    let held = 0;
    let asked = 0;
    for (let firm = 0; firm < 60; firm += 1) {
      const { traits, labels, chances } = plantedFirm(100, 6, randomStream(1000 + firm));
      const model = fitScore(traits, labels);
      if (model.kind !== "fitted") continue;
      const { low, high } = scoreFit(model, traits, 0.8);
      for (const [row, chance] of chances.entries()) {
        asked += 1;
        if ((low[row] as number) <= chance && chance <= (high[row] as number)) held += 1;
      }
    }
    expect(held / asked).toBeGreaterThan(0.74);
    expect(held / asked).toBeLessThan(0.88);
  });
});
