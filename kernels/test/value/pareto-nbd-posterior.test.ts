import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  type ParetoPosterior,
  paretoDraws,
  paretoPosterior,
} from "../../src/value/pareto-nbd-posterior.ts";
import { paretoOrders } from "../../src/value/pareto-nbd-prediction.ts";
import { type Band, predictionBands } from "../../src/value/prediction-bands.ts";
import { exactCdnow, samplesThere } from "./cdnow.ts";
import { historyOf } from "./order-histories.ts";

function drawn(posterior: ParetoPosterior) {
  if (posterior.kind !== "drawn") throw new Error(`no posterior but ${posterior.kind}`);
  return posterior;
}

describe.skipIf(!samplesThere)("on the customers of CDNOW", () => {
  it("the posterior lies around the fit, and can be relied on", () => {
    const posterior = drawn(paretoPosterior(exactCdnow(), "weak", randomStream(1), 1500));
    expect(posterior.reliable).toBe(true);
    expect(posterior.effectiveSize).toBeGreaterThan(800);
    const { r, alpha } = posterior.summary;
    expect(Math.abs(r.mean - 0.5533)).toBeLessThan(0.01);
    expect(Math.abs(alpha.mean - 10.58)).toBeLessThan(0.2);
    expect(Math.abs(r.deviation - 0.0476)).toBeLessThan(0.006);
    expect(Math.abs(alpha.deviation - 0.843)).toBeLessThan(0.1);
  });

  it("more customers narrow it", () => {
    const all = exactCdnow();
    const widths = [60, 600].map((count) => {
      const stream = randomStream(count);
      const chosen = Array.from({ length: count }, () => stream.integer(all.age.length));
      const { r } = drawn(
        paretoPosterior(
          {
            repeats: chosen.map((row) => all.repeats[row] as number),
            last: chosen.map((row) => all.last[row] as number),
            age: chosen.map((row) => all.age[row] as number),
          },
          "weak",
          stream,
          600,
        ),
      ).summary;
      return r.upper / r.lower;
    }) as [number, number];
    expect(widths[1]).toBeLessThan(widths[0]);
  });
});

/** Customers of a known Pareto/NBD, and the orders that are expected of all of them. */
function knownFirm(seed: number, customers: number) {
  const truth = { r: 0.8, alpha: 6, s: 0.7, beta: 12 };
  const stream = randomStream(seed);
  const history = historyOf(
    Array.from({ length: customers }, () => {
      const rate = stream.gamma(truth.r) / truth.alpha;
      const leaving = stream.gamma(truth.s) / truth.beta;
      const age = 10 + stream.integer(41);
      const stop = Math.min(age, -Math.log(stream.uniform()) / leaving);
      let repeats = 0;
      let last = 0;
      for (;;) {
        const next = last - Math.log(stream.uniform()) / rate;
        if (!(next < stop)) break;
        repeats += 1;
        last = next;
      }
      return { repeats, last, age };
    }),
  );
  return { history, truth, stream };
}

describe("an interval", () => {
  it("of the expected orders of the base holds the truth about as often as it says", () => {
    let held = 0;
    const firms = 20;
    for (let firm = 0; firm < firms; firm += 1) {
      const { history, truth, stream } = knownFirm(firm, 60);
      const total = (parameters: typeof truth) =>
        Float64Array.of(paretoOrders(history, parameters, 26).reduce((sum, one) => sum + one, 0));
      const posterior = drawn(paretoPosterior(history, "weak", stream, 400));
      const { bands } = predictionBands(paretoDraws(posterior, 60, stream).map(total), [0.8]);
      const [interval] = bands as [Band];
      const [expected] = total(truth) as unknown as [number];
      if (expected >= (interval.lower[0] as number) && expected <= (interval.upper[0] as number))
        held += 1;
    }
    expect(held / firms).toBeGreaterThan(0.55);
    expect(held / firms).toBeLessThan(0.98);
  });
});

describe("a posterior", () => {
  const history = historyOf([
    { repeats: 3, last: 7, age: 10 },
    { repeats: 0, last: 0, age: 12 },
  ]);

  it("of one customer stands under the weak prior, the same for the same stream", () => {
    const one = historyOf([{ repeats: 0, last: 0, age: 3 }]);
    const posterior = drawn(paretoPosterior(one, "weak", randomStream(3), 500));
    expect(posterior.summary.beta.mean).toSatisfy(Number.isFinite);
    expect(paretoPosterior(one, "weak", randomStream(3), 500)).toEqual(posterior);
  });

  it("names what is missing, and refuses what cannot be", () => {
    const stream = randomStream(1);
    expect(paretoPosterior(historyOf([]), "weak", stream)).toEqual({
      kind: "too-thin",
      missing: "customers",
    });
    expect(() => paretoPosterior(history, "weak", stream, 10)).toThrow(RangeError);
    expect(() => paretoPosterior(history, "weak", stream, 500, 1)).toThrow(RangeError);
    const posterior = drawn(paretoPosterior(history, "weak", stream, 200));
    expect(() => paretoDraws(posterior, 3, stream)).toThrow(RangeError);
  });
});
