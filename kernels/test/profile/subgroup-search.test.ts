import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SubgroupSearchOptions } from "../../src/profile/search-options.ts";
import type { ProfileTarget, Subgroup } from "../../src/profile/subgroup.ts";
import { valuesOf } from "../../src/profile/subgroup-contrast.ts";
import { searchSubgroups } from "../../src/profile/subgroup-search.ts";
import { missingLevel, type Trait } from "../../src/profile/trait.ts";
import { profileText, tableOf, tablesThere } from "./binned-tables.ts";
import { everySubgroup, smallTable } from "./small-tables.ts";

const options = fc.record({
  exponent: fc.constantFrom(0.25, 0.5, 1),
  depth: fc.integer({ min: 1, max: 4 }),
  keep: fc.integer({ min: 1, max: 12 }),
  minimumRows: fc.integer({ min: 1, max: 6 }),
  pseudoRows: fc.constantFrom(0, 3, 8),
});

/** The best qualities by counting every conjunction. */
function byCounting(
  traits: readonly Trait[],
  target: ProfileTarget,
  { exponent = 0.5, depth = 3, keep = 10, minimumRows = 1, pseudoRows = 0 }: SubgroupSearchOptions,
): number[] {
  const values = Array.from(valuesOf(target));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return everySubgroup(traits, target, depth)
    .filter(({ rows }) => rows.length >= minimumRows)
    .map(({ rows }) => {
      const sum = rows.reduce((total, row) => total + (values[row] as number), 0);
      const shrunk = (sum + pseudoRows * mean) / (rows.length + pseudoRows);
      return (rows.length / values.length) ** exponent * (shrunk - mean);
    })
    .filter((quality) => quality > 1e-9)
    .sort((one, other) => other - one)
    .slice(0, keep);
}

function qualitiesOf(found: readonly Subgroup[]): number[] {
  return found.map(({ quality }) => quality).filter((quality) => quality > 1e-9);
}

function expectSame(one: readonly number[], other: readonly number[]): void {
  expect(one.length).toBe(other.length);
  for (const [place, quality] of one.entries())
    expect(quality).toBeCloseTo(other[place] as number, 10);
}

type Golden = Record<string, { nsel: number; top10: [number, string[]][] }>;

describe.skipIf(!tablesThere)(
  "the ten best subgroups of pysubgroup (skipped without samples)",
  () => {
    const golden = tablesThere
      ? (JSON.parse(profileText("golden/pysubgroup_top10.json")) as Golden)
      : {};
    for (const [task, { nsel, top10 }] of Object.entries(golden))
      it(`are found in ${task}`, () => {
        const [name = "", exponent = "", depth = "", number] = task.split("|");
        const { names, levels, traits, target } = tableOf(
          name,
          number === "num" ? "mean" : "share",
        );
        expect(traits.reduce((sum, trait) => sum + trait.levels, 0)).toBe(nsel);
        const a = Number(exponent.split("=")[1]);
        const found = searchSubgroups(traits, target, {
          exponent: a,
          depth: Number(depth.split("=")[1]),
        });
        // Its quality of a mean is n^a times the difference, without the division by N^a.
        const scale = target.kind === "mean" ? target.values.length ** a : 1;
        expect(found.length).toBe(top10.length);
        for (const [place, [quality]] of top10.entries())
          expect((scale * (found[place]?.quality ?? 0)) / quality).toBeCloseTo(1, 11);
        // What has a quality of its own has the same conditions; of equals at the end anyone may be left out.
        const equals = (one: number, other = 0): boolean => Math.abs(one / other - 1) < 1e-9;
        const last = top10.at(-1)?.[0];
        for (const [quality, selectors] of top10) {
          const same = found.filter((one) => equals(scale * one.quality, quality));
          if (same.length > 1 || equals(quality, last)) continue;
          const written = same[0]?.conditions.map(
            ({ trait, level }) => `${names[trait]}=='${levels[trait]?.[level]}'`,
          );
          expect(written?.toSorted()).toEqual(selectors);
        }
      });
  },
);

