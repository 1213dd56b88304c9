import { expect, it } from "vitest";
import { normalQuantile } from "../../src/numeric/normal.ts";

it("knows the quantiles of the normal distribution", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 14);
  expect(normalQuantile(1e-3)).toBeCloseTo(-3.090232306167814, 13);
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 12);
  expect(normalQuantile(0.5)).toBe(0);
  for (const outside of [0, 1, -1, Number.NaN])
    expect(() => normalQuantile(outside)).toThrow(RangeError);
});
