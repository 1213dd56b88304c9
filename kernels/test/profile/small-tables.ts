import fc from "fast-check";
import type { RandomStream } from "../../src/numeric/random-stream.ts";
import type { Condition, ProfileTarget } from "../../src/profile/subgroup.ts";
import { valuesOf } from "../../src/profile/subgroup-contrast.ts";
import { missingLevel, type Trait } from "../../src/profile/trait.ts";

/** A table of at most 24 rows, some levels not known. */
export const smallTable = fc
  .record({
    rows: fc.integer({ min: 1, max: 24 }),
    levels: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom("share" as const, "mean" as const),
  })
  .chain(({ rows, levels, kind }) =>
    fc.record({
      traits: fc.tuple(
        ...levels.map((count) =>
          fc.record({
            levels: fc.constant(count),
            codes: fc.array(fc.integer({ min: missingLevel, max: count - 1 }), {
              minLength: rows,
              maxLength: rows,
            }),
          }),
        ),
      ) as fc.Arbitrary<Trait[]>,
      target: targetOf(kind, rows),
    }),
  );

function targetOf(kind: ProfileTarget["kind"], rows: number): fc.Arbitrary<ProfileTarget> {
  const length = { minLength: rows, maxLength: rows };
  return kind === "share"
    ? fc.array(fc.integer({ min: 0, max: 1 }), length).map((hits) => ({ kind: "share", hits }))
    : fc
        .array(fc.integer({ min: -50, max: 50 }), length)
        .map((values) => ({ kind: "mean", values }));
}

/** Every conjunction of at most `depth` levels, each written out and counted row by row. */
export function everySubgroup(traits: readonly Trait[], target: ProfileTarget, depth: number) {
  const values = Array.from(valuesOf(target));
  const all = values.map((_, row) => row);
  let found: { conditions: Condition[]; rows: number[] }[] = [{ conditions: [], rows: all }];
  for (const [trait, { levels, codes }] of traits.entries())
    found = found.flatMap((part) => [
      part,
      ...(part.conditions.length === depth
        ? []
        : Array.from({ length: levels }, (_, level) => ({
            conditions: [...part.conditions, { trait, level }],
            rows: part.rows.filter((row) => codes[row] === level),
          }))),
    ]);
  return found.filter(({ conditions, rows }) => conditions.length > 0 && rows.length > 0);
}

/** A table of independent traits and hits, where hits depend on the first trait having level 0 by `lift`. */
export function randomTable(
  random: RandomStream,
  rows: number,
  traits: number,
  levels: number,
  share: number,
  lift: number,
) {
  const columns = Array.from({ length: traits }, () => ({
    levels,
    codes: Int32Array.from({ length: rows }, () => random.integer(levels)),
  }));
  const hits = Uint8Array.from({ length: rows }, (_, row) =>
    random.uniform() < share + (columns[0]?.codes[row] === 0 ? lift : 0) ? 1 : 0,
  );
  return { traits: columns, hits };
}