describe("subgroup search", () => {
  it("finds what counting every conjunction finds", () => {
    fc.assert(
      fc.property(smallTable, options, ({ traits, target }, asked) => {
        const found = searchSubgroups(traits, target, asked);
        expectSame(qualitiesOf(found), byCounting(traits, target, asked));
      }),
      { numRuns: 400 },
    );
  });

  it("gives rows and averages that its conditions have", () => {
    fc.assert(
      fc.property(smallTable, options, ({ traits, target }, asked) => {
        const values = valuesOf(target);
        for (const { conditions, rows, average } of searchSubgroups(traits, target, asked)) {
          const inside = Array.from(values).filter((_, row) =>
            conditions.every(({ trait, level }) => traits[trait]?.codes[row] === level),
          );
          expect(inside.length).toBe(rows);
          expect(inside.reduce((sum, value) => sum + value, 0) / rows).toBeCloseTo(average, 9);
          expect(rows).toBeGreaterThanOrEqual(asked.minimumRows);
          expect(new Set(conditions.map(({ trait }) => trait)).size).toBe(conditions.length);
        }
      }),
    );
  });

  it("does not depend on the order of rows or traits, nor on the numbers of levels", () => {
    fc.assert(
      fc.property(
        smallTable,
        options,
        fc.integer({ min: 1, max: 9 }),
        ({ traits, target }, asked, by) => {
          const values = Array.from(valuesOf(target));
          const turned = <Value>(column: readonly Value[]): Value[] =>
            [...column.slice(by % values.length), ...column.slice(0, by % values.length)].reverse();
          const changed = traits.toReversed().map(({ levels, codes }) => ({
            levels,
            codes: turned(Array.from(codes)).map((code) => (code < 0 ? code : levels - 1 - code)),
          }));
          const other: ProfileTarget =
            target.kind === "share"
              ? { kind: "share", hits: turned(values) }
              : { kind: "mean", values: turned(values) };
          expectSame(
            qualitiesOf(searchSubgroups(changed, other, asked)),
            qualitiesOf(searchSubgroups(traits, target, asked)),
          );
        },
      ),
    );
  });

  it("leaves quality alone when the whole table stands there twice", () => {
    fc.assert(
      fc.property(smallTable, options, ({ traits, target }, asked) => {
        const twice = (column: ArrayLike<number>): number[] => [
          ...Array.from(column),
          ...Array.from(column),
        ];
        const other: ProfileTarget =
          target.kind === "share"
            ? { kind: "share", hits: twice(target.hits) }
            : { kind: "mean", values: twice(target.values) };
        const doubled = traits.map(({ levels, codes }) => ({ levels, codes: twice(codes) }));
        const plain = { ...asked, pseudoRows: 0 };
        expectSame(
          qualitiesOf(
            searchSubgroups(doubled, other, { ...plain, minimumRows: 2 * asked.minimumRows }),
          ),
          qualitiesOf(searchSubgroups(traits, target, plain)),
        );
      }),
    );
  });

  it("scales with the unit of a mean", () => {
    fc.assert(
      fc.property(smallTable, options, ({ traits, target }, asked) => {
        if (target.kind !== "mean") return;
        const cents: ProfileTarget = {
          kind: "mean",
          values: Array.from(target.values, (value) => 100 * value + 7),
        };
        expectSame(
          qualitiesOf(searchSubgroups(traits, cents, asked)).map((quality) => quality / 100),
          qualitiesOf(searchSubgroups(traits, target, asked)),
        );
      }),
    );
  });

  it("bears one trait, 5,000 levels, nothing known of a row, all equal, and no rows", () => {
    const rows = 6000;
    const hits = Uint8Array.from({ length: rows }, (_, row) => (row < 40 ? 1 : 0));
    const target: ProfileTarget = { kind: "share", hits };
    const many = { levels: 5000, codes: Int32Array.from({ length: rows }, (_, row) => row % 5000) };
    const pair = {
      levels: 2,
      codes: Int32Array.from({ length: rows }, (_, row) => (row < 60 ? 0 : 1)),
    };
    expect(searchSubgroups([pair], target)[0]).toMatchObject({
      conditions: [{ trait: 0, level: 0 }],
      rows: 60,
      average: 40 / 60,
    });
    expect(searchSubgroups([many, pair], target, { keep: 1 })[0]?.rows).toBe(60);
    expect(
      searchSubgroups([many, pair], { kind: "mean", values: hits }, { keep: 1 })[0]?.rows,
    ).toBe(60);
    const unknown = { levels: 3, codes: new Int32Array(rows).fill(missingLevel) };
    expect(searchSubgroups([unknown], target)).toEqual([]);
    expect(searchSubgroups([pair], { kind: "share", hits: new Uint8Array(rows) })).toEqual([]);
    expect(searchSubgroups([pair], { kind: "share", hits: new Uint8Array(rows).fill(1) })).toEqual(
      [],
    );
    expect(
      searchSubgroups([pair], { kind: "mean", values: new Float64Array(rows).fill(4) }),
    ).toEqual([]);
    expect(searchSubgroups([], target)).toEqual([]);
    expect(searchSubgroups([{ levels: 2, codes: [] }], { kind: "share", hits: [] })).toEqual([]);
    expect(searchSubgroups([{ levels: 1, codes: [0] }], { kind: "share", hits: [1] })).toEqual([]);
  });

  it("refuses a caller's mistake and names its row", () => {
    const trait = { levels: 2, codes: [0, 1, 0] };
    const target: ProfileTarget = { kind: "share", hits: [0, 1, 1] };
    expect(() => searchSubgroups([{ levels: 2, codes: [0, 2, 0] }], target)).toThrow(
      /row 1 of trait 0/,
    );
    expect(() => searchSubgroups([{ levels: 2, codes: [0, 1, 0.5] }], target)).toThrow(/row 2/);
    expect(() => searchSubgroups([{ levels: 2, codes: [Number.NaN, 1, 0] }], target)).toThrow(
      /row 0/,
    );
    expect(() => searchSubgroups([{ levels: 2, codes: [-2, 1, 0] }], target)).toThrow(/row 0/);
    expect(() => searchSubgroups([{ levels: 2, codes: [0] }], target)).toThrow(/1 rows, not 3/);
    expect(() => searchSubgroups([trait], { kind: "share", hits: [0, 2, 1] })).toThrow(/row 1/);
    expect(() => searchSubgroups([trait], { kind: "mean", values: [0, 2, Number.NaN] })).toThrow(
      /row 2/,
    );
    for (const wrong of [
      { depth: 0 },
      { depth: 5 },
      { exponent: 0 },
      { exponent: 2 },
      { keep: 0 },
      { minimumRows: 0 },
      { pseudoRows: -1 },
    ])
      expect(() => searchSubgroups([trait], target, wrong)).toThrow(RangeError);
  });
});
