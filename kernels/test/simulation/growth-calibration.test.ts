import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { growthAssumptions } from "../../src/simulation/growth-assumptions.ts";
import { type GrowthBands, growthBands } from "../../src/simulation/growth-bands.ts";
import {
  calibrateGrowth,
  type GrowthCalibration,
} from "../../src/simulation/growth-calibration.ts";
import type { GrowthHistory } from "../../src/simulation/growth-history.ts";
import { typicalGrowth } from "../../src/simulation/growth-parameters.ts";
import { livedFirm } from "./lived-firm.ts";

function calibrated(history: GrowthHistory) {
  const result = calibrateGrowth(history);
  if (result.kind !== "calibrated") throw new Error(result.kind);
  return result;
}

function banded(bands: GrowthBands) {
  if (bands.kind !== "bands") throw new Error(bands.kind);
  return bands;
}

type Estimates = Extract<GrowthCalibration, { kind: "calibrated" }>["estimates"];
const named = (estimates: Estimates) => Object.fromEntries(estimates.map((one) => [one.name, one]));

const planted = {
  ...typicalGrowth,
  coreChurn: 0.02,
  winsPerHour: 0.02,
  hourlyRate: 140,
  hoursPerPerson: 120,
};

/** Four years of a firm in which nothing was ever cut, nor the price moved. */
const years = livedFirm(planted, { core: 60, rest: 90, months: 48 }, randomStream(5));

describe("the calibration of the growth model", () => {
  const known = calibrated(years);

  // The large table stands in docs/models/growth-model.md.
  it("finds planted parameters: its 95 % intervals hold at least 88 % of those that the figures tell", () => {
    let held = 0;
    let told = 0;
    for (let firm = 0; firm < 5; firm += 1) {
      const size = { core: 40 + firm, rest: 90, months: 36 };
      const { estimates } = calibrated(livedFirm(planted, size, randomStream(firm)));
      for (const { name, from, bounds95 } of estimates) {
        if (from !== "figures") continue;
        told += 1;
        if (bounds95[0] <= planted[name] && planted[name] <= bounds95[1]) held += 1;
      }
    }
    expect(told).toBeGreaterThan(5 * 12);
    expect(held / told).toBeGreaterThanOrEqual(0.88);
  });

  it("says what the figures tell and what is taken from the prior", () => {
    const all = named(known.estimates);
    for (const name of ["coreChurn", "winsPerHour", "hourlyRate", "hoursPerPerson"] as const)
      expect(all[name]?.from, name).toBe("figures");
    for (const name of [
      "cutToSatisfaction",
      "priceToWins",
      "priceToChurn",
      "renewalTime",
    ] as const) {
      expect(all[name]).toMatchObject({ from: "prior" });
      expect(all[name]?.value).toBeCloseTo(typicalGrowth[name], 6);
    }
    const { revenue: _revenue, satisfaction: _satisfaction, ...rest } = years.series;
    const less = calibrated({ ...years, series: rest });
    expect(less.missing).toEqual(["revenue", "satisfaction", "price"]);
    expect(named(less.estimates)).toMatchObject({
      hourlyRate: { from: "prior" },
      satisfactionMark: { from: "prior" },
      coreChurn: { from: "figures" },
    });
  });

  it("says what a scenario assumes rather than knows", () => {
    const names = (policy: Parameters<typeof growthAssumptions>[0]) =>
      growthAssumptions(policy, known.estimates).map(({ name }) => name);
    expect(names({ priceRise: 0.05 })).toEqual(["priceToWins", "priceToChurn", "renewalTime"]);
    expect(names({ cut: 0.1 })).toContain("cutToSatisfaction");
    expect(names({ servingShift: 0.05 })).not.toContain("winsPerHour");
    expect(names({ priceRise: 0 })).toEqual([]);
  });

  it("learns more from more months, and more from known ones than from missing ones", () => {
    const widthOf = (history: GrowthHistory): number => {
      const bounds = named(calibrated(history).estimates)["coreChurn"]?.bounds95 ?? [0, 1];
      return Math.log(bounds[1] / bounds[0]);
    };
    const cut = (
      change: (values: readonly number[]) => readonly (number | null)[],
    ): GrowthHistory => ({
      ...years,
      series: Object.fromEntries(
        Object.entries(years.series).map(([name, values]) => [name, change(values)]),
      ),
    });
    const year = widthOf(cut((values) => values.slice(0, 15)));
    const holes = widthOf(
      cut((values) => values.map((value, month) => (month % 3 === 1 ? null : value))),
    );
    expect(widthOf(years)).toBeLessThan(holes);
    expect(holes).toBeLessThan(year);
  });

  it("scales with money, and finds the same for a price list in another currency", () => {
    const whole = livedFirm(planted, { core: 60, rest: 90, months: 24 }, randomStream(9));
    const tenfold = {
      ...whole,
      series: { ...whole.series, revenue: whole.series.revenue.map((x) => 10 * x) },
    };
    const [plain, other] = [
      named(calibrated(whole).estimates),
      named(calibrated(tenfold).estimates),
    ];
    expect((other["hourlyRate"]?.value ?? 0) / (plain["hourlyRate"]?.value ?? 1)).toBeCloseTo(
      10,
      0,
    );
    expect((other["coreChurn"]?.value ?? 0) / (plain["coreChurn"]?.value ?? 1)).toBeCloseTo(1, 2);
  });

  it("names thin data and refuses figures that cannot be, with their month", () => {
    const whole = livedFirm(planted, { core: 20, rest: 20, months: 14 }, randomStream(1));
    expect(calibrateGrowth({ core: 3, rest: 3, series: {} })).toEqual({
      kind: "too-few-months",
      have: 0,
      need: 12,
    });
    const months = (value: number | null) => Array.from({ length: 14 }, () => value);
    expect(calibrateGrowth({ core: 3, rest: 3, series: { revenue: months(null) } }).kind).toBe(
      "too-few-months",
    );
    expect(calibrateGrowth({ core: 0, rest: 0, series: { revenue: months(5) } })).toEqual({
      kind: "no-customers",
    });
    const wrong = (series: GrowthHistory["series"], core = 20) =>
      calibrateGrowth({ core, rest: 20, series: { ...whole.series, ...series } });
    expect(() => wrong({ revenue: months(100).with(3, Number.NaN) })).toThrow(/revenue of month 3/);
    expect(() => wrong({ revenue: months(-1) })).toThrow(/revenue of month 0/);
    expect(() => wrong({ people: months(0) })).toThrow(/people of month 0/);
    expect(() => wrong({ wonCore: months(0.5) })).toThrow(/wonCore of month 0/);
    expect(() => wrong({ wonCore: [1] })).toThrow(/14 months|1 months/);
    expect(() => wrong({ lostCore: months(9) })).toThrow(/month \d+ loses more core/);
    expect(() => wrong({}, -1)).toThrow(/core opens with -1/);
  });

  it("is finite for figures that never vary, are all zero, or hold one customer", () => {
    const months = (value: number) => Array.from({ length: 24 }, () => value);
    for (const [core, series] of [
      [1, { wonCore: months(0), lostCore: months(0), revenue: months(1000) }],
      [30, { revenue: months(0), sellingHours: months(0), servingHours: months(0) }],
      [
        30,
        {
          sellingHours: months(100),
          servingHours: months(900),
          people: months(8),
          satisfaction: months(7),
        },
      ],
      [30, { wonCore: months(40), lostCore: months(0) }],
    ] as const) {
      const result = calibrated({ core, rest: 0, series });
      for (const { value, bounds95 } of result.estimates)
        for (const number of [value, ...bounds95]) expect(Number.isFinite(number)).toBe(true);
    }
  });
});

