import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  type GrowthPolicy,
  type GrowthShocks,
  growthModel,
  growthStep,
  growthStocks,
} from "../../src/simulation/growth-model.ts";
import {
  type GrowthParameters,
  growthParameters,
  growthRecord,
  typicalGrowth,
} from "../../src/simulation/growth-parameters.ts";
import { growthStart } from "../../src/simulation/growth-start.ts";
import { simulate } from "../../src/simulation/stock-and-flow.ts";

const months = 36;

function run(
  parameters: GrowthParameters,
  initial: ArrayLike<number>,
  policy: Partial<GrowthPolicy> = {},
  shocks?: GrowthShocks,
) {
  const model = growthModel(parameters, initial, policy, shocks);
  const steps = months / growthStep;
  const course = simulate({ ...model, start: 0, step: growthStep, steps, method: "euler" });
  if (course.kind !== "ran") throw new Error(course.kind);
  const levelsAt = (index: number) => course.levels.map((levels) => levels[index] as number);
  const moments = Array.from({ length: steps }, (_, index) =>
    model.momentOf(index * growthStep, levelsAt(index)),
  );
  return { start: levelsAt(0), end: levelsAt(steps), all: course.levels, moments };
}

/** Parameters that the priors allow, from a seed; times no shorter than a step. */
const parameters = fc.integer({ min: 0, max: 1e6 }).map((seed) => {
  const random = randomStream(seed);
  return growthRecord((name) => {
    const { typical, spread } = growthParameters[name];
    const value = typical * Math.exp(spread * random.normal());
    return name.endsWith("Time") || name === "salesCycle" ? Math.max(growthStep, value) : value;
  });
});

const policies = fc.record({
  servingShift: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  priceRise: fc.double({ min: -0.5, max: 1, noNaN: true }),
  cut: fc.double({ min: 0, max: 0.6, noNaN: true }),
  pricePressure: fc.double({ min: -0.2, max: 0.4, noNaN: true }),
});

function shocksOf(seed: number): GrowthShocks {
  const random = randomStream(seed);
  const normals = () => Float64Array.from({ length: months + 1 }, random.normal);
  return {
    wonCore: normals(),
    wonRest: normals(),
    lostCore: normals(),
    lostRest: normals(),
    people: normals(),
    selling: normals(),
  };
}

/** A firm that wins as many core customers as it loses, and as many of the rest, at normal service. */
function steadyFirm(): { readonly parameters: GrowthParameters; readonly initial: Float64Array } {
  const first = { ...typicalGrowth, coreToRestWins: 0.5, coreChurn: 0.01, restChurn: 0.01 };
  const people = (12 * 50 + 6 * 100) / (0.8 * 0.85 * first.hoursPerPerson);
  const initial = growthStart(first, { core: 50, rest: 100, people, sellingShare: 0.15 });
  const courted = (first.winsPerHour * 0.15 * people * first.hoursPerPerson + 0.6) / 1.5;
  return {
    parameters: { ...first, winsPerHour: first.winsPerHour / courted, referral: 0.004 / courted },
    initial: Float64Array.from(initial, (level, stock) => (stock === 2 ? 1.5 * 3 : level)),
  };
}

const stock = (levels: readonly number[], name: (typeof growthStocks)[number]): number =>
  levels[growthStocks.indexOf(name)] as number;

