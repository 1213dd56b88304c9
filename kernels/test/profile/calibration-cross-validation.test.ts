import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  crossValidate,
  type Scorer,
  stratifiedFolds,
} from "../../src/profile/calibration-cross-validation.ts";
import { fitScore, scoreFit } from "../../src/profile/fit-score.ts";
import { applyScorecard, scorecard } from "../../src/profile/scorecard.ts";
import { scorecardColumns } from "../../src/profile/scorecard-columns.ts";
import type { Trait } from "../../src/profile/trait.ts";
import { shuffled, traitsOf } from "./german-credit.ts";
import { plantedFirm } from "./planted-firm.ts";

function fitScorer(traits: readonly Trait[], labels: readonly number[]): Scorer {
  return (learn, forecast) => {
    const model = fitScore(
      traitsOf(traits, [...learn]),
      Array.from(learn, (row) => labels[row] as number),
    );
    return model.kind === "fitted"
      ? scoreFit(model, traitsOf(traits, [...forecast])).probabilities
      : model.kind;
  };
}

function cardScorer(traits: readonly Trait[], labels: readonly number[]): Scorer {
  const { columns } = scorecardColumns(traits);
  const part = (rows: Uint32Array) =>
    columns.map((column) => Uint8Array.from(rows, (row) => column[row] as number));
  return (learn, forecast) => {
    const own = Array.from(learn, (row) => labels[row] as number);
    const card = scorecard(part(learn), own);
    const base = own.reduce((sum, label) => sum + label, 0) / own.length;
    return card.kind === "card"
      ? applyScorecard(card, part(forecast)).probabilities
      : new Float64Array(forecast.length).fill(base);
  };
}

describe("cross-validation", () => {
  it("splits each outcome evenly, the same way for the same stream", () => {
    const labels = Array.from({ length: 103 }, (_, row) => (row % 4 === 0 ? 1 : 0));
    const folds = stratifiedFolds(labels, 5, randomStream(1));
    expect(stratifiedFolds(labels, 5, randomStream(1))).toEqual(folds);
    for (const outcome of [0, 1]) {
      const counts = [0, 0, 0, 0, 0];
      for (const [row, fold] of folds.entries())
        if (labels[row] === outcome) counts[fold] = (counts[fold] as number) + 1;
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  for (const [name, make] of [
    ["fit score", fitScorer],
    ["scorecard", cardScorer],
  ] as const) {
    it(`shows what a ${name} is worth on customers it did not see`, () => {
      const { traits, labels } = plantedFirm(300, 5, randomStream(2), { effect: 1.2 });
      const measured = crossValidate(labels, make(traits, labels), randomStream(3), { repeats: 3 });
      if (measured.kind !== "measured") throw new Error(measured.kind);
      expect(measured.area).toBeGreaterThan(0.65);
      expect(measured.low).toBeLessThan(measured.area);
      expect(measured.high).toBeGreaterThan(measured.area);
      expect(measured.brier).toBeLessThan(measured.baseBrier);
      expect(measured.slope).toBeGreaterThan(0.7);
      expect(measured.slope).toBeLessThan(1.5);
      expect(measured.areaRange[0]).toBeLessThanOrEqual(measured.area);
    });

    it(`finds nothing in a ${name} of permuted labels`, () => {
      let sum = 0;
      const firms = 12;
      for (let seed = 0; seed < firms; seed += 1) {
        const { traits, labels } = plantedFirm(80, 4, randomStream(seed));
        const order = shuffled(80, randomStream(seed).split(9));
        const permuted = order.map((row) => labels[row] as number);
        const measured = crossValidate(permuted, make(traits, permuted), randomStream(seed), {
          repeats: 1,
        });
        if (measured.kind !== "measured") throw new Error(measured.kind);
        sum += measured.area / firms;
      }
      expect(sum).toBeGreaterThan(0.43);
      expect(sum).toBeLessThan(0.57);
    });
  }

  it("gives a model that knows nothing exactly one half", () => {
    const labels = Array.from({ length: 47 }, (_, row) => (row % 3 === 0 ? 1 : 0));
    const measured = crossValidate(
      labels,
      (learn, forecast) => {
        const base = learn.reduce((sum, row) => sum + (labels[row] as number), 0) / learn.length;
        return new Float64Array(forecast.length).fill(base);
      },
      randomStream(4),
    );
    expect(measured).toMatchObject({ kind: "measured", area: 0.5 });
    if (measured.kind === "measured") expect(measured.brier).toBeCloseTo(measured.baseBrier, 12);
  });

  it("says by name what is missing, and refuses what is none", () => {
    const labels = [0, 0, 0, 0, 0, 0, 1, 1];
    const nothing: Scorer = (_, forecast) => new Float64Array(forecast.length);
    expect(crossValidate(labels, nothing, randomStream(5))).toEqual({
      kind: "too-few-of-an-outcome",
      outcome: 1,
      have: 2,
      need: 5,
    });
    expect(crossValidate(labels, () => "too thin", randomStream(5), { folds: 2 })).toEqual({
      kind: "not-scored",
      reason: "too thin",
    });
    expect(() => crossValidate([0, 2], nothing, randomStream(5))).toThrow("label 1");
    expect(() => crossValidate(labels, () => [1], randomStream(5), { folds: 2 })).toThrow(
      RangeError,
    );
    expect(() => crossValidate(labels, nothing, randomStream(5), { repeats: 0 })).toThrow(
      RangeError,
    );
    expect(() => stratifiedFolds(labels, 1, randomStream(5))).toThrow(RangeError);
  });
});
