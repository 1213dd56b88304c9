import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RandomStream, randomStream } from "../../src/numeric/random-stream.ts";
import { earlyWarning, type WarningIndicator } from "../../src/simulation/early-warning.ts";
import { kendallSums } from "../../src/simulation/kendall-sum.ts";
import { persistenceOf } from "../../src/simulation/persistence.ts";

type World = {
  readonly months: number;
  readonly persistence: number;
  /** Deviations a month by which the first three of five links worsen in the last year. */
  readonly drift: number;
};

/** Five correlated links of a firm, month by month. */
function links({ months, persistence, drift }: World, random: RandomStream): WarningIndicator[] {
  const levels = new Float64Array(5);
  const columns: number[][] = [[], [], [], [], []];
  for (let month = 0; month < months; month += 1) {
    const shared = random.normal();
    for (const [link, column] of columns.entries()) {
      const shock = Math.sqrt(0.3) * shared + Math.sqrt(0.7) * random.normal();
      const kept = month === 0 ? 0 : persistence;
      levels[link] = kept * (levels[link] as number) + Math.sqrt(1 - kept ** 2) * shock;
      const worse = link < 3 ? drift * Math.max(0, month - months + 12) : 0;
      column.push((levels[link] as number) + worse);
    }
  }
  return columns.map((series, link) =>
    link === 2
      ? { series: series.map((value) => -value), worse: "lower" }
      : { series, worse: "higher" },
  );
}

function watched(...request: Parameters<typeof earlyWarning>) {
  const result = earlyWarning(...request);
  if (result.kind !== "watched") throw new Error(result.kind);
  return result;
}

/** Share of firms that get an alarm at one look. */
function alarms(world: World, firms: number): number {
  let found = 0;
  for (let firm = 0; firm < firms; firm += 1) {
    const random = randomStream(500 + firm);
    if (watched(links(world, random), random, { years: 200 }).alarm) found += 1;
  }
  return found / firms;
}