describe("bands of the growth model", () => {
  const past = livedFirm(planted, { core: 60, rest: 90, months: 36 }, randomStream(21));
  const request = {
    calibration: calibrated(past),
    history: past,
    scenarios: [{ servingShift: 0.05 }, { priceRise: 0.1 }, { cut: 0.15 }, {}],
    months: 36,
    runs: 60,
    probabilities: [0.1, 0.5, 0.9],
  };

  it("start where the history ends, widen, and keep their order", () => {
    const { base, diverged } = banded(growthBands({ ...request, random: randomStream(1) }));
    expect(diverged).toBe(0);
    const core = past.series.wonCore.reduce(
      (sum, won, at) => sum + won - (past.series.lostCore[at] ?? 0),
      60,
    );
    expect(Math.abs((base.core[1]?.[0] ?? 0) - core)).toBeLessThan(3);
    const width = (month: number) =>
      (base.revenue[2]?.[month] ?? 0) - (base.revenue[0]?.[month] ?? 0);
    expect(width(35)).toBeGreaterThan(width(0));
    for (const measure of Object.values(base))
      for (let month = 0; month < 36; month += 1) {
        expect(measure[0]?.[month]).toBeLessThanOrEqual(measure[1]?.[month] ?? Number.NaN);
        expect(measure[1]?.[month]).toBeLessThanOrEqual(measure[2]?.[month] ?? Number.NaN);
      }
  });

  it("of scenarios are differences: nothing for no change, narrower than the course itself", () => {
    const { base, differences, revenueDifferences } = banded(
      growthBands({ ...request, random: randomStream(1) }),
    );
    const [shift, rise, cut, none] = differences;
    for (const measure of Object.values(none ?? {}))
      for (const bound of measure) expect(bound.every((value) => value === 0)).toBe(true);
    expect(revenueDifferences[3]).toEqual(Float64Array.of(0, 0, 0));
    const width = (band: readonly Float64Array[] | undefined) =>
      (band?.[2]?.[35] ?? Number.NaN) - (band?.[0]?.[35] ?? Number.NaN);
    expect(width(shift?.core)).toBeLessThan(width(base.core));
    // More serving is more satisfied, a cut is less; a dearer firm wins fewer.
    expect(shift?.satisfaction[1]?.[35]).toBeGreaterThan(0);
    expect(shift?.sellingShare[2]?.[35]).toBeLessThan(0);
    expect(rise?.core[2]?.[35]).toBeLessThan(0);
    expect(cut?.satisfaction[0]?.[35]).toBeLessThan(0);
  });

  it("are the same for the same seed", () => {
    const bands = growthBands({ ...request, runs: 20, random: randomStream(4) });
    expect(growthBands({ ...request, runs: 20, random: randomStream(4) })).toEqual(bands);
  });

  it("refuse a caller's mistake", () => {
    const random = randomStream(1);
    expect(() => growthBands({ ...request, random, runs: 0 })).toThrow(/runs is 0/);
    expect(() => growthBands({ ...request, random, months: 1.5 })).toThrow(/months/);
    expect(() => growthBands({ ...request, random, probabilities: [2] })).toThrow(/probability/);
    expect(() => growthBands({ ...request, random, scenarios: [{ cut: 1 }] })).toThrow(/cut/);
  });
});
