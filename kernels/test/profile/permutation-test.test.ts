import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { eachConjunction } from "../../src/profile/conjunctions.ts";
import { logFactorialsTo, upperTails } from "../../src/profile/hypergeometric.ts";
import { meanPermutationTest, sharePermutationTest } from "../../src/profile/permutation-test.ts";
import { dealsWithHits, permutedHits } from "../../src/profile/permuted-hits.ts";
import { significantSubgroups } from "../../src/profile/significant-subgroups.ts";
import { everySubgroup, randomTable, smallTable } from "./small-tables.ts";

const tableRows = fc.integer({ min: 2, max: 60 });

/** Whether this row is a hit in this deal. */
function dealt(deals: ReturnType<typeof permutedHits>, row: number, deal: number): number {
  return ((deals.bits[row * deals.words + (deal >>> 5)] as number) >>> (deal & 31)) & 1;
}

describe("hits dealt anew", () => {
  it("are as many as before in every deal, and fall on every row as often", () => {
    const deals = permutedHits(20, 5, 4000, randomStream(1));
    const ofRow = new Array(20).fill(0);
    for (let deal = 0; deal < 4000; deal += 1) {
      let hits = 0;
      for (let row = 0; row < 20; row += 1) {
        hits += dealt(deals, row, deal);
        ofRow[row] += dealt(deals, row, deal);
      }
      expect(hits).toBe(5);
    }
    // 1,000 expected with a standard deviation of 27.
    for (const times of ofRow) expect(Math.abs(times - 1000)).toBeLessThan(5 * 27.4);
  });

  it("are counted across deals as one by one", () => {
    fc.assert(
      fc.property(tableRows, fc.nat(), fc.nat(), (rows, seed, fewest) => {
        const random = randomStream(seed);
        const deals = permutedHits(rows, random.integer(rows + 1), 70, random);
        const chosen = Int32Array.from({ length: rows }, (_, row) => row).filter(
          () => random.uniform() < 0.7,
        );
        const least = fewest % (chosen.length + 2);
        const found = new Map<number, number>();
        dealsWithHits(deals, chosen, chosen.length, least, (deal, hits) => found.set(deal, hits));
        for (let deal = 0; deal < 70; deal += 1) {
          const hits = chosen.reduce((sum, row) => sum + dealt(deals, row, deal), 0);
          expect(found.get(deal)).toBe(hits >= least ? hits : undefined);
        }
      }),
    );
  });
});

describe("upper tails of the hypergeometric distribution", () => {
  it("are the shares of all draws counted one by one", () => {
    // 8 rows, the first 3 are hits, 4 are drawn: all 70 draws.
    const counts = [0, 0, 0, 0, 0];
    for (let draw = 0; draw < 256; draw += 1) {
      const rows = Array.from({ length: 8 }, (_, row) => (draw >>> row) & 1);
      if (rows.reduce((sum, drawn) => sum + drawn, 0) !== 4) continue;
      const hits = rows.slice(0, 3).reduce((sum, drawn) => sum + drawn, 0);
      for (let x = 0; x <= hits; x += 1) counts[x] = (counts[x] as number) + 1;
    }
    const tails = upperTails(8, 3, 4, logFactorialsTo(8));
    for (const [x, count] of counts.entries())
      expect(Math.exp(tails[x] as number)).toBeCloseTo(count / 70, 13);
  });

  it("are the sum of their terms for 9 of the 11 against 14 of 96 elsewhere", () => {
    const choose = (n: number, k: number): number =>
      Array.from({ length: k }, (_, at) => (n - at) / (at + 1)).reduce(
        (product, factor) => product * factor,
        1,
      );
    const exact = [9, 10, 11].reduce(
      (sum, x) => sum + (choose(23, x) * choose(84, 11 - x)) / choose(107, 11),
      0,
    );
    expect(
      Math.exp(upperTails(107, 23, 11, logFactorialsTo(107))[9] as number) / exact,
    ).toBeCloseTo(1, 10);
  });
});

