import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { areaUnderCurve } from "../../src/profile/calibration-auc.ts";
import { applyScorecard, type ScorecardModel, scorecard } from "../../src/profile/scorecard.ts";
import { conditionColumn, scorecardColumns } from "../../src/profile/scorecard-columns.ts";
import { haveProfileSamples, profileSample, sampleColumns } from "../survey/profile-samples.ts";
import { shuffled } from "./german-credit.ts";
import { plantedFirm } from "./planted-firm.ts";

function cardOf(columns: readonly Uint8Array[], labels: ArrayLike<number>): ScorecardModel {
  const card = scorecard(columns, labels);
  if (card.kind !== "card") throw new Error(card.kind);
  return card;
}

/** Customers of which some conditions tell and the others do not. */
function firm(customers: number, seed: number): { columns: Uint8Array[]; labels: number[] } {
  const random = randomStream(seed);
  const columns = Array.from({ length: 6 }, () =>
    Uint8Array.from({ length: customers }, () => random.integer(2)),
  );
  const labels = Array.from({ length: customers }, (_, row) => {
    const odds = -1.5 + 2 * (columns[0]?.[row] ?? 0) + 1.2 * (columns[3]?.[row] ?? 0);
    return random.uniform() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  });
  return { columns, labels };
}

describe("scorecard", () => {
  describe.skipIf(!haveProfileSamples)("beside FasterRisk (skipped without the samples)", () => {
    for (const { name, area } of [
      { name: "breastcancer", area: 0.993 },
      { name: "mammo", area: 0.853 },
    ])
      it(`of ${name} has its area under the curve within .01 over five folds`, () => {
        const [outcome = [], ...numbers] = [
          ...sampleColumns(`riskslim_${name}_data.csv`).values(),
        ].map((cells) => cells.map(Number));
        const labels = outcome.map((value) => (value === 1 ? 1 : 0));
        const folds = profileSample(`riskslim_${name}_cvindices.csv`)
          .trim()
          .split(/\r?\n/)
          .map(Number);
        let mean = 0;
        for (let fold = 1; fold <= 5; fold += 1) {
          const part = (held: boolean): readonly [Float64Array[], number[]] => [
            numbers.map((cells) =>
              Float64Array.from(cells.filter((_, row) => (folds[row] === fold) === held)),
            ),
            labels.filter((_, row) => (folds[row] === fold) === held),
          ];
          const [learn, learnLabels] = part(false);
          const [test, testLabels] = part(true);
          const { columns, conditions } = scorecardColumns(
            learn.map((cells) => ({ numbers: cells })),
          );
          const card = cardOf(columns, learnLabels);
          expect(card.items.length).toBeLessThanOrEqual(8);
          const scores = applyScorecard(
            card,
            conditions.map((condition) =>
              conditionColumn(
                condition,
                test.map((cells) => ({ numbers: cells })),
              ),
            ),
          );
          const measured = areaUnderCurve(scores.totals, testLabels);
          if (measured.kind === "measured") mean += measured.area / 5;
        }
        expect(mean).toBeGreaterThan(area - 0.01);
      });
  });

  it("loses nothing against a search of every card", () => {
    for (const seed of [1, 2]) {
      const { columns, labels } = firm(60, seed);
      const card = scorecard(columns, labels, { mostConditions: 2, mostPoints: 3 });
      if (card.kind !== "card") throw new Error(card.kind);
      const support = card.items.map(({ condition }) => columns[condition] as Uint8Array);
      const found = plainLoss(
        support,
        card.items.map(({ points }) => points),
        labels,
      );
      let best = Number.POSITIVE_INFINITY;
      const among = support.length === 1 ? [[0]] : [];
      for (let one = 0; one < 6; one += 1)
        for (let other = one + 1; other < 6; other += 1) among.push([one, other]);
      for (const chosen of among.filter((own) => own.length === support.length))
        for (let p = -3; p <= 3; p += 1)
          for (let q = -3; q <= 3; q += 1)
            if (p !== 0 || q !== 0)
              best = Math.min(
                best,
                plainLoss(
                  chosen.map((k) => columns[k] as Uint8Array),
                  [p, q].slice(0, chosen.length),
                  labels,
                ),
              );
      expect(found).toBeLessThan(best + 0.02);
    }
  });

  it("can be added up by hand to the table's chance", () => {
    const { columns, labels } = firm(300, 4);
    const card = cardOf(columns, labels);
    const { totals, probabilities } = applyScorecard(card, columns);
    let customers = 0;
    let inside = 0;
    for (const row of card.table) {
      customers += row.customers;
      inside += row.inside;
    }
    expect(customers).toBe(300);
    expect(inside).toBe(labels.reduce((sum, label) => sum + label, 0));
    for (let row = 0; row < 300; row += 1) {
      const total = card.items.reduce(
        (sum, { condition, points }) => sum + points * (columns[condition]?.[row] ?? 0),
        0,
      );
      expect(totals[row]).toBe(total);
      const line = card.table.find((one) => one.total === total);
      expect(line?.probability).toBe(probabilities[row]);
    }
    for (const { points } of card.items) {
      expect(Number.isInteger(points) && points !== 0).toBe(true);
      expect(Math.abs(points)).toBeLessThanOrEqual(5);
    }
    expect(new Set(card.items.map(({ condition }) => condition))).toEqual(new Set([0, 3]));
  });

  it("does not hang on the order of customers or conditions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const { columns, labels } = firm(120, seed);
        const card = scorecard(columns, labels);
        const order = shuffled(120, randomStream(seed));
        const turned = scorecard(
          columns.map((column) => Uint8Array.from(order, (row) => column[row] as number)),
          order.map((row) => labels[row] as number),
        );
        const swapped = scorecard(columns.toReversed(), labels);
        expect(turned.kind).toBe(card.kind);
        expect(swapped.kind).toBe(card.kind);
        if (card.kind !== "card" || turned.kind !== "card" || swapped.kind !== "card") return;
        expect(turned.items).toEqual(card.items);
        expect(turned.multiplier).toBeCloseTo(card.multiplier, 6);
        expect(swapped.loss).toBeCloseTo(card.loss, 6);
      }),
      { numRuns: 20 },
    );
  });

  it("is seldom found where labels have nothing to do with traits", () => {
    let found = 0;
    for (let seed = 0; seed < 20; seed += 1) {
      const { traits } = plantedFirm(100, 12, randomStream(seed));
      const random = randomStream(seed).split(1);
      const labels = Array.from({ length: 100 }, () => (random.uniform() < 0.3 ? 1 : 0));
      if (scorecard(scorecardColumns(traits).columns, labels).kind === "card") found += 1;
    }
    expect(found).toBeLessThanOrEqual(3);
  });

  it("is filled up when asked", () => {
    const { columns, labels } = firm(300, 4);
    const card = scorecard(columns, labels, { fill: true, mostConditions: 5 });
    if (card.kind !== "card") throw new Error(card.kind);
    expect(card.items.length).toBeGreaterThan(2);
    expect(card.items.length).toBeLessThanOrEqual(5);
    expect(card.loss).toBeLessThan(cardOf(columns, labels).loss);
  });

  it("stays finite where a condition separates the core from the rest", () => {
    const labels = Array.from({ length: 40 }, (_, row) => row % 2);
    const card = cardOf([Uint8Array.from(labels)], labels);
    expect(card.items).toHaveLength(1);
    expect(card.table.every(({ probability }) => probability > 0.005 && probability < 0.995)).toBe(
      true,
    );
  });

  it("takes traits apart into levels and thresholds that customers have", () => {
    const { conditions, columns } = scorecardColumns(
      [{ levels: 3, codes: [0, 0, 1, 1, -1, 2] }, { numbers: [10, 20, 30, 40, Number.NaN, 50] }],
      { least: 2, thresholds: 9 },
    );
    expect(conditions).toEqual([
      { kind: "level", trait: 0, level: 0 },
      { kind: "level", trait: 0, level: 1 },
      { kind: "at-least", trait: 1, threshold: 20 },
      { kind: "at-least", trait: 1, threshold: 30 },
      { kind: "at-least", trait: 1, threshold: 40 },
    ]);
    expect([...(columns[2] as Uint8Array)]).toEqual([0, 1, 1, 1, 0, 1]);
    const { conditions: cut } = scorecardColumns(
      [{ numbers: Array.from({ length: 1000 }, (_, row) => row) }],
      { thresholds: 3 },
    );
    expect(cut.map((one) => (one.kind === "at-least" ? one.threshold : null))).toEqual([
      250, 500, 750,
    ]);
  });

  it("says by name what is missing, and refuses what is none", () => {
    const { columns, labels } = firm(60, 5);
    expect(scorecard([], labels)).toEqual({ kind: "no-condition-tells" });
    expect(scorecard([], [])).toMatchObject({ kind: "too-few-customers", have: 0 });
    expect(scorecard(columns, new Uint8Array(60))).toMatchObject({
      kind: "too-few-of-an-outcome",
      outcome: 1,
      have: 0,
    });
    expect(() => scorecard([Uint8Array.from([0, 1, 2])], [0, 1, 1])).toThrow("row 2");
    expect(() => scorecard([Uint8Array.from([0])], [0, 1, 1])).toThrow("condition 0");
    expect(() => scorecard(columns, labels, { mostConditions: 9 })).toThrow(RangeError);
    expect(() => applyScorecard(cardOf(columns, labels), [])).toThrow("condition");
  });
});

/** Penalised loss of points at the best line through them, by a plain search. */
function plainLoss(
  columns: readonly Uint8Array[],
  points: readonly number[],
  labels: readonly number[],
): number {
  const totals = labels.map((_, row) =>
    columns.reduce((sum, column, k) => sum + (points[k] as number) * (column[row] as number), 0),
  );
  const squares = points.reduce((sum, value) => sum + value * value, 0);
  const loss = (intercept: number, slope: number) =>
    totals.reduce(
      (sum, total, row) =>
        sum +
        Math.log1p(Math.exp(intercept + slope * total)) -
        (labels[row] as number) * (intercept + slope * total),
      0.5 * squares * slope * slope,
    );
  let [intercept, slope, step] = [0, 0.1, 1];
  let best = loss(intercept, slope);
  while (step > 1e-5) {
    let moved = false;
    for (const [a, b] of [
      [step, 0],
      [-step, 0],
      [0, step],
      [0, -step],
    ] as const) {
      const there = slope + b > 0 ? loss(intercept + a, slope + b) : Number.POSITIVE_INFINITY;
      if (there < best) {
        [best, intercept, slope, moved] = [there, intercept + a, slope + b, true];
        break;
      }
    }
    if (!moved) step /= 2;
  }
  return best;
}
