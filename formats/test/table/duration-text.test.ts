import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBoolean } from "../../src/table/boolean-text.ts";
import { parseDuration, secondsOf } from "../../src/table/duration-text.ts";

describe("parseDuration", () => {
  test.each([
    ["01:00:01", 3_601],
    ["100:30", 361_800],
    ["1:30 uur", 5_400],
    ["1u 30m", 5_400],
    ["2h", 7_200],
    ["90 min", 5_400],
    ["1 uur en 15 minuten", 4_500],
    ["PT1H30M", 5_400],
    ["7,5", 27_000],
    ["7,5 uur", 27_000],
    ["0,01", 36],
    ["-1:00", -3_600],
    ["0:00", 0],
  ])("%s is %i seconds", (text, seconds) => {
    expect(parseDuration(text, "comma")).toBe(seconds);
  });

  test.each(["", "abc", "1:75", "7.5", "u", "PT", "1:2:3:4", "#N/A"])("%j is none", (text) => {
    expect(parseDuration(text, "comma")).toBeUndefined();
  });

  test("a column in minutes says so by its unit", () => {
    expect(parseDuration("90", "point", 60)).toBe(5_400);
  });

  test("clock times of any length come back", () => {
    fc.assert(
      fc.property(fc.nat({ max: 3_599_999 }), (seconds) => {
        const two = (value: number) => String(value).padStart(2, "0");
        const text = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
        expect(parseDuration(text, "comma")).toBe(seconds);
      }),
    );
  });
});

test("secondsOf rounds to the nearest second", () => {
  expect(secondsOf("0.3333", 3_600)).toBe(1_200);
  expect(secondsOf("0.5", 86_400)).toBe(43_200);
  expect(secondsOf("-0.00014", 3_600)).toBe(-1);
});

test("yes and no in the languages of exports; other words are neither", () => {
  for (const word of ["Yes", "JA", "はい", "1", "TRUE", "Billable"])
    expect(parseBoolean(word)).toBe(true);
  for (const word of ["No", "nee", "いいえ", "0", "Non-billable"])
    expect(parseBoolean(word)).toBe(false);
  for (const word of ["", "misschien", "2"]) expect(parseBoolean(word)).toBeUndefined();
});
