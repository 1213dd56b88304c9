import { expect, it } from "vitest";
import { drawPoisson } from "../../src/numeric/poisson.ts";
import { randomStream } from "../../src/numeric/random-stream.ts";

it("Poisson numbers have their mean and variance, small and large", () => {
  for (const mean of [0.3, 4, 9.99, 10, 35, 1000, 1e7]) {
    const stream = randomStream(11);
    const size = 20_000;
    let sum = 0;
    let square = 0;
    for (let draw = 0; draw < size; draw += 1) {
      const count = drawPoisson(stream, mean);
      expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      sum += count;
      square += (count - mean) ** 2;
    }
    expect(Math.abs(sum / size - mean) / Math.sqrt(mean / size)).toBeLessThan(4);
    expect(Math.abs(square / size / mean - 1)).toBeLessThan(0.05 + 4 / Math.sqrt(mean * size));
  }
});

it("the chance of each number is that of the Poisson law on either side of the change of method", () => {
  for (const mean of [9.5, 10.5]) {
    const stream = randomStream(3);
    const size = 40_000;
    const counts = new Float64Array(60);
    for (let draw = 0; draw < size; draw += 1) {
      const count = drawPoisson(stream, mean);
      counts[count] = (counts[count] as number) + 1;
    }
    let chance = Math.exp(-mean);
    for (let count = 0; count < 25; count += 1) {
      const error = Math.sqrt((chance * (1 - chance)) / size) + 1e-4;
      expect(Math.abs((counts[count] as number) / size - chance)).toBeLessThan(4 * error);
      chance *= mean / (count + 1);
    }
  }
});

it("no mean is no number, and one that cannot be is refused", () => {
  expect(drawPoisson(randomStream(1), 0)).toBe(0);
  for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => drawPoisson(randomStream(1), wrong)).toThrow(RangeError);
});
