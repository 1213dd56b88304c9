import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "../../src/numeric/poisson.ts";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { type Backtest, type BacktestTerms, backtest } from "../../src/value/backtest.ts";
import { scoreForecast } from "../../src/value/backtest-scores.ts";
import { orderDays, windowAt } from "../../src/value/backtest-windows.ts";
import { summariseTransactions } from "../../src/value/transaction-summary.ts";
import { linesOf, samplesThere } from "./cdnow.ts";

function tested(result: Backtest) {
  if (result.kind !== "tested") throw new Error(`no test but ${result.kind}`);
  return result;
}

function scored(result: Backtest, place: number) {
  const model = tested(result).models[place];
  if (model?.kind !== "tested") throw new Error(`no forecast of model ${place}`);
  return model;
}

/** A firm of monthly contracts that run for years: each customer is invoiced twelve times a year. */
function regularFirm(customers: number) {
  const stream = randomStream(4);
  const customer: number[] = [];
  const day: number[] = [];
  for (let who = 0; who < customers; who += 1) {
    const start = stream.integer(330);
    const every = [30, 91, 182][stream.integer(3)] as number;
    for (let at = start; at <= 1460; at += every) {
      customer.push(who);
      day.push(at + stream.integer(3));
    }
  }
  return { customer, day };
}

/** Customers who order at random and leave at random, at rates that differ much. */
function projectFirm(customers: number) {
  const stream = randomStream(5);
  const customer: number[] = [];
  const day: number[] = [];
  for (let who = 0; who < customers; who += 1) {
    const rate = stream.gamma(0.7) / 60;
    const start = stream.integer(700);
    const stop = start - Math.log(stream.uniform()) * 500;
    let at = start;
    while (at <= Math.min(1460, stop)) {
      customer.push(who);
      day.push(Math.floor(at));
      at -= Math.log(stream.uniform()) / rate;
    }
  }
  return { customer, day };
}

const years: BacktestTerms = {
  models: ["bg-nbd", "mbg-nbd", "pareto-nbd"],
  origins: [913, 1095],
  horizon: 365,
  end: 1460,
  draws: 40,
  resamples: 400,
};

describe("a backtest", () => {
  it.skipIf(!samplesThere)("of CDNOW finds that the models beat every naive forecast", () => {
    const on = (text: string) =>
      Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6))) /
      86_400_000;
    const rows = linesOf("CDNOW_sample.txt").map((line) => line.trim().split(/\s+/));
    const result = backtest(
      { customer: rows.map((row) => Number(row[1])), day: rows.map((row) => on(row[2] as string)) },
      {
        models: ["bg-nbd", "pareto-nbd"],
        origins: [on("19970930")],
        horizon: 39 * 7,
        end: on("19980630"),
        draws: 20,
        resamples: 200,
      },
      randomStream(1),
    );
    expect(tested(result).origins).toEqual([
      { origin: on("19970930"), customers: 2357, orders: 1882 },
    ]);
    for (const place of [0, 1]) {
      const model = scored(result, place);
      expect(model.verdict).toBe("model-wins");
      expect(model.squared.upper).toBeLessThan(0);
      expect(model.absolute.upper).toBeLessThan(0);
      expect(model.ratio).toBeGreaterThan(0.8);
      expect(model.ratio).toBeLessThan(1.05);
      expect(model.coverage?.customers).toBeGreaterThan(0.8);
    }
    // Fader, Hardie and Lee see the same: 39 weeks ahead all of them say a little too little.
    expect(scored(result, 0).meanAbsoluteError).toBeCloseTo(0.786, 2);
    expect(tested(result).use).not.toBeNull();
    expect(tested(result).naive.map(({ forecast }) => forecast)).not.toContain("same-as-last-year");
  });

  it("of a firm of contracts finds that the same as last year is better, and uses no model", () => {
    const result = tested(backtest(regularFirm(40), years, randomStream(2)));
    for (const model of result.models) {
      if (model.kind !== "tested") throw new Error(model.kind);
      expect(model.verdict).toBe("naive-wins");
      expect(model.squared.lower).toBeGreaterThan(0);
    }
    expect(result.use).toBeNull();
  });

  it("of customers who come and leave at random finds that the models are better", () => {
    const result = tested(backtest(projectFirm(150), { ...years, draws: 20 }, randomStream(3)));
    for (const place of [0, 1, 2]) {
      const model = scored(result, place);
      expect(model.verdict).toBe("model-wins");
      expect(model.ratio).toBeGreaterThan(0.75);
      // The firm is one of the Pareto/NBD: the others say too much.
      expect(model.ratio).toBeLessThan(model.model === "pareto-nbd" ? 1.2 : 1.5);
      expect(model.coverage?.customers).toBeGreaterThan(0.78);
    }
    expect(result.use).not.toBeNull();
  });

  it("of renewals takes the shifted beta-geometric, which knows of loss", () => {
    const stream = randomStream(6);
    const customer: number[] = [];
    const day: number[] = [];
    for (let who = 0; who < 200; who += 1) {
      const leaving = stream.beta(2, 4);
      for (let at = stream.integer(365); at <= 2190; at += 365) {
        customer.push(who);
        day.push(at);
        if (stream.uniform() < leaving) break;
      }
    }
    const result = backtest(
      { customer, day },
      {
        models: ["shifted-beta-geometric"],
        origins: [730, 1095],
        horizon: 365,
        end: 2190,
        period: 365,
        resamples: 300,
      },
      randomStream(1),
    );
    const model = scored(result, 0);
    expect(model.verdict).toBe("model-wins");
    expect(model.coverage).toBeNull();
    expect(model.ratio).toBeGreaterThan(0.85);
    expect(model.ratio).toBeLessThan(1.2);
  });

  it("cannot say who wins among few customers alike, gives the same for the same stream", () => {
    const few = projectFirm(14);
    const terms: BacktestTerms = { ...years, models: ["bg-nbd"], origins: [1095] };
    const once = backtest(few, terms, randomStream(8));
    expect(scored(once, 0).verdict).toBe("cannot-be-said");
    expect(tested(once).use).toBeNull();
    expect(backtest(few, terms, randomStream(8))).toEqual(once);
  });

  it("says when customers are too few, and refuses what cannot be", () => {
    const log = { customer: [1, 2, 3], day: [1, 2, 3] };
    const terms: BacktestTerms = { models: ["bg-nbd"], origins: [10], horizon: 5, end: 20 };
    const stream = randomStream(1);
    expect(backtest(log, terms, stream)).toEqual({ kind: "too-few-customers", have: 3, need: 10 });
    expect(backtest({ customer: [], day: [] }, terms, stream).kind).toBe("too-few-customers");
    expect(() => backtest({ customer: [1], day: [0.5] }, terms, stream)).toThrow("order 0");
    expect(() => backtest({ customer: [1], day: [] }, terms, stream)).toThrow(RangeError);
    for (const wrong of [
      { origins: [] },
      { origins: [16] },
      { origins: [1.5] },
      { horizon: 0 },
      { level: 1 },
      { draws: 3 },
      { resamples: 5 },
      { period: 0 },
    ])
      expect(() => backtest(log, { ...terms, ...wrong }, stream)).toThrow(RangeError);
  });

  it("of customers without a repeat order names why there is no forecast, or stands", () => {
    const log = {
      customer: Array.from({ length: 12 }, (_, k) => k),
      day: Array.from({ length: 12 }, () => 5),
    };
    for (const origin of [5, 10]) {
      const result = tested(
        backtest(
          log,
          { models: ["bg-nbd", "pareto-nbd"], origins: [origin], horizon: 5, end: 20, draws: 20 },
          randomStream(1),
        ),
      );
      for (const model of result.models)
        if (origin === 5) expect(model).toMatchObject({ kind: "no-forecast", why: "too-thin" });
        else expect(model).toMatchObject({ kind: "tested", ratio: null });
      expect(result.use).toBeNull();
    }
  });
});

