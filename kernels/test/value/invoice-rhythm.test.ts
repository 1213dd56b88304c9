import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  type InvoiceRhythm,
  invoiceRhythm,
  invoiceRhythms,
} from "../../src/value/invoice-rhythm.ts";
import { dayNumberOf, monthDayOf } from "../../src/value/invoice-rhythm-calendar.ts";
import { type InvoicePeriod, invoicePeriods } from "../../src/value/invoice-rhythm-evidence.ts";
import { contractDays, projectDays } from "./planted-rhythms.ts";

const date = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** Shares of planted customers that are called one or the other. */
function shares(plant: (trial: number) => number[], trials: number) {
  const found = Array.from({ length: trials }, (_, trial) => invoiceRhythm(plant(trial)));
  const share = (kind: InvoiceRhythm["kind"]) =>
    found.filter((rhythm) => rhythm.kind === kind).length / trials;
  return { contract: share("contract"), project: share("project"), found };
}

const monthly: InvoicePeriod = { every: 1, unit: "month" };

describe("the calendar", () => {
  it("is that of Date, there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_091, max: 84_006 }), (day) => {
        const known = new Date(day * 86_400_000);
        const found = monthDayOf(day);
        expect(found.month).toBe(12 * known.getUTCFullYear() + known.getUTCMonth());
        expect(found.day).toBe(known.getUTCDate());
        expect(dayNumberOf(found)).toBe(day);
      }),
      { numRuns: 500 },
    );
    expect(dayNumberOf({ month: 12 * 2024 + 1, day: 31 })).toBe(date("2024-02-29"));
  });
});

describe("an invoice rhythm", () => {
  it("of the last weekday of each month is a monthly contract", () => {
    const days = ["31", "28", "31", "28", "31", "30", "31", "29", "30"].map((day, k) =>
      date(`2023-0${k + 1}-${day}`),
    );
    const rhythm = invoiceRhythm(days);
    expect(rhythm).toMatchObject({
      kind: "contract",
      period: monthly,
      invoices: 9,
      due: 9,
      billed: 9,
    });
  });

  it("of a year's fee is a yearly contract, with a year left out or paid in two parts as well", () => {
    const years = ["2018-01-15", "2019-01-14", "2020-01-15", "2022-01-17", "2023-01-16"].map(date);
    expect(invoiceRhythm(years)).toMatchObject({
      kind: "contract",
      period: { every: 12, unit: "month" },
      due: 6,
      billed: 5,
    });
    expect(invoiceRhythm([...years, date("2020-03-01"), ...years])).toMatchObject({
      kind: "contract",
      invoices: 6,
    });
  });

  it("finds planted contracts of every period, with their period", () => {
    const stream = randomStream(1);
    for (const period of invoicePeriods)
      for (const habits of [
        { skip: 0, late: 0, extra: 0 },
        { skip: 0.05, late: period.every > 1 || period.unit === "month" ? 2 : 0, extra: 0.1 },
      ]) {
        const { contract, found } = shares(() => contractDays(stream, period, 12, habits), 40);
        expect(contract).toBeGreaterThan(0.85);
        const right = found.filter(
          (rhythm) =>
            rhythm.kind === "contract" &&
            rhythm.period.every === period.every &&
            rhythm.period.unit === period.unit,
        );
        expect(right.length / 40).toBeGreaterThan(contract - 0.1);
      }
  });

  it("of a project is hardly ever called a contract, and with a dozen invoices mostly a project", () => {
    const stream = randomStream(2);
    for (const habit of ["at-random", "in-bursts", "loosely-spaced", "at-month-end"] as const) {
      const few = shares(() => projectDays(stream, habit, 6, 60), 150);
      expect(few.contract).toBeLessThan(0.05);
      const many = shares(() => projectDays(stream, habit, 18, 60), 100);
      expect(many.contract).toBeLessThan(0.03);
      expect(many.project).toBeGreaterThan(0.75);
    }
  });

  it("does not depend on order, doubles or a move by whole weeks where it is weekly", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 18_000, max: 20_000 }), { minLength: 3, maxLength: 20 }),
        (days) => {
          const here = invoiceRhythm(days);
          expect(invoiceRhythm([...days].reverse())).toEqual(here);
          expect(invoiceRhythm([...days, ...days.slice(0, 2)])).toEqual(here);
          expect(here.probability).toBeGreaterThanOrEqual(0);
          expect(here.probability).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("cannot be said of two invoices, however many lines they have", () => {
    expect(invoiceRhythm([])).toMatchObject({ kind: "cannot-be-said", why: "too-few-invoices" });
    expect(invoiceRhythm([5, 5, 5, 36, 36])).toEqual({
      kind: "cannot-be-said",
      invoices: 2,
      probability: null,
      why: "too-few-invoices",
      need: 3,
    });
    expect(invoiceRhythm([0, 20, 61])).toMatchObject({ kind: "cannot-be-said", why: "between" });
  });

  it("of a whole log is given customer by customer", () => {
    const stream = randomStream(3);
    const contract = contractDays(stream, monthly, 12, { skip: 0, late: 0, extra: 0 });
    const project = projectDays(stream, "in-bursts", 30, 40);
    const rhythms = invoiceRhythms({
      customer: [...project.map(() => 9), ...contract.map(() => 4), 7],
      day: [...project, ...contract, 19_000],
    });
    expect(rhythms.map(({ customer, rhythm }) => [customer, rhythm.kind])).toEqual([
      [4, "contract"],
      [7, "cannot-be-said"],
      [9, "project"],
    ]);
  });

  it("names the invoice that cannot be, and never hangs on a wild date", () => {
    expect(() => invoiceRhythm([1, 2.5])).toThrow("invoice 1");
    expect(() => invoiceRhythm([1, 2, Number.NaN])).toThrow("invoice 2");
    expect(() => invoiceRhythm([1, 2, 9e15])).toThrow("invoice 2");
    expect(() => invoiceRhythm([1, 2, 3], 1)).toThrow(RangeError);
    expect(() => invoiceRhythms({ customer: [1.5], day: [1] })).toThrow("invoice 0");
    expect(() => invoiceRhythms({ customer: [1], day: [] })).toThrow(RangeError);
    expect(invoiceRhythm([-62_091, 0, 84_006]).kind).toBe("project");
  });
});
