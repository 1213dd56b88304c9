import { expect, test } from "vitest";
import {
  dutchDate,
  firstDay,
  formatMonth,
  isoDate,
  isWorkday,
  lastDay,
  monthOf,
  parseMonth,
  weekday,
  workdays,
} from "../src/calendar.ts";

test("months and days are read and written back", () => {
  const october = parseMonth("2026-10");
  expect(formatMonth(october)).toBe("2026-10");
  expect(isoDate(firstDay(october))).toBe("2026-10-01");
  expect(dutchDate(lastDay(october))).toBe("31-10-2026");
  expect(isoDate(lastDay(monthOf(2024, 2)))).toBe("2024-02-29");
  expect(weekday(firstDay(october))).toBe(4);
});

test("what is not a month is refused", () => {
  for (const text of ["2026-13", "2026-1", "26-10", ""])
    expect(() => parseMonth(text)).toThrow(RangeError);
});

test("Dutch holidays are not workdays", () => {
  // Easter Monday, King's day, Ascension, Whit Monday and Christmas of 2026, which has Easter on 5 April.
  const days = ["2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25", "2026-12-25"];
  for (const date of days) expect(isWorkday(Date.parse(date) / 86_400_000), date).toBe(false);
  expect(isWorkday(Date.parse("2026-04-07") / 86_400_000)).toBe(true);
  expect(workdays(monthOf(2026, 4))).toHaveLength(19);
});
