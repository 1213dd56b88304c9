import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type MarketGrowth,
  marketGrowth,
  marketGrowthDefaults,
  marketGrowthStocks,
} from "../../src/simulation/market-growth.ts";
import { simulate } from "../../src/simulation/stock-and-flow.ts";
import { haveProfileSamples } from "../survey/profile-samples.ts";
import { relativeGap, tableRun } from "./reference-run.ts";

const allLoops = { salesLoop: true, marketLoop: true, capacityLoop: true };
const scenarios: Readonly<Record<string, Partial<MarketGrowth>>> = {
  Baseline: {},
  A: { salesLoop: true, initialCapacity: 100_000 },
  B: { salesLoop: true, initialCapacity: 100_000, effectivenessAfter: 0.25 },
  C: { marketLoop: true },
  D: { salesLoop: true, marketLoop: true },
  E: { salesLoop: true, marketLoop: true, revenueToSales: 13.6 },
  F: allLoops,
  G: { ...allLoops, traditionWeight: 1 },
};

function run(choices: Partial<MarketGrowth>, steps = 200) {
  const model = marketGrowth(choices);
  const course = simulate({ ...model, start: 0, step: 0.5, steps, method: "euler" });
  if (course.kind !== "ran") throw new Error(`diverged at ${course.time}`);
  return { ...course, model };
}

describe("the market growth model", () => {
  describe.skipIf(!haveProfileSamples)("beside Forrester (skipped without the samples)", () => {
    for (const [scenario, choices] of Object.entries(scenarios))
      it(`runs scenario ${scenario} as published, within 1e-6`, () => {
        const rows = tableRun("forrester1968_scenarios.csv").filter(
          (row) => row["scenario"] === scenario,
        );
        expect(rows).toHaveLength(201);
        const { levels, times, model } = run(choices);
        let worst = 0;
        for (const [index, row] of rows.entries()) {
          const moment = levels.map((course) => course[index] ?? Number.NaN);
          const flow = model.momentOf(times[index] ?? Number.NaN, moment);
          const pairs: readonly (readonly [string, number])[] = [
            ["t", times[index] ?? Number.NaN],
            ["salesmen", moment[0] ?? Number.NaN],
            ["backlog", moment[1] ?? Number.NaN],
            ["capacity", moment[2] ?? Number.NaN],
            ["delay_company", moment[4] ?? Number.NaN],
            ["delay_market", moment[5] ?? Number.NaN],
            ["orders_booked", flow.ordersBooked],
            ["delivery_rate", flow.deliveries],
            ["sales_effectiveness", flow.salesEffectiveness],
          ];
          for (const [column, value] of pairs)
            worst = Math.max(worst, relativeGap(value, Number(row[column]), 1));
        }
        expect(worst).toBeLessThan(1e-6);
      });
  });

  it("names as many stocks as it has", () => {
    expect(marketGrowth().initial).toHaveLength(marketGrowthStocks.length);
  });

  it("scales: twice the firm has twice the salesmen, backlog and capacity", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (factor, traditionWeight) => {
          const choices = { ...allLoops, traditionWeight };
          const plain = run(choices, 60);
          const scaled = run(
            {
              ...choices,
              salesmen: factor * marketGrowthDefaults.salesmen,
              backlog: factor * marketGrowthDefaults.backlog,
              initialCapacity: factor * marketGrowthDefaults.initialCapacity,
            },
            60,
          );
          for (const stock of [0, 1, 2])
            expect(
              relativeGap(
                scaled.levels[stock]?.[60] ?? Number.NaN,
                factor * (plain.levels[stock]?.[60] ?? Number.NaN),
              ),
            ).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("refuses a value that makes no sense, by name", () => {
    expect(() => marketGrowth({ salary: 0 })).toThrow(/salary is 0/);
    expect(() => marketGrowth({ hiringTime: -1 })).toThrow(/hiringTime/);
    expect(() => marketGrowth({ backlog: Number.NaN })).toThrow(/backlog is NaN/);
    expect(() => marketGrowth({ delayBias: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  });
});
