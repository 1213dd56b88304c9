import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  betaGeometricLogLikelihood,
  fitBetaGeometric,
} from "../../src/value/beta-geometric-fit.ts";
import { foldHistory } from "../../src/value/fold-history.ts";
import {
  fitPareto,
  type ParetoFit,
  paretoLogLikelihood,
  weakParetoPrior,
} from "../../src/value/pareto-nbd-fit.ts";
import { paretoEvaluation, paretoValue } from "../../src/value/pareto-nbd-likelihood.ts";
import { paretoRows } from "../../src/value/pareto-nbd-rows.ts";
import { apparelShoppers } from "./apparel.ts";
import { exactCdnow, roundedCdnow, samplesThere } from "./cdnow.ts";
import { histories, historyOf } from "./order-histories.ts";

function fitted(fit: ParetoFit) {
  if (fit.kind !== "fitted") throw new Error(`no fit but ${fit.kind}`);
  return fit;
}

const names = ["r", "alpha", "s", "beta"] as const;

describe.skipIf(!samplesThere)("on real customers", () => {
  it("CDNOW has the reference fit", () => {
    const rounded = fitted(fitPareto(roundedCdnow()));
    // The reference is good to about six digits.
    expect(rounded.parameters.r).toBeCloseTo(0.553276, 6);
    expect(rounded.parameters.alpha).toBeCloseTo(10.577612, 6);
    expect(rounded.parameters.s).toBeCloseTo(0.606214, 6);
    expect(rounded.parameters.beta).toBeCloseTo(11.66791, 5);
    expect(rounded.logLikelihood).toBeCloseTo(-9594.97392983, 8);
    expect(rounded.standardErrors.r).toBeCloseTo(0.0476264, 5);
    expect(rounded.standardErrors.alpha).toBeCloseTo(0.8427222, 4);
    expect(rounded.standardErrors.s).toBeCloseTo(0.1872594, 4);
    expect(rounded.standardErrors.beta).toBeCloseTo(6.2105448, 2);
  });

  it("CDNOW has the published fit, which a looser search found", () => {
    const exact = fitted(fitPareto(exactCdnow()));
    expect(exact.parameters.r).toBeCloseTo(0.553, 3);
    expect(exact.parameters.alpha).toBeCloseTo(10.578, 3);
    expect(exact.parameters.s).toBeCloseTo(0.606, 3);
    // CLVTools has 11.6715 and Fader, Hardie and Lee 11.669, a little below the top.
    expect(exact.parameters.beta).toBeCloseTo(11.669, 3);
    expect(exact.logLikelihood).toBeCloseTo(-9594.976, 3);
    const published = { r: 0.55315, alpha: 10.57633, s: 0.60625, beta: 11.6715 };
    const there = paretoLogLikelihood(exactCdnow(), published);
    expect(there).toBeLessThan(exact.logLikelihood);
    expect(there).toBeGreaterThan(exact.logLikelihood - 1e-5);
    expect(exact.evaluations).toBeLessThanOrEqual(10);
  });

  it("the shoppers of apparelTrans have the fits of CLVTools, but for its last step", () => {
    const shoppers = apparelShoppers();
    expect(shoppers.customer).toHaveLength(600);
    const pareto = fitted(fitPareto(shoppers));
    expect(pareto.logLikelihood).toBeCloseTo(-5848.097827, 6);
    const there = { r: 1.4489768, alpha: 48.6360845, s: 0.5612598, beta: 46.8843634 };
    const errors = { r: 0.243428, alpha: 7.48918, s: 0.271048, beta: 35.6114 };
    expect(paretoLogLikelihood(shoppers, there)).toBeLessThan(pareto.logLikelihood);
    for (const name of names) {
      // CLVTools stops 4e-5 of a parameter away from the top.
      expect(Math.abs(pareto.parameters[name] / there[name] - 1)).toBeLessThan(6e-5);
      expect(Math.abs(pareto.standardErrors[name] / errors[name] - 1)).toBeLessThan(2e-4);
    }
    const geometric = fitBetaGeometric(shoppers, "bg-nbd");
    if (geometric.kind !== "fitted") throw new Error(geometric.kind);
    expect(geometric.logLikelihood).toBeCloseTo(-5857.019749, 6);
    const known = { r: 0.6073108, alpha: 20.9567304, a: 1.2755435, b: 8.8608159 };
    const knownErrors = { r: 0.0541729, alpha: 2.57197, a: 1.02749, b: 8.27077 };
    expect(betaGeometricLogLikelihood(shoppers, "bg-nbd", known)).toBeLessThan(
      geometric.logLikelihood,
    );
    for (const name of ["r", "alpha", "a", "b"] as const) {
      expect(Math.abs(geometric.parameters[name] / known[name] - 1)).toBeLessThan(2e-5);
      expect(Math.abs(geometric.standardErrors[name] / knownErrors[name] - 1)).toBeLessThan(5e-5);
    }
  });

  it("small subsets never fail under the weak prior", () => {
    const all = exactCdnow();
    const stream = randomStream(7);
    for (const count of [30, 60, 150])
      for (let trial = 0; trial < 20; trial += 1) {
        const chosen = Array.from({ length: count }, () => stream.integer(all.age.length));
        const fit = fitted(
          fitPareto(
            {
              repeats: chosen.map((row) => all.repeats[row] as number),
              last: chosen.map((row) => all.last[row] as number),
              age: chosen.map((row) => all.age[row] as number),
            },
            "weak",
          ),
        );
        for (const name of names) expect(fit.standardErrors[name]).toSatisfy(Number.isFinite);
      }
  });
});