describe("conjunctions", () => {
  it("cover every set of rows that counting finds, and no other", () => {
    fc.assert(
      fc.property(
        smallTable,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        ({ traits, target }, depth, fewest) => {
          const all = everySubgroup(traits, target, depth);
          const rows = target.kind === "share" ? target.hits.length : target.values.length;
          const expected = new Set(
            all
              .filter((one) => one.rows.length >= fewest && one.rows.length < rows)
              .map((one) => one.rows.join()),
          );
          const visited = new Set<string>();
          eachConjunction(traits, rows, depth, fewest, (_conditions, chosen, size) => {
            visited.add(chosen.subarray(0, size).join());
          });
          expect(visited).toEqual(expected);
        },
      ),
    );
  });
});

describe("permutation test", () => {
  it("adjusts a share as dealing and testing one by one does", () => {
    const { traits, hits } = randomTable(randomStream(4), 40, 5, 3, 0.3, 0.3);
    const deals = 100;
    const test = sharePermutationTest(hits, deals, randomStream(9));
    const { strongest, tested } = significantSubgroups(traits, 40, test, {
      depth: 2,
      fewest: 5,
      level: 0.05,
    });
    const dealtHits = permutedHits(
      40,
      hits.reduce((sum, hit) => sum + hit, 0),
      deals,
      randomStream(9),
    );
    const subgroups = everySubgroup(traits, { kind: "share", hits }, 2).filter(
      ({ rows }) => rows.length >= 5,
    );
    expect(tested).toBe(subgroups.length);
    const surprise = (rows: readonly number[], hitOf: (row: number) => number): number => {
      const own = rows.reduce((sum, row) => sum + hitOf(row), 0);
      return -(upperTails(
        40,
        hits.reduce((sum, hit) => sum + hit, 0),
        rows.length,
        logFactorialsTo(40),
      )[own] as number);
    };
    const most = Math.max(
      ...subgroups.map(({ rows }) => surprise(rows, (row) => hits[row] as number)),
    );
    expect(strongest?.surprise).toBeCloseTo(most, 10);
    let asMuch = 1;
    for (let deal = 0; deal < deals; deal += 1)
      if (
        subgroups.some(
          ({ rows }) => surprise(rows, (row) => dealt(dealtHits, row, deal)) >= most * (1 - 1e-12),
        )
      )
        asMuch += 1;
    expect(test.adjusted(strongest?.surprise ?? 0)).toBeCloseTo(asMuch / (deals + 1), 12);
  });

  it("finds no mean by chance more often than it says, and a mean that is there", () => {
    let found = 0;
    let missed = 0;
    for (let trial = 0; trial < 60; trial += 1) {
      const random = randomStream(100 + trial);
      const { traits } = randomTable(random, 60, 6, 3, 0.5, 0);
      const values = Float64Array.from({ length: 60 }, () => Math.exp(random.normal()));
      const options = { depth: 2, fewest: 8, level: 0.05 };
      const test = meanPermutationTest(values, 199, random.split(1));
      if (significantSubgroups(traits, 60, test, options).significant.length > 0) found += 1;
      const raised = values.map((value, row) => value + (traits[0]?.codes[row] === 0 ? 5 : 0));
      const other = meanPermutationTest(raised, 199, random.split(2));
      if (significantSubgroups(traits, 60, other, options).significant.length === 0) missed += 1;
    }
    // Binomial: 9 or more of 60 at 5 % happens once in 500 times.
    expect(found).toBeLessThan(9);
    expect(missed).toBeLessThan(6);
  });

  it("needs what its level allows and no less", () => {
    const { traits, hits } = randomTable(randomStream(8), 50, 6, 2, 0.4, 0);
    const test = sharePermutationTest(hits, 199, randomStream(3));
    significantSubgroups(traits, 50, test, { depth: 2, fewest: 8, level: 0.05 });
    const needed = test.needed(0.05);
    expect(test.adjusted(needed * (1 + 1e-9))).toBeLessThanOrEqual(0.05);
    expect(test.adjusted(needed)).toBeGreaterThan(0.05);
  });
});
