import { expect, test } from "vitest";
import {
  parseCalendarDate,
  parseCompactDate,
  parseDateOfTime,
} from "../../src/date/calendar-date.ts";

test.each([
  ["2025-01-31", "2025-01-31"],
  ["2024-02-29", "2024-02-29"],
  ["2000-02-29", "2000-02-29"],
  [" 2025-01-31\n", "2025-01-31"],
  ["2025-01-31Z", "2025-01-31"],
  ["2025-01-31+14:00", "2025-01-31"],
])("'%s' is a date", (text, date) => {
  expect(parseCalendarDate(text)).toBe(date);
});

test.each([
  "2025-02-29",
  "1900-02-29",
  "2025-13-01",
  "2025-00-10",
  "2025-01-00",
  "2025-04-31",
  "0000-01-01",
  "25-01-31",
  "2025-1-31",
  "2025-01-31T00:00:00",
  "",
  "today",
])("'%s' is none", (text) => {
  expect(parseCalendarDate(text)).toBeUndefined();
});

test("the compact form and that of a time", () => {
  expect(parseCompactDate("20250131")).toBe("2025-01-31");
  expect(parseCompactDate("20250230")).toBeUndefined();
  expect(parseDateOfTime("2014-12-31T23:59:59.5+01:00")).toBe("2014-12-31");
  expect(parseDateOfTime("2014-12-31")).toBeUndefined();
});