/** Many customers on a grid of days, with busy ones among them. */
function manyOnDays(count: number) {
  const stream = randomStream(11);
  return historyOf(
    Array.from({ length: count }, () => {
      const age = 100 + stream.integer(60);
      const last = stream.integer(age + 1);
      return { repeats: last === 0 ? 0 : 1 + stream.integer(24), last, age };
    }),
    1 / 7,
  );
}

describe("the likelihood", () => {
  const extreme = historyOf([
    { repeats: 221, last: 103.42857, age: 103.57143 },
    { repeats: 254, last: 97.14286, age: 97.28571 },
    { repeats: 161, last: 94.71429, age: 98 },
    { repeats: 204, last: 98.57143, age: 99.42857 },
    { repeats: 400, last: 5, age: 6 },
    { repeats: 500, last: 1, age: 37 },
    { repeats: 500, last: 4, age: 37 },
    { repeats: 1_000_000_000, last: 1, age: 1e6 },
    { repeats: 0, last: 0, age: 0 },
  ]);

  it("has the gradient and the Hessian that differences show, on the grid and row by row", () => {
    const few = historyOf([
      { repeats: 0, last: 0, age: 9 },
      { repeats: 1, last: 4, age: 9 },
      { repeats: 5, last: 20, age: 21 },
      { repeats: 200, last: 30, age: 31 },
    ]);
    const at = [-0.7, 1.9, -0.2, 2.6];
    const step = 1e-5;
    for (const history of [few, manyOnDays(3000)]) {
      const rows = paretoRows(foldHistory(history), 1);
      const here = paretoEvaluation(rows, at);
      expect(paretoValue(rows, at)).toBeCloseTo(here.value, 7);
      for (let k = 0; k < 4; k += 1) {
        const moved = (side: number) =>
          paretoEvaluation(
            rows,
            at.map((entry, j) => (j === k ? entry + side * step : entry)),
          );
        const [up, down] = [moved(1), moved(-1)];
        const slope = here.gradient[k] as number;
        expect((up.value - down.value) / (2 * step) / slope).toBeCloseTo(1, 6);
        for (let j = 0; j < 4; j += 1) {
          const bend = here.hessian[4 * k + j] as number;
          const shown = ((up.gradient[j] as number) - (down.gradient[j] as number)) / (2 * step);
          expect(Math.abs(shown - bend)).toBeLessThan(1e-5 * (1 + Math.abs(bend)));
        }
      }
    }
  });

  it("is the same by suffix sums over the grid as for each customer alone", () => {
    const many = manyOnDays(3000);
    for (const parameters of [
      { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 },
      { r: 2, alpha: 0.3, s: 1, beta: 40 },
      { r: 0.1, alpha: 30, s: 3, beta: 0.5 },
    ]) {
      let alone = 0;
      for (let customer = 0; customer < many.repeats.length; customer += 1)
        alone += paretoLogLikelihood(
          {
            repeats: [many.repeats[customer] as number],
            last: [many.last[customer] as number],
            age: [many.age[customer] as number],
          },
          parameters,
        );
      expect(paretoLogLikelihood(many, parameters) / alone).toBeCloseTo(1, 11);
    }
  });

  it("is finite for the extreme customers", () => {
    for (const alpha of [0.00798565181, 2.8845, 1e6])
      for (const beta of [1e-4, 2.82, 1e6])
        expect(paretoLogLikelihood(extreme, { r: 10.465, alpha, s: 3.0516, beta })).toSatisfy(
          Number.isFinite,
        );
  });

  it("names a parameter that cannot be", () => {
    const history = historyOf([{ repeats: 1, last: 1, age: 2 }]);
    expect(() => paretoLogLikelihood(history, { r: 1, alpha: 1, s: 0, beta: 1 })).toThrow("s is");
  });
});