describe("a window", () => {
  it("is what a summary of the log up to the origin says, and counts the rest apart", () => {
    const orders = fc.array(fc.tuple(fc.nat(6), fc.nat(900)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(orders, fc.integer({ min: 100, max: 800 }), (list, origin) => {
        const log = { customer: list.map(([who]) => who), day: list.map(([, on]) => on) };
        const window = windowAt(orderDays(log), origin, 100);
        const summary = summariseTransactions({ ...log, amount: list.map(() => 1) }, origin, "day");
        expect(window.repeats).toEqual(summary.repeats);
        expect(window.last).toEqual(summary.last);
        expect(window.age).toEqual(summary.age);
        const firsts = new Map<number, number>();
        for (const [who, on] of list) firsts.set(who, Math.min(firsts.get(who) ?? on, on));
        const held = new Set(
          list
            .filter(([who, on]) => {
              const first = firsts.get(who) ?? 0;
              return first <= origin && on > origin && on <= origin + 100;
            })
            .map(([who, on]) => `${who} ${on}`),
        );
        expect(window.actual.reduce((sum, one) => sum + one, 0)).toBe(held.size);
      }),
    );
  });
});

describe("a score", () => {
  it("puts all customers in bins that ascend, and adds up", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { minLength: 1, maxLength: 80 }),
        (list) => {
          const forecast = Float64Array.from(list, ([said]) => said / 2);
          const actual = Float64Array.from(list, ([, came]) => came);
          const { bins, meanAbsoluteError, rootMeanSquaredError } = scoreForecast({
            forecast,
            actual,
          });
          expect(bins.length).toBeLessThanOrEqual(10);
          expect(bins.reduce((sum, bin) => sum + bin.customers, 0)).toBe(list.length);
          bins.slice(1).forEach((bin, k) => {
            expect(bin.forecast).toBeGreaterThan(bins[k]?.forecast ?? Number.POSITIVE_INFINITY);
          });
          expect(rootMeanSquaredError).toBeGreaterThanOrEqual(meanAbsoluteError - 1e-12);
        },
      ),
    );
  });
});

describe("a verdict", () => {
  it("of a model that is as good as the naive one is rarely that the model wins", () => {
    // Both forecasts are the true mean but for noise of the same size.
    let wins = 0;
    for (let trial = 0; trial < 20; trial += 1) {
      const stream = randomStream(trial);
      const log = { customer: [] as number[], day: [] as number[] };
      for (let who = 0; who < 40; who += 1) {
        log.customer.push(who);
        log.day.push(0);
        for (let day = 1; day <= 400; day += 1)
          if (drawPoisson(stream, 0.02) > 0) {
            log.customer.push(who);
            log.day.push(day);
          }
      }
      // All alike: the mean of all is the truth, and no model can beat it.
      const result = backtest(
        log,
        { models: ["mbg-nbd"], origins: [200], horizon: 200, end: 400, draws: 0, resamples: 200 },
        stream,
      );
      if (scored(result, 0).verdict === "model-wins") wins += 1;
    }
    expect(wins).toBeLessThanOrEqual(2);
  });
});
