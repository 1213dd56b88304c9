import { expect, test } from "vitest";
import * as kernels from "../../src/index.ts";
import { goodCalls } from "./good-calls.ts";
import { notANumber, spoil } from "./spoilt.ts";

/**
 * `delayFlows` and `smoothFlows` stand inside a model, whose course says where it diverged; `highsSolver` takes
 * a solver and no figures. They have tests of their own.
 */
const elsewhere: readonly string[] = ["delayFlows", "smoothFlows", "highsSolver"];

type Callable = (...input: readonly unknown[]) => unknown;
const exported: Readonly<Record<string, unknown>> = kernels;
const functions = Object.entries(exported).filter(
  (entry): entry is [string, Callable] => typeof entry[1] === "function",
);

test("every function that takes figures is tried with bad ones", () => {
  const tried = [...Object.keys(goodCalls), ...elsewhere];
  expect(functions.map(([name]) => name).filter((name) => !tried.includes(name))).toEqual([]);
});

for (const [name, call] of functions) {
  const good = goodCalls[name as keyof typeof goodCalls];
  if (good === undefined) continue;
  test(`${name} gives figures or a RangeError, whatever it is given`, () => {
    expect(notANumber(call(...good()))).toBeUndefined();
    const faults = spoil(good()).flatMap(({ what, input }) => {
      try {
        const place = notANumber(call(...input));
        return place === undefined ? [] : [`${what}: ${place} is not a number`];
      } catch (error) {
        return error instanceof RangeError ? [] : [`${what}: ${String(error)}`];
      }
    });
    expect(faults).toEqual([]);
  });
}
