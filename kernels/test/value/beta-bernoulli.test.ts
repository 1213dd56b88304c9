import { describe, expect, it } from "vitest";
import {
  type BetaBernoulliFit,
  fitBetaBernoulli,
  predictBetaBernoulli,
} from "../../src/value/beta-bernoulli.ts";
import { column, rowsOf, samplesThere } from "./cdnow.ts";

function fitted(fit: BetaBernoulliFit) {
  if (fit.kind !== "fitted") throw new Error(`no fit but ${fit.kind}`);
  return fit;
}

type Row = readonly [bought: number, last: number, occasions: number, customers: number];

function historyOf(rows: readonly Row[]) {
  return {
    bought: rows.map((row) => row[0]),
    last: rows.map((row) => row[1]),
    occasions: rows.map((row) => row[2]),
    customers: rows.map((row) => row[3]),
  };
}

const published = { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 };

describe.skipIf(!samplesThere)("on the donors of the published study", () => {
  const donors = () => {
    const rows = rowsOf("donations.csv");
    return {
      bought: column(rows, 0),
      last: column(rows, 1),
      occasions: column(rows, 2),
      customers: column(rows, 3),
    };
  };

  it("the BG/BB has the reference fit", () => {
    const { parameters, logLikelihood, customers } = fitted(fitBetaBernoulli(donors()));
    expect(customers).toBe(11_104);
    expect(parameters.alpha).toBeCloseTo(1.2035224, 6);
    expect(parameters.beta).toBeCloseTo(0.7497164, 6);
    expect(parameters.gamma).toBeCloseTo(0.6567182, 6);
    expect(parameters.delta).toBeCloseTo(2.783442, 6);
    expect(logLikelihood).toBeCloseTo(-33225.581274, 6);
  });

  it("the predictions are the published ones", () => {
    const history = donors();
    const { parameters } = fitted(fitBetaBernoulli(history));
    const { alive, purchases } = predictBetaBernoulli(history, parameters, 5);
    const total = purchases.reduce(
      (sum, expected, row) => sum + expected * (history.customers[row] as number),
      0,
    );
    expect(Math.abs(total - 12_884.2)).toBeLessThan(0.05);
    const aliveAt = (x: number, last: number) =>
      alive[history.bought.findIndex((bought, k) => bought === x && history.last[k] === last)];
    expect(aliveAt(0, 0)).toBeCloseTo(0.11, 2);
    expect(aliveAt(2, 4)).toBeCloseTo(0.59, 2);
    expect(aliveAt(6, 6)).toBeCloseTo(0.93, 2);
  });
});

describe("the BG/BB", () => {
  const rows: Row[] = [
    [0, 0, 4, 10],
    [2, 4, 4, 3],
    [1, 1, 4, 5],
    [3, 3, 5, 4],
  ];

  it("does not depend on the order of the rows, nor on how customers are folded", () => {
    const first = fitted(fitBetaBernoulli(historyOf(rows), "weak")).parameters;
    const turned = fitted(fitBetaBernoulli(historyOf(rows.toReversed()), "weak")).parameters;
    const unfolded = rows.flatMap(([x, last, n, count]) =>
      Array.from({ length: count }, (): Row => [x, last, n, 1]),
    );
    const apart = fitted(fitBetaBernoulli(historyOf(unfolded), "weak")).parameters;
    for (const name of ["alpha", "beta", "gamma", "delta"] as const) {
      expect(turned[name]).toBeCloseTo(first[name], 7);
      expect(apart[name]).toBeCloseTo(first[name], 7);
    }
  });

  it("stays finite over a thousand occasions", () => {
    const long = historyOf([
      [1000, 1000, 1000, 1],
      [1, 1, 1000, 1],
      [0, 0, 0, 1],
    ]);
    const { alive, purchases } = predictBetaBernoulli(long, published, 100);
    for (let row = 0; row < 3; row += 1) {
      expect(alive[row]).toBeGreaterThanOrEqual(0);
      expect(alive[row]).toBeLessThanOrEqual(1);
      expect(purchases[row]).toBeGreaterThanOrEqual(0);
      expect(purchases[row]).toBeLessThanOrEqual(100);
    }
    expect(predictBetaBernoulli(long, published, 0).purchases).toEqual(new Float64Array(3));
  });

  it("names what is missing", () => {
    expect(fitBetaBernoulli(historyOf([]))).toEqual({ kind: "too-thin", missing: "customers" });
    const quiet = historyOf([[0, 0, 4, 9]]);
    expect(fitBetaBernoulli(quiet)).toEqual({ kind: "too-thin", missing: "purchases" });
    expect(fitBetaBernoulli(quiet, "weak").kind).toBe("fitted");
  });

  it("names the row that cannot be", () => {
    for (const wrong of [
      [3, 2, 4, 1],
      [0, 1, 4, 1],
      [1, 0, 4, 1],
      [1, 5, 4, 1],
      [1, 1, 4, -1],
      [1, 1, Number.NaN, 1],
    ] as const)
      expect(() => fitBetaBernoulli(historyOf([[1, 1, 4, 1], wrong]))).toThrow("row 1");
    expect(() => predictBetaBernoulli(historyOf(rows), published, 0.5)).toThrow(RangeError);
    expect(() => predictBetaBernoulli(historyOf(rows), { ...published, beta: 0 }, 1)).toThrow(
      "beta",
    );
  });
});