describe("a fit", () => {
  it("does not depend on the order of the customers, and follows the unit of time", () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(1 / 52, 7, 365.25), (customers, factor) => {
        const first = fitted(fitPareto(historyOf(customers), "weak")).parameters;
        const turned = fitted(fitPareto(historyOf(customers.toReversed()), "weak")).parameters;
        const scaled = fitted(fitPareto(historyOf(customers, factor), "weak")).parameters;
        for (const name of names) {
          expect(turned[name] / first[name]).toBeCloseTo(1, 5);
          const time = name === "alpha" || name === "beta";
          expect(scaled[name] / (time ? first[name] * factor : first[name])).toBeCloseTo(1, 5);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("finds planted parameters among many customers, and tells their log-likelihood", () => {
    const truth = { r: 0.6, alpha: 10, s: 0.8, beta: 20 };
    const stream = randomStream(3);
    const customers = Array.from({ length: 20_000 }, () => {
      const rate = stream.gamma(truth.r) / truth.alpha;
      const leaving = stream.gamma(truth.s) / truth.beta;
      const age = 30 + stream.integer(100) / 7;
      const stop = Math.min(age, -Math.log(stream.uniform()) / leaving);
      let repeats = 0;
      let last = 0;
      for (;;) {
        const next = last - Math.log(stream.uniform()) / rate;
        if (!(next < stop)) break;
        repeats += 1;
        last = next;
      }
      // Days: what falls on the day of the first order counts a day later.
      return { repeats, last: repeats === 0 ? 0 : Math.min(age, Math.ceil(last * 7) / 7), age };
    });
    const history = historyOf(customers);
    const fit = fitted(fitPareto(history));
    for (const name of names)
      expect(Math.abs(fit.parameters[name] - truth[name])).toBeLessThan(
        3.5 * fit.standardErrors[name],
      );
    expect(paretoLogLikelihood(history, fit.parameters)).toBeCloseTo(fit.logLikelihood, 5);
  });

  it("under the prior of the caller is that of the same weak prior", () => {
    const history = historyOf([
      { repeats: 3, last: 7, age: 10 },
      { repeats: 0, last: 0, age: 12 },
    ]);
    const own = fitted(fitPareto(history, weakParetoPrior(history)));
    for (const name of names)
      expect(own.parameters[name]).toBeCloseTo(
        fitted(fitPareto(history, "weak")).parameters[name],
        9,
      );
  });

  it("names what is missing where the data are too thin", () => {
    expect(fitPareto(historyOf([]))).toEqual({ kind: "too-thin", missing: "customers" });
    const quiet = historyOf([{ repeats: 0, last: 0, age: 5 }]);
    expect(fitPareto(historyOf([{ repeats: 0, last: 0, age: 0 }]))).toEqual({
      kind: "too-thin",
      missing: "time",
    });
    expect(fitPareto(quiet)).toEqual({ kind: "too-thin", missing: "repeat-orders" });
    expect(fitPareto(quiet, "weak").kind).toBe("fitted");
    const alike = historyOf(Array.from({ length: 30 }, () => ({ repeats: 4, last: 8, age: 8 })));
    expect(fitPareto(alike)).toEqual({ kind: "no-maximum", customers: 30 });
    expect(fitPareto(alike, "weak").kind).toBe("fitted");
    expect(() => weakParetoPrior(historyOf([{ repeats: 0, last: 0, age: 0 }]))).toThrow(RangeError);
  });

  it("names the customer that cannot be", () => {
    const good = { repeats: 1, last: 1, age: 2 };
    for (const wrong of [
      { repeats: 1.5, last: 1, age: 2 },
      { repeats: Number.NaN, last: 1, age: 2 },
      { repeats: 1, last: 3, age: 2 },
      { repeats: 1, last: -1, age: 2 },
      { repeats: 1, last: 1, age: Number.NaN },
    ])
      expect(() => fitPareto(historyOf([good, wrong]))).toThrow("customer 1");
  });
});
