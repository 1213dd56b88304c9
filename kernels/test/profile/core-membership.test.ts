import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import type { CoreCriterion } from "../../src/profile/core-criteria.ts";
import {
  type CoreMember,
  type CoreOptions,
  coreMembership,
  coreSensitivity,
} from "../../src/profile/core-membership.ts";
import { valueAt } from "../../src/profile/core-select.ts";
import { shuffled } from "./german-credit.ts";

function customersOf(count: number, seed: number, missing = 0): CoreCriterion[] {
  const random = randomStream(seed);
  return (["more", "less", "more"] as const).map((better) => ({
    better,
    values: Float64Array.from({ length: count }, () =>
      random.uniform() < missing ? Number.NaN : Math.exp(random.normal()),
    ),
  }));
}

function membersOf(
  criteria: readonly CoreCriterion[],
  weights: readonly number[],
  options?: CoreOptions,
): readonly CoreMember[] {
  const membership = coreMembership(criteria, weights, randomStream(7), options);
  if (membership.kind !== "estimated") throw new Error(membership.kind);
  return membership.members;
}

function chanceOf(member: CoreMember | undefined): number {
  if (member?.kind !== "estimated") throw new Error(member?.kind);
  return member.probability;
}

describe("core membership", () => {
  it("fills the places of the core, no more and no less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 40 }), fc.integer(), (count, seed) => {
        const membership = coreMembership(
          customersOf(count, seed, 0.1),
          [3, 2, 1],
          randomStream(seed),
          { draws: 200, leastKnown: 0 },
        );
        fc.pre(membership.kind === "estimated");
        const competing = membership.members.filter(({ kind }) => kind === "estimated").length;
        expect(membership.size).toBeCloseTo(Math.max(1, Math.round(0.2 * competing)), 9);
      }),
      { numRuns: 30 },
    );
  });

  it("is what a plain loop over the same weights finds", () => {
    const criteria = customersOf(30, 1);
    const members = membersOf(criteria, [2, 1, 1], { draws: 4000 });
    // Three criteria by rank with weights drawn anew: the same chances within what draws leave open.
    const random = randomStream(99);
    const counts = new Float64Array(30);
    for (let draw = 0; draw < 2000; draw += 1) {
      const weights = [15, 7.5, 7.5].map((shape) => random.gamma(shape));
      const scores = Array.from({ length: 30 }, (_, row) =>
        criteria.reduce((sum, { better, values }, k) => {
          const below = Array.from(values).filter((other) =>
            better === "more" ? other < (values[row] ?? 0) : other > (values[row] ?? 0),
          ).length;
          return sum + (weights[k] as number) * below;
        }, 0),
      );
      for (const row of scores
        .map((score, place) => ({ score, place }))
        .toSorted((one, other) => other.score - one.score)
        .slice(0, 6))
        counts[row.place] = (counts[row.place] as number) + 1;
    }
    for (const [row, member] of members.entries()) {
      if (member.kind !== "estimated") throw new Error(member.kind);
      expect(Math.abs(member.probability - (counts[row] as number) / 2000)).toBeLessThan(
        8 * member.error,
      );
    }
  });

  it("does not hang on the unit of a criterion", () => {
    const criteria = customersOf(40, 2, 0.1);
    const scaled = criteria.map(({ better, values }, k) => ({
      better,
      values: Float64Array.from(values, (value) => 1000 ** k * value + 5),
    }));
    for (const scale of ["rank", "standard"] as const)
      expect(
        membersOf(scaled, [1, 1, 1], { scale, draws: 500 }).map(
          (member) => member.kind === "estimated" && Number(member.probability.toFixed(6)),
        ),
      ).toEqual(
        membersOf(criteria, [1, 1, 1], { scale, draws: 500 }).map(
          (member) => member.kind === "estimated" && Number(member.probability.toFixed(6)),
        ),
      );
  });

  it("does not hang on the order of customers, nor on that of criteria but for the draws", () => {
    const criteria = customersOf(40, 3);
    const members = membersOf(criteria, [3, 2, 1]);
    const order = shuffled(40, randomStream(4));
    const turned = membersOf(
      criteria.map(({ better, values }) => ({
        better,
        values: order.map((row) => values[row] as number),
      })),
      [3, 2, 1],
    );
    for (const [place, row] of order.entries())
      expect(chanceOf(turned[place])).toBeCloseTo(chanceOf(members[row]), 12);
    const swapped = membersOf(criteria.toReversed(), [1, 2, 3]);
    for (const [row, member] of members.entries())
      expect(Math.abs(chanceOf(swapped[row]) - chanceOf(member))).toBeLessThan(0.06);
  });

  it("gives those that are equal the same chance", () => {
    const values = new Float64Array(20).fill(0.1);
    for (const scale of ["rank", "standard"] as const)
      for (const member of membersOf([{ better: "more", values }], [1], { scale, draws: 100 }))
        expect(chanceOf(member)).toBeCloseTo(0.2, 12);
  });

  it("never puts one who is better in everything below", () => {
    const criteria = customersOf(30, 5).map(({ better, values }) => ({
      better,
      values: [better === "more" ? 1e9 : -1e9, ...Array.from(values)],
    }));
    expect(chanceOf(membersOf(criteria, [1, 1, 1])[0])).toBe(1);
  });

  it("is less sure of a customer the less is known", () => {
    const best = Array.from({ length: 30 }, (_, row) => row);
    const partly = best.map((value, row) => (row === 29 ? Number.NaN : value));
    const both = [
      { better: "more", values: best },
      { better: "more", values: partly },
    ] as const;
    const member = membersOf(both, [1, 1])[29];
    if (member?.kind !== "estimated") throw new Error(member?.kind);
    expect(member.known).toBeCloseTo(0.5, 12);
    expect(member.probability).toBeGreaterThan(0.2);
    expect(member.probability).toBeLessThan(0.9);
    expect(membersOf(both, [1, 2])[29]).toEqual({
      kind: "cannot-be-said",
      known: 1 / 3,
      need: 0.5,
    });
    const nothing = both.map(({ better, values }) => ({
      better,
      values: [...Array.from(values), Number.NaN],
    }));
    expect(membersOf(nothing, [1, 1], { leastKnown: 0 })[30]?.kind).toBe("cannot-be-said");
  });

  it("keeps pinned customers where the owner put them, and takes their place into account", () => {
    const criteria = customersOf(20, 6);
    const pins = [
      { row: 0, inside: true, reason: "family" },
      { row: 1, inside: true, reason: "founder" },
      { row: 2, inside: false, reason: "will leave" },
    ];
    const membership = coreMembership(criteria, [1, 1, 1], randomStream(1), { pins });
    if (membership.kind !== "estimated") throw new Error(membership.kind);
    expect(membership.members[0]).toMatchObject({ kind: "pinned", inside: true, reason: "family" });
    expect(membership.members[2]).toMatchObject({ kind: "pinned", inside: false });
    expect(membership.size).toBeCloseTo(4, 9);
    const crowd = Array.from({ length: 10 }, (_, row) => ({ row, inside: true, reason: "all" }));
    const crowded = coreMembership(criteria, [1, 1, 1], randomStream(1), { pins: crowd });
    if (crowded.kind === "estimated") expect(crowded.size).toBe(10);
  });

  it("takes all above a threshold", () => {
    const values = Array.from({ length: 20 }, (_, row) => row);
    const members = membersOf([{ better: "more", values }], [1], {
      rule: { kind: "threshold", threshold: 0.5 },
    });
    expect(members.map(chanceOf)).toEqual(values.map((value) => (value >= 10 ? 1 : 0)));
  });

  it("shows which criterion moves whom", () => {
    // The first is in the core by the first criterion alone, the second by the second.
    const first = Array.from({ length: 20 }, (_, row) => (row === 0 ? 1000 : row === 1 ? 0 : row));
    const second = Array.from({ length: 20 }, (_, row) =>
      row === 1 ? 1000 : row === 0 ? 0 : 20 - row,
    );
    const sensitivity = coreSensitivity(
      [
        { better: "more", values: first },
        { better: "more", values: second },
      ],
      [1, 1],
      randomStream(1),
      { rule: { kind: "share", share: 0.1 }, scale: "standard" },
    );
    if (sensitivity.kind !== "estimated") throw new Error(sensitivity.kind);
    const { changes } = sensitivity;
    expect(changes[0]).toBeGreaterThan(0.5);
    expect(changes[1]).toBeLessThanOrEqual(0);
    expect(changes[3]).toBeGreaterThan(0.5);
    // A place that one loses another wins.
    let sum = 0;
    for (let row = 0; row < 20; row += 1) sum += changes[row * 2] as number;
    expect(sum).toBeCloseTo(0, 9);
  });

  it("says what is missing, and refuses what is none", () => {
    expect(coreMembership([{ better: "more", values: [] }], [1], randomStream(1))).toEqual({
      kind: "too-few-customers",
      have: 0,
      need: 5,
    });
    expect(
      coreMembership(
        [{ better: "more", values: new Float64Array(9).fill(Number.NaN) }],
        [1],
        randomStream(1),
      ),
    ).toMatchObject({ kind: "too-few-customers", have: 0 });
    const criteria = customersOf(20, 8);
    const attempt = (weights: number[], options?: CoreOptions) => () =>
      coreMembership(criteria, weights, randomStream(1), options);
    expect(attempt([1, 1])).toThrow("weights");
    expect(attempt([1, -1, 1])).toThrow("weight 1");
    expect(attempt([0, 0, 0])).toThrow("zero");
    expect(attempt([1, 1, 1], { draws: 10 })).toThrow("draws");
    expect(attempt([1, 1, 1], { pins: [{ row: 20, inside: true, reason: "" }] })).toThrow("row 20");
    expect(attempt([1, 1, 1], { rule: { kind: "share", share: 0 } })).toThrow("share");
    expect(() =>
      coreMembership([{ better: "more", values: [1, 1 / 0] }], [1], randomStream(1)),
    ).toThrow("row 1");
    expect(() => coreMembership([], [], randomStream(1))).toThrow(RangeError);
  });
});

it("finds the value at a place as sorting does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      (values, seed) => {
        const place = seed % values.length;
        const sorted = Float64Array.from(values).sort();
        expect(valueAt(Float64Array.from(values), place)).toBe(sorted[place]);
      },
    ),
  );
});
