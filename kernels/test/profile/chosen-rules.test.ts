import { describe, expect, it } from "vitest";
import { deviationsOf, rankedSubgroups } from "../../src/profile/covered-subgroup.ts";
import type { ProfileTarget } from "../../src/profile/subgroup.ts";
import { weightedCovering } from "../../src/profile/weighted-covering.ts";
import { withoutRedundant } from "../../src/profile/without-redundant.ts";

// Rows 0-3 are hits of the first way in, rows 4-6 of the second, row 7 of neither; the rest are no hits.
const hits = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
const target: ProfileTarget = { kind: "share", hits };
const first = [0, 0, 0, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1];
const second = [1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const everyone = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const traits = [first, second, first, everyone].map((codes) => ({ levels: 2, codes }));
const condition = (trait: number) => ({ trait, level: 0 });
const ranked = (...chosen: (readonly number[])[]) =>
  rankedSubgroups(
    traits,
    target,
    chosen.map((numbers) => ({ conditions: numbers.map(condition) })),
    {},
  );
const numbersOf = (
  rules: readonly { readonly conditions: readonly { readonly trait: number }[] }[],
) => rules.map(({ conditions }) => conditions.map(({ trait }) => trait));

describe("subgroups that repeat each other", () => {
  it("are left out where the rows are the same, the shorter one being kept", () => {
    expect(numbersOf(withoutRedundant(ranked([0, 2], [0, 3], [0], [2])))).toEqual([[0]]);
  });

  it("are left out where another condition makes them no better than the part that is there", () => {
    const narrower = [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const wider = [...traits, { levels: 2, codes: narrower }];
    const list = (chosen: readonly (readonly number[])[]) =>
      rankedSubgroups(
        wider,
        target,
        chosen.map((numbers) => ({ conditions: numbers.map(condition) })),
        { exponent: 1 },
      );
    expect(numbersOf(withoutRedundant(list([[0], [0, 4]])))).toEqual([[0]]);
    expect(numbersOf(withoutRedundant(list([[0, 4]])))).toEqual([[0, 4]]);
  });
});

describe("weighted covering", () => {
  it("takes the best rule, then the one for what is not covered yet, and no repetition", () => {
    const rules = weightedCovering(ranked([0], [2], [1]), deviationsOf(target), 5, {});
    expect(numbersOf(rules)).toEqual([[1], [0]]);
  });

  it("stops at as many rules as are asked, and has none of none", () => {
    expect(weightedCovering(ranked([0], [1]), deviationsOf(target), 1, {}).length).toBe(1);
    expect(weightedCovering([], deviationsOf(target), 3, {})).toEqual([]);
  });
});
