import { expect, test } from "vitest";
import { perCent } from "../../src/customers/per-cent.ts";

test.each([
  ["0.6303", "63.03"],
  ["-0.05", "-5"],
  ["1.165", "116.5"],
  ["0", "0"],
  ["2", "200"],
  ["0.0008", "0.08"],
])("%s is %s per cent", (ratio, text) => {
  expect(perCent(ratio)).toBe(text);
});
