import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binnedTrait, equalFrequencyCuts } from "../../src/profile/binning.ts";
import { missingLevel, nominalTrait } from "../../src/profile/trait.ts";
import { binnedTable, profileText, tablesThere } from "./binned-tables.ts";

/** The ends of a bin as they are written: `<12`, `[12;15)`, `>=30`. */
function endsOf(written: string): readonly [number, number] {
  const [low = "", high = ""] = written.replace(/[[)]/g, "").split(";");
  if (written.startsWith("<")) return [Number.NEGATIVE_INFINITY, Number(low.slice(1))];
  if (written.startsWith(">=")) return [Number(low.slice(2)), Number.POSITIVE_INFINITY];
  return [Number(low), Number(high)];
}

function expectBins(values: ArrayLike<number>, written: readonly string[]): void {
  const cuts = equalFrequencyCuts(values);
  const { codes, levels } = binnedTrait(values, cuts);
  expect(levels).toBe(new Set(written).size);
  const ends = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  const endsOfText = new Map(written.map((text) => [text, endsOf(text)]));
  const different = written.findIndex((text, row) => {
    const [low, high] = endsOfText.get(text) as readonly [number, number];
    const code = codes[row] as number;
    return !near(ends[code], low) || !near(ends[code + 1], high);
  });
  expect(different).toBe(-1);
}

/** Ends are written to a digit at most. */
function near(end = Number.NaN, written: number): boolean {
  return end === written || Math.abs(end - written) < 1e-6;
}

describe.skipIf(!tablesThere)("bins as in the samples (skipped without them)", () => {
  it("are those of duration, amount and age of german.binned.csv, of its raw columns", () => {
    const raw = profileText("german.csv")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    for (const [place, trait] of [
      [1, "duration"],
      [4, "amount"],
      [12, "age"],
    ] as const) {
      const { trait: own, names } = binnedTable("german").traits.get(trait) ?? nominalTrait([]);
      const written = Array.from(own.codes, (code) => names[code] as string);
      expectBins(
        raw.map((row) => Number(row[place])),
        written,
      );
    }
  });

  for (const [name, trait] of [
    ["bank", "balance"],
    ["adult", "hours_per_week"],
  ] as const)
    it(`are those of ${trait} of ${name}.binned.csv`, () => {
      const { traits, values } = binnedTable(name);
      const { trait: own, names } = traits.get(trait) ?? nominalTrait([]);
      expectBins(
        values,
        Array.from(own.codes, (code) => names[code] as string),
      );
    });
});

describe("binning", () => {
  it("parts the lowest value from the rest of a zero-inflated number", () => {
    const values = [0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 3];
    expect(equalFrequencyCuts(values)).toEqual([3]);
    expect(Array.from(binnedTrait(values, [3]).codes)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });

  it("drops a quantile that is the lowest value, and takes equal ones once", () => {
    expect(equalFrequencyCuts([1, 1, 1, 1, 2, 2, 2, 2, 4, 5, 6])).toEqual([2, 4]);
  });

  it("makes bins of about as many rows each where values differ", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -9999, max: 9999 }), { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 2, max: 6 }),
        (values, bins) => {
          const { codes, levels } = binnedTrait(values, equalFrequencyCuts(values, bins));
          expect(levels).toBe(bins);
          for (let level = 0; level < bins; level += 1) {
            const rows = Array.from(codes).filter((code) => code === level).length;
            expect(Math.abs(rows - values.length / bins)).toBeLessThan(2);
          }
        },
      ),
    );
  });

  it("takes cuts of one's own, closed on the left, and keeps what is not known unknown", () => {
    const { codes, levels } = binnedTrait([9, 10, 49, 50, Number.NaN], [10, 50]);
    expect([levels, ...Array.from(codes)]).toEqual([3, 0, 1, 1, 2, missingLevel]);
  });

  it("has no cut where nothing differs", () => {
    expect(equalFrequencyCuts([])).toEqual([]);
    expect(equalFrequencyCuts([Number.NaN, 4, 4])).toEqual([]);
    expect(binnedTrait([4, 4], []).levels).toBe(1);
  });

  it("refuses infinity, cuts that do not ascend and fewer than two bins", () => {
    expect(() => equalFrequencyCuts([1, Number.POSITIVE_INFINITY])).toThrow(/value 1/);
    expect(() => equalFrequencyCuts([1, 2], 1)).toThrow(RangeError);
    expect(() => binnedTrait([1], [2, 2])).toThrow(/cut 1/);
    expect(() => binnedTrait([1], [Number.NaN])).toThrow(/cut 0/);
  });
});

describe("a nominal trait", () => {
  it("has its levels in alphabetical order and nothing for what is not known", () => {
    const { trait, names } = nominalTrait(["b", null, "a", "", "b"]);
    expect(names).toEqual(["a", "b"]);
    expect(trait.levels).toBe(2);
    expect(Array.from(trait.codes)).toEqual([1, missingLevel, 0, missingLevel, 1]);
  });
});