describe("the growth model", () => {
  it("stays as it is where as many come as go", () => {
    const { parameters: steady, initial } = steadyFirm();
    const { all } = run(steady, initial);
    for (const [at, levels] of all.entries())
      for (const level of levels) expect(level / (initial[at] as number)).toBeCloseTo(1, 9);
  });

  it("never has a stock below zero, adds its hours up, and loses no customer or hour of work on the way", () => {
    fc.assert(
      fc.property(
        parameters,
        policies,
        fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: undefined }),
        (drawn, policy, seed) => {
          const shocks = seed === undefined ? undefined : shocksOf(seed);
          const initial = growthStart(drawn, { core: 40, rest: 80 });
          const { start, end, all, moments } = run(drawn, initial, policy, shocks);
          for (const levels of all)
            for (const level of levels) expect(level).toBeGreaterThanOrEqual(-1e-9);
          const sum = (flow: (moment: (typeof moments)[number]) => number): number =>
            moments.reduce((total, moment) => total + growthStep * flow(moment), 0);
          for (const [index, moment] of moments.entries()) {
            const hours = (all[4]?.[index] as number) * drawn.hoursPerPerson;
            expect((moment.sellingHours + moment.servingHours) / hours).toBeCloseTo(1, 9);
            expect(moment.delivered).toBeLessThanOrEqual(
              (moment.servingHours / (1 - policy.cut)) * (1 + 1e-12),
            );
          }
          for (const [name, net] of [
            ["core", sum(({ wonCore, lostCore }) => wonCore - lostCore)],
            ["rest", sum(({ wonRest, lostRest }) => wonRest - lostRest)],
            ["backlog", sum(({ asked, delivered }) => asked - delivered)],
          ] as const)
            expect(stock(end, name) - stock(start, name)).toBeCloseTo(net, 4);
        },
      ),
    );
  });

  it("goes round the circle: price pressure, more selling, longer waits, less satisfied, more churn", () => {
    const { parameters: steady, initial } = steadyFirm();
    const calm = run(steady, initial);
    const pressed = run(steady, initial, { pricePressure: 0.1 });
    expect(stock(pressed.end, "price")).toBeLessThan(0.8);
    expect(stock(pressed.end, "sellingShare")).toBeGreaterThan(stock(calm.end, "sellingShare"));
    const middle = pressed.moments.length / 2;
    expect(pressed.moments[middle]?.wait).toBeGreaterThan(calm.moments[middle]?.wait ?? 0);
    expect(stock(pressed.end, "satisfaction")).toBeLessThan(stock(calm.end, "satisfaction"));
    const churn = (one: typeof calm, at: number) =>
      (one.moments[at]?.lostCore ?? 0) / (one.all[0]?.[at] as number);
    // The market that pays less also leaves less for its price; what waiting adds shows against such a market.
    const patient = run({ ...steady, sellingReaction: 1e-9 }, initial, { pricePressure: 0.1 });
    expect(churn(pressed, middle)).toBeGreaterThan(churn(patient, middle));
  });

  it("a cut pays at first, and costs customers later", () => {
    const { parameters: steady, initial } = steadyFirm();
    const calm = run(steady, initial);
    const cut = run({ ...steady, cutToSatisfaction: 1 }, initial, { cut: 0.2 });
    expect(cut.moments[2]?.revenue).toBeGreaterThan(calm.moments[2]?.revenue ?? 0);
    expect(stock(cut.end, "core")).toBeLessThan(stock(calm.end, "core"));
    expect(stock(cut.end, "satisfaction")).toBeLessThan(stock(calm.end, "satisfaction"));
  });

  it("a firm that is twice as large does twice as much", () => {
    const once = run(typicalGrowth, growthStart(typicalGrowth, { core: 30, rest: 70 }));
    const twice = run(typicalGrowth, growthStart(typicalGrowth, { core: 60, rest: 140 }));
    for (const name of ["core", "rest", "backlog", "people", "customaryRevenue"] as const)
      expect(stock(twice.end, name) / stock(once.end, name)).toBeCloseTo(2, 9);
    expect(stock(twice.end, "satisfaction")).toBeCloseTo(stock(once.end, "satisfaction"), 12);
  });

  it("stands still without customers or people, and is finite where everyone sells", () => {
    const empty = run(typicalGrowth, growthStart(typicalGrowth, { core: 0, rest: 0 }));
    expect(stock(empty.end, "core")).toBe(0);
    const selling = growthStart(typicalGrowth, { core: 5, rest: 5, people: 3, sellingShare: 1 });
    expect(run(typicalGrowth, selling).end.every(Number.isFinite)).toBe(true);
  });

  it("refuses a caller's mistake by name", () => {
    const initial = growthStart(typicalGrowth, { core: 3, rest: 3 });
    expect(() => growthStart(typicalGrowth, { core: -1, rest: 3 })).toThrow(/core starts at -1/);
    expect(() => growthStart(typicalGrowth, { core: 1, rest: Number.NaN })).toThrow(/rest/);
    expect(() => growthStart(typicalGrowth, { core: 1, rest: 1, sellingShare: 1.1 })).toThrow(
      /1.1/,
    );
    expect(() => growthModel({ ...typicalGrowth, coreChurn: 0 }, initial)).toThrow(/coreChurn/);
    expect(() => growthModel({ ...typicalGrowth, salesCycle: 0.1 }, initial)).toThrow(/shorter/);
    expect(() => growthModel(typicalGrowth, initial.subarray(1))).toThrow(/10 levels/);
    expect(() => growthModel(typicalGrowth, initial.with(4, Number.NaN))).toThrow(/people/);
    expect(() => growthModel(typicalGrowth, initial.with(0, -1))).toThrow(/core/);
    for (const policy of [
      { cut: 1 },
      { servingShift: 2 },
      { priceRise: -1 },
      { pricePressure: Number.NaN },
    ])
      expect(() => growthModel(typicalGrowth, initial, policy)).toThrow(RangeError);
  });
});
