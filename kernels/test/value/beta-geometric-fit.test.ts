import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BetaGeometricFit,
  betaGeometricLogLikelihood,
  fitBetaGeometric,
  weakBetaGeometricPrior,
} from "../../src/value/beta-geometric-fit.ts";
import {
  type BetaGeometricModel,
  betaGeometricEvaluation,
} from "../../src/value/beta-geometric-likelihood.ts";
import { probabilityAlive } from "../../src/value/beta-geometric-prediction.ts";
import { foldHistory } from "../../src/value/fold-history.ts";
import { exactCdnow, roundedCdnow, samplesThere } from "./cdnow.ts";
import { histories, historyOf } from "./order-histories.ts";

function fitted(fit: BetaGeometricFit) {
  if (fit.kind !== "fitted") throw new Error(`no fit but ${fit.kind}`);
  return fit;
}

const models = ["bg-nbd", "mbg-nbd"] as const;

describe.skipIf(!samplesThere)("on the customers of CDNOW", () => {
  it("the BG/NBD has the reference fit", () => {
    const rounded = fitted(fitBetaGeometric(roundedCdnow(), "bg-nbd"));
    expect(rounded.parameters.r).toBeCloseTo(0.2425929072, 9);
    expect(rounded.parameters.alpha).toBeCloseTo(4.413531561, 8);
    expect(rounded.parameters.a).toBeCloseTo(0.7928861481, 9);
    expect(rounded.parameters.b).toBeCloseTo(2.425753436, 8);
    expect(rounded.logLikelihood).toBeCloseTo(-9582.42556057, 7);
    expect(rounded.standardErrors.r).toBeCloseTo(0.0125573, 7);
    expect(rounded.standardErrors.alpha).toBeCloseTo(0.378221, 5);
    expect(rounded.standardErrors.a).toBeCloseTo(0.185719, 5);
    expect(rounded.standardErrors.b).toBeCloseTo(0.705346, 5);
    const exact = fitted(fitBetaGeometric(exactCdnow(), "bg-nbd"));
    expect(exact.parameters.r).toBeCloseTo(0.2425945224, 9);
    expect(exact.parameters.alpha).toBeCloseTo(4.413602019, 8);
    expect(exact.parameters.a).toBeCloseTo(0.7929220172, 9);
    expect(exact.parameters.b).toBeCloseTo(2.425906777, 8);
    expect(exact.logLikelihood).toBeCloseTo(-9582.42920667, 7);
    expect(exact.standardErrors.r).toBeCloseTo(0.0125574, 7);
    expect(exact.standardErrors.alpha).toBeCloseTo(0.378224, 5);
    expect(exact.standardErrors.a).toBeCloseTo(0.185734, 5);
    expect(exact.standardErrors.b).toBeCloseTo(0.705414, 5);
    expect(exact.evaluations).toBeLessThanOrEqual(10);
  });

  it("the MBG/NBD has the reference fit", () => {
    const rounded = fitted(fitBetaGeometric(roundedCdnow(), "mbg-nbd"));
    expect(rounded.parameters.r).toBeCloseTo(0.5248379836, 9);
    expect(rounded.parameters.alpha).toBeCloseTo(6.18299202, 8);
    expect(rounded.parameters.a).toBeCloseTo(0.8913561553, 9);
    expect(rounded.parameters.b).toBeCloseTo(1.613999335, 8);
    expect(rounded.logLikelihood).toBeCloseTo(-9582.1326849, 7);
    const exact = fitted(fitBetaGeometric(exactCdnow(), "mbg-nbd"));
    expect(exact.parameters.r).toBeCloseTo(0.5248431591, 9);
    expect(exact.parameters.alpha).toBeCloseTo(6.18308528, 8);
    expect(exact.parameters.a).toBeCloseTo(0.8913593907, 9);
    expect(exact.parameters.b).toBeCloseTo(1.61400224, 8);
    expect(exact.logLikelihood).toBeCloseTo(-9582.13571555, 7);
  });

  it("a weak prior moves so many customers by less than a standard error", () => {
    const history = exactCdnow();
    for (const model of models) {
      const likely = fitted(fitBetaGeometric(history, model));
      const weak = fitted(fitBetaGeometric(history, model, "weak"));
      for (const name of ["r", "alpha", "a", "b"] as const)
        expect(Math.abs(weak.parameters[name] - likely.parameters[name])).toBeLessThan(
          0.1 * likely.standardErrors[name],
        );
    }
  });
});

