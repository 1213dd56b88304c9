import { expect, it } from "vitest";
import { predictionBands } from "../../src/value/prediction-bands.ts";

const draws = Array.from({ length: 101 }, (_, k) => Float64Array.of(k, 100 - k, 7));

it("bands hold the middle of the draws of each customer, at each level", () => {
  const { mean, median, bands } = predictionBands(draws);
  expect(Array.from(mean)).toEqual([50, 50, 7]);
  expect(Array.from(median)).toEqual([50, 50, 7]);
  expect(bands.map(({ level }) => level)).toEqual([0.8, 0.95]);
  expect(bands.map(({ lower, upper }) => [lower[0], upper[0]])).toEqual([
    [9, 91],
    [1, 99],
  ]);
  expect(bands.map(({ lower, upper }) => [lower[2], upper[2]])).toEqual([
    [7, 7],
    [7, 7],
  ]);
});

it("an endless draw does not spoil the median or the bands", () => {
  const some = [...draws, Float64Array.of(Number.POSITIVE_INFINITY, 0, 7)];
  const { mean, median, bands } = predictionBands(some, [0.9]);
  expect(mean[0]).toBe(Number.POSITIVE_INFINITY);
  expect(median[0]).toBe(50.5);
  expect(bands[0]?.upper[0]).toBeLessThan(100);
});

it("too few draws, draws that differ in length and wrong levels are refused", () => {
  expect(() => predictionBands(draws.slice(0, 19))).toThrow(RangeError);
  expect(() => predictionBands([...draws, Float64Array.of(1)])).toThrow("draw 101");
  for (const level of [0, 1, Number.NaN])
    expect(() => predictionBands(draws, [level])).toThrow("level");
});