describe("the early warning", () => {
  // A year of looks, measured at length, stands in docs/models/early-warning.md.
  it("is seldom false at one look, whatever stays from month to month", () => {
    expect(alarms({ months: 24, persistence: 0, drift: 0 }, 60)).toBeLessThanOrEqual(0.05);
    expect(alarms({ months: 24, persistence: 0.6, drift: 0 }, 60)).toBeLessThanOrEqual(0.1);
    expect(alarms({ months: 12, persistence: 0.3, drift: 0 }, 60)).toBeLessThanOrEqual(0.1);
  });

  it("mostly comes when three links turn hard", () => {
    expect(alarms({ months: 36, persistence: 0.2, drift: 0.4 }, 30)).toBeGreaterThan(0.6);
  });

  it("says which links worsen and by how much", () => {
    const result = watched(
      links({ months: 36, persistence: 0, drift: 0.6 }, randomStream(3)),
      randomStream(1),
    );
    expect(result.alarm).toBe(true);
    expect(result.statistic).toBeGreaterThan(result.threshold);
    expect(result.chance).toBeLessThan(0.05);
    expect(result.links.map((link) => link.kind === "tested" && link.worsening)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    const [first, , third] = result.links;
    if (first?.kind !== "tested" || third?.kind !== "tested") throw new Error("not tested");
    expect(first.slope).toBeGreaterThan(0.1);
    expect(third.slope).toBeLessThan(-0.1);
  });

  it("is never given for one link alone, nor for links that get better", () => {
    const random = randomStream(4);
    const calm = (): number[] => Array.from({ length: 24 }, random.normal);
    const rising = Array.from({ length: 24 }, (_, month) => month);
    const steep = rising.map((value) => value + random.normal());
    const alone = watched(
      [steep, steep.map((value) => -value)].map((series) => ({ series, worse: "higher" })),
      random,
    );
    expect(alone).toMatchObject({ alarm: false, statistic: 0 });
    const better = [calm(), calm(), steep].map((series) => ({ series, worse: "lower" }) as const);
    expect(watched(better, random).links[2]).toMatchObject({ worsening: false });
  });

  it("does not depend on units, nor on which way is called worse when signs turn too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const plain = links({ months: 24, persistence: 0.3, drift: 0.1 }, randomStream(seed));
        const turned = plain.map(
          ({ series, worse }): WarningIndicator => ({
            series: series.map((value) => (value === null ? null : 8 - 4 * value)),
            worse: worse === "higher" ? "lower" : "higher",
          }),
        );
        const options = { years: 200 };
        const one = watched(plain, randomStream(2), options);
        const other = watched(turned, randomStream(2), options);
        expect(other.statistic).toBeCloseTo(one.statistic, 6);
        expect(other.threshold).toBeCloseTo(one.threshold, 6);
      }),
      { numRuns: 5 },
    );
  });

  it("goes on where months are missing, and leaves out what is too thin", () => {
    const whole = links({ months: 24, persistence: 0, drift: 0.8 }, randomStream(9));
    const holes = whole.map(({ series, worse }, link) => ({
      worse,
      series: series.map((value, month) => (link === 4 ? null : month % 5 === link ? null : value)),
    }));
    const result = watched(holes, randomStream(1));
    expect(result.alarm).toBe(true);
    expect(result.links[4]).toEqual({ kind: "too-few-months", have: 0, need: 12 });
    const flat: WarningIndicator = { series: Array.from({ length: 24 }, () => 7), worse: "higher" };
    expect(earlyWarning([flat, whole[0] as WarningIndicator], randomStream(1))).toEqual({
      kind: "too-few-indicators",
      have: 1,
      need: 2,
      links: [{ kind: "does-not-vary" }, { kind: "only-one" }],
    });
    expect(earlyWarning([], randomStream(1))).toMatchObject({
      kind: "too-few-indicators",
      have: 0,
    });
  });

  it("refuses a caller's mistake with its indicator and month", () => {
    const random = randomStream(1);
    const one: WarningIndicator = { series: [1, 2, 3], worse: "higher" };
    expect(() => earlyWarning([one, { ...one, series: [1, Number.NaN, 3] }], random)).toThrow(
      /month 1 of indicator 1/,
    );
    expect(() => earlyWarning([one, { ...one, series: [1] }], random)).toThrow(/indicator 1 has 1/);
    expect(() => earlyWarning([one], random, { falseAlarms: 0 })).toThrow(/falseAlarms/);
    expect(() => earlyWarning([one], random, { window: 8 })).toThrow(/window/);
    expect(() => earlyWarning([one], random, { years: 10 })).toThrow(/years/);
  });
});

describe("Kendall's sums over sliding windows", () => {
  it("are those of each window counted anew", () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(value, { minLength: 14, maxLength: 20 }), (series) => {
        const values = Float64Array.from(series);
        const sums = kendallSums(values, 10, 5);
        for (const [look, sum] of sums.entries()) {
          let anew = 0;
          for (let later = look; later < look + 10; later += 1)
            for (let earlier = look; earlier < later; earlier += 1)
              anew += Math.sign((series[later] as number) - (series[earlier] as number)) || 0;
          expect(sum).toBe(anew);
        }
      }),
    );
  });
});

describe("persistence", () => {
  it("is found on average, whatever the line beneath", () => {
    const random = randomStream(12);
    for (const truth of [0.2, 0.5]) {
      let sum = 0;
      for (let draw = 0; draw < 300; draw += 1) {
        let level = random.normal();
        const series = Array.from({ length: 48 }, (_, month) => {
          level = truth * level + Math.sqrt(1 - truth ** 2) * random.normal();
          return level + 3 * month;
        });
        sum += persistenceOf(series)?.correlation ?? 0;
      }
      expect(Math.abs(sum / 300 - truth)).toBeLessThan(0.05);
    }
  });

  it("is none of a line", () => {
    expect(persistenceOf([1, 2, null, 4, 5])).toBeNull();
  });
});
