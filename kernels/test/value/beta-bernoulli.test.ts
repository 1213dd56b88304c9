import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { type BetaBernoulliFit, fitBetaBernoulli } from "../../src/value/beta-bernoulli.ts";
import {
  betaBernoulliDensity,
  betaBernoulliEvaluation,
} from "../../src/value/beta-bernoulli-likelihood.ts";
import {
  type BetaBernoulliPosterior,
  betaBernoulliDraws,
  betaBernoulliPosterior,
} from "../../src/value/beta-bernoulli-posterior.ts";
import {
  drawPurchases,
  predictBetaBernoulli,
  purchaseCountProbabilities,
} from "../../src/value/beta-bernoulli-prediction.ts";
import { predictionBands } from "../../src/value/prediction-bands.ts";
import { column, rowsOf, samplesThere } from "./cdnow.ts";

function fitted(fit: BetaBernoulliFit) {
  if (fit.kind !== "fitted") throw new Error(`no fit but ${fit.kind}`);
  return fit;
}

function drawn(posterior: BetaBernoulliPosterior) {
  if (posterior.kind !== "drawn") throw new Error(`no posterior but ${posterior.kind}`);
  return posterior;
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

describe.skipIf(!samplesThere)("on the donors of the published study, further", () => {
  const donors = () => {
    const rows = rowsOf("donations.csv");
    return {
      bought: column(rows, 0),
      last: column(rows, 1),
      occasions: column(rows, 2),
      customers: column(rows, 3),
    };
  };

  it("the expected counts are the published ones", () => {
    const { parameters } = fitted(fitBetaBernoulli(donors()));
    const counts = purchaseCountProbabilities(parameters, 6).map((chance) => 11_104 * chance);
    expect(counts[0]).toBeCloseTo(3454.9, 1);
    expect(counts[6]).toBeCloseTo(1253.1, 1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeCloseTo(11_104, 8);
  });

  it("the posterior lies around the fit, and its bands hold what came in the next five years", () => {
    const history = donors();
    const posterior = drawn(
      betaBernoulliPosterior(history, { kind: "flat" }, randomStream(1), 3000),
    );
    expect(posterior.reliable).toBe(true);
    expect(posterior.effectiveSize).toBeGreaterThan(1500);
    const { parameters, standardErrors } = fitted(fitBetaBernoulli(history));
    for (const name of ["alpha", "beta", "gamma", "delta"] as const) {
      const { mean, deviation } = posterior.summary[name];
      expect(Math.abs(mean - parameters[name])).toBeLessThan(0.5 * standardErrors[name]);
      expect(Math.abs(deviation / standardErrors[name] - 1)).toBeLessThan(0.25);
    }
    const sets = betaBernoulliDraws(posterior, 100, randomStream(2));
    const totals = sets.map((set) =>
      Float64Array.of(
        predictBetaBernoulli(history, set, 5).purchases.reduce(
          (sum, each, row) => sum + each * (history.customers[row] as number),
          0,
        ),
      ),
    );
    const [, band] = predictionBands(totals).bands;
    expect(band?.lower[0]).toBeLessThan(12_884.2);
    expect(band?.upper[0]).toBeGreaterThan(12_884.2);
  });
});

describe("the BG/BB", () => {
  it("has the likelihood that the tables show", () => {
    const history = historyOf([
      [0, 0, 0, 1],
      [0, 0, 9, 2],
      [3, 5, 9, 4],
      [200, 260, 300, 1],
      [12, 12, 12, 0.5],
    ]);
    const density = betaBernoulliDensity(history);
    for (const point of [
      [0, 0, 0, 1],
      [-2, 1, 0.5, 2],
      [1.5, -1, -3, 0.2],
    ])
      expect(density(point)).toBeCloseTo(
        betaBernoulliEvaluation(history, Float64Array.from(point)).value,
        8,
      );
  });

  it("draws purchases whose mean is the expected one", () => {
    const history = historyOf([
      [0, 0, 6, 1],
      [2, 4, 6, 1],
      [6, 6, 6, 1],
    ]);
    const stream = randomStream(9);
    const sums = new Float64Array(3);
    const count = 20_000;
    for (let k = 0; k < count; k += 1)
      drawPurchases(history, published, 5, stream).forEach((purchases, row) => {
        sums[row] = (sums[row] as number) + purchases / count;
      });
    predictBetaBernoulli(history, published, 5).purchases.forEach((expected, row) => {
      expect(Math.abs((sums[row] as number) - expected)).toBeLessThan((4 * 2) / Math.sqrt(count));
    });
  });

  it("has a posterior that does not depend on the order of rows and narrows with more customers", () => {
    const width = (times: number, some = rows) => {
      const posterior = drawn(
        betaBernoulliPosterior(
          historyOf(some.map(([x, last, n, count]) => [x, last, n, count * times])),
          "weak",
          randomStream(1),
          1000,
        ),
      );
      const { alpha, delta } = posterior.summary;
      return Math.log(alpha.upper / alpha.lower) + Math.log(delta.upper / delta.lower);
    };
    expect(width(20)).toBeLessThan(width(1));
    expect(width(400)).toBeLessThan(width(20));
    expect(width(1, rows.toReversed())).toBeCloseTo(width(1), 6);
  });

  it("tells the chances of counts that add up to one, and refuses what cannot be", () => {
    const chances = purchaseCountProbabilities(published, 40);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    expect(purchaseCountProbabilities(published, 0)[0]).toBeCloseTo(1, 12);
    expect(() => purchaseCountProbabilities(published, -1)).toThrow("ahead");
    expect(() => drawPurchases(historyOf(rows), published, 0.5, randomStream(1))).toThrow("ahead");
    expect(betaBernoulliPosterior(historyOf([]), "weak", randomStream(1))).toEqual({
      kind: "too-thin",
      missing: "customers",
    });
  });

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

  it("does not depend on the order of any rows", () => {
    const kinds = fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 9 }),
          fc.nat(9),
          fc.nat(9),
          fc.integer({ min: 1, max: 30 }),
        )
        .map(([occasions, one, other, count]): Row => {
          const last = one % (occasions + 1);
          return [last === 0 ? 0 : 1 + (other % last), last, occasions, count];
        }),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(kinds, (some) => {
        const there = fitted(fitBetaBernoulli(historyOf(some), "weak")).parameters;
        const back = fitted(fitBetaBernoulli(historyOf(some.toReversed()), "weak")).parameters;
        for (const name of ["alpha", "beta", "gamma", "delta"] as const)
          expect(back[name] / there[name]).toBeCloseTo(1, 5);
        const turned = predictBetaBernoulli(historyOf(some.toReversed()), there, 5).purchases;
        expect(turned.toReversed()).toEqual(
          predictBetaBernoulli(historyOf(some), there, 5).purchases,
        );
      }),
      { numRuns: 40, endOnFailure: true },
    );
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
