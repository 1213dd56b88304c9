import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate, readDate } from "../../src/table/date-text.ts";
import { dateOfSerial } from "../../src/table/workbook/serial-date.ts";

describe("readDate", () => {
  test.each([
    ["2025-01-31", "2025-01-31"],
    ["2025/1/31", "2025-01-31"],
    ["20250131", "2025-01-31"],
    ["2024-03-04T23:30:00Z", "2024-03-04"],
    ["2024-03-04 10:23:52.123", "2024-03-04"],
    ["15 Jul 2026", "2026-07-15"],
    ["Jul 15, 2026", "2026-07-15"],
    ["15 juli 2026", "2026-07-15"],
    ["3-mrt-25", "2025-03-03"],
    ["ma 3 maart 2025", "2025-03-03"],
    ["1 okt. 2024", "2024-10-01"],
    ["Wednesday, 15 July 2026", "2026-07-15"],
  ])("%s is %s", (text, date) => {
    expect(readDate(text)).toEqual({ kind: "sure", date });
  });

  test.each([
    "31-02-2025",
    "2025-13-01",
    "29-02-2023",
    "00-00-0000",
    "vandaag",
    "1738281600",
    "31012025",
    "2025-1",
    "",
    "0000-01-01",
    "32-01-2025",
    "2025-02-30",
    "1-2-3-2025",
    "13-13-2025",
    "gisteren",
    "99999",
    "٣-٤-٢٠٢٥",
    "15 Brumaire 2026",
    "-1",
    "2025-01-31abc",
  ])("%j is no date", (text) => {
    expect(readDate(text)).toEqual({ kind: "none" });
  });

  test("day and month are left open unless one is above twelve, both are equal, or dots part them", () => {
    expect(readDate("03/04/2024")).toEqual({
      kind: "either",
      dmy: "2024-04-03",
      mdy: "2024-03-04",
    });
    expect(readDate("31/1/25")).toEqual({ kind: "either", dmy: "2025-01-31", mdy: undefined });
    expect(readDate("1/31/2025 10:23 AM")).toEqual({
      kind: "either",
      dmy: undefined,
      mdy: "2025-01-31",
    });
    expect(readDate("04-04-2024")).toEqual({ kind: "sure", date: "2024-04-04" });
    expect(readDate("03.04.2024")).toEqual({ kind: "either", dmy: "2024-04-03", mdy: undefined });
  });

  test("every day of the calendar is read back in every order", () => {
    const days = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2199-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, date] = iso.split("-") as [string, string, string];
        expect(readDate(iso)).toEqual({ kind: "sure", date: iso });
        for (const [order, text] of [
          ["dmy", `${date}-${month}-${year}`],
          ["mdy", `${month}/${date}/${year}`],
        ] as const) {
          const reading = readDate(text);
          expect(reading.kind === "either" ? reading[order] : reading).toEqual(
            reading.kind === "either" ? iso : { kind: "sure", date: iso },
          );
        }
      }),
    );
  });

  test("a hundred thousand signs are answered at once", () => {
    const start = performance.now();
    for (const sign of ["1", "1-", "a", "a ", " ", "1 a", ":"]) readDate(sign.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("calendarDate", () => {
  test("knows leap years", () => {
    expect(calendarDate(2024, 2, 29)).toBe("2024-02-29");
    expect(calendarDate(1900, 2, 29)).toBeUndefined();
    expect(calendarDate(2000, 2, 29)).toBe("2000-02-29");
  });
});

describe("dateOfSerial", () => {
  test("counts as spreadsheets do in both systems", () => {
    expect(dateOfSerial(45_688, false)).toBe("2025-01-31");
    expect(dateOfSerial(45_688.99, false)).toBe("2025-01-31");
    expect(dateOfSerial(1, false)).toBe("1900-01-01");
    expect(dateOfSerial(59, false)).toBe("1900-02-28");
    expect(dateOfSerial(61, false)).toBe("1900-03-01");
    expect(dateOfSerial(44_226, true)).toBe("2025-01-31");
    expect(dateOfSerial(0, true)).toBe("1904-01-01");
  });

  test("agrees with the calendar on every day from 1900 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const expected = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        expect(dateOfSerial(serial, false)).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  test("day 60 never was, and days before the first or after 9999 are none", () => {
    for (const serial of [60, 0, -1, 2_958_466])
      expect(dateOfSerial(serial, false)).toBeUndefined();
    expect(dateOfSerial(-1, true)).toBeUndefined();
  });
});