describe("the likelihood", () => {
  it("has the gradient and the Hessian that differences show", () => {
    const folded = foldHistory(
      historyOf([
        { repeats: 0, last: 0, age: 9 },
        { repeats: 1, last: 4, age: 9 },
        { repeats: 5, last: 20, age: 21 },
        { repeats: 200, last: 30, age: 31 },
      ]),
    );
    const at = [-0.7, 0.9, 0.2, 0.6];
    const step = 1e-5;
    for (const model of models) {
      const here = betaGeometricEvaluation(folded, model, at);
      for (let k = 0; k < 4; k += 1) {
        const moved = (side: number) =>
          betaGeometricEvaluation(
            folded,
            model,
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

  it("is finite for the extreme customers", () => {
    const extreme = historyOf([
      { repeats: 221, last: 103.42857, age: 103.57143 },
      { repeats: 254, last: 97.14286, age: 97.28571 },
      { repeats: 161, last: 94.71429, age: 98 },
      { repeats: 204, last: 98.57143, age: 99.42857 },
      { repeats: 400, last: 5, age: 6 },
      { repeats: 500, last: 1, age: 37 },
      { repeats: 500, last: 4, age: 37 },
      { repeats: 1_000_000_000, last: 1, age: 1e6 },
    ]);
    for (const model of models)
      for (const alpha of [0.00798565181, 2.8845, 1e6]) {
        const parameters = { r: 10.465, alpha, a: 3.0516, b: 2.82 };
        expect(betaGeometricLogLikelihood(extreme, model, parameters)).toSatisfy(Number.isFinite);
      }
  });

  it("names a parameter that cannot be", () => {
    const history = historyOf([{ repeats: 1, last: 1, age: 2 }]);
    const wrong = { r: 1, alpha: 0, a: 1, b: 1 };
    expect(() => betaGeometricLogLikelihood(history, "bg-nbd", wrong)).toThrow("alpha");
  });
});

describe("a fit", () => {
  it("does not depend on the order of the customers, and follows the unit of time", () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...models),
        fc.constantFrom(1 / 52, 7, 365.25),
        (customers, model, factor) => {
          const first = fitted(fitBetaGeometric(historyOf(customers), model, "weak")).parameters;
          const turned = fitted(
            fitBetaGeometric(historyOf(customers.toReversed()), model, "weak"),
          ).parameters;
          const scaled = fitted(
            fitBetaGeometric(historyOf(customers, factor), model, "weak"),
          ).parameters;
          for (const name of ["r", "alpha", "a", "b"] as const) {
            expect(turned[name] / first[name]).toBeCloseTo(1, 6);
            const expected = name === "alpha" ? first[name] * factor : first[name];
            expect(scaled[name] / expected).toBeCloseTo(1, 6);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("under the prior of the caller is that of the same weak prior", () => {
    const history = historyOf([
      { repeats: 3, last: 7, age: 10 },
      { repeats: 0, last: 0, age: 12 },
    ]);
    const own = fitted(fitBetaGeometric(history, "bg-nbd", weakBetaGeometricPrior(history)));
    expect(own.parameters).toEqual(fitted(fitBetaGeometric(history, "bg-nbd", "weak")).parameters);
  });

  it("stands under the weak prior for customers as absurd as a thousand orders in no time", () => {
    const absurd = historyOf([
      { repeats: 1000, last: 1e-14, age: 5e-14 },
      { repeats: 700, last: 4e-9, age: 1e-8 },
      { repeats: 1500, last: 200, age: 900 },
      { repeats: 0, last: 0, age: 3 },
    ]);
    for (const model of models) {
      const { parameters } = fitted(fitBetaGeometric(absurd, model, "weak"));
      for (const value of Object.values(parameters)) expect(value).toSatisfy(Number.isFinite);
    }
  });

  it("names what is missing where the data are too thin", () => {
    const nobody = historyOf([]);
    const new1 = historyOf([{ repeats: 0, last: 0, age: 0 }]);
    const quiet = historyOf([{ repeats: 0, last: 0, age: 5 }]);
    for (const model of models) {
      expect(fitBetaGeometric(nobody, model)).toEqual({ kind: "too-thin", missing: "customers" });
      expect(fitBetaGeometric(new1, model)).toEqual({ kind: "too-thin", missing: "time" });
      expect(fitBetaGeometric(quiet, model)).toEqual({
        kind: "too-thin",
        missing: "repeat-orders",
      });
      expect(fitBetaGeometric(quiet, model, "weak").kind).toBe("fitted");
      const alike = historyOf(Array.from({ length: 30 }, () => ({ repeats: 4, last: 8, age: 8 })));
      expect(fitBetaGeometric(alike, model)).toEqual({ kind: "no-maximum", customers: 30 });
      expect(fitBetaGeometric(alike, model, "weak").kind).toBe("fitted");
    }
  });

  it("names the customer that cannot be", () => {
    const good = { repeats: 1, last: 1, age: 2 };
    for (const wrong of [
      { repeats: 1.5, last: 1, age: 2 },
      { repeats: -1, last: 1, age: 2 },
      { repeats: Number.NaN, last: 1, age: 2 },
      { repeats: 1, last: 3, age: 2 },
      { repeats: 1, last: -1, age: 2 },
      { repeats: 0, last: 1, age: 2 },
      { repeats: 1, last: 1, age: Number.NaN },
      { repeats: 1, last: 1, age: Number.POSITIVE_INFINITY },
    ]) {
      const history = historyOf([good, wrong]);
      expect(() => fitBetaGeometric(history, "bg-nbd")).toThrow(RangeError);
      expect(() => fitBetaGeometric(history, "bg-nbd")).toThrow("customer 1");
    }
    expect(() => fitBetaGeometric({ repeats: [1], last: [1], age: [] }, "bg-nbd")).toThrow(
      RangeError,
    );
    expect(() =>
      fitBetaGeometric(historyOf([good]), "bg-nbd", {
        kind: "normal-of-logarithm",
        centres: [0],
        deviations: [1],
      }),
    ).toThrow(RangeError);
  });
});

it("a model that is none is refused by name", () => {
  const history = { repeats: [1, 2], last: [3, 4], age: [9, 9] };
  const other = "BG/NBD" as BetaGeometricModel;
  expect(() => fitBetaGeometric(history, other)).toThrow(RangeError);
  expect(() => probabilityAlive(history, other, { r: 1, alpha: 2, a: 1, b: 2 })).toThrow("BG/NBD");
});
