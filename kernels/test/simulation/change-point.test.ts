import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { changePoint } from "../../src/simulation/change-point.ts";

// Flow of the Nile at Aswan, 1871 to 1970 (Cobb 1978); the level changed after 1898.
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
  799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701,
  916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862,
  698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812,
  742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906,
  901, 1170, 912, 746, 919, 718, 714, 740,
];

function tested(series: readonly number[]) {
  const result = changePoint(series);
  if (result.kind !== "tested") throw new Error(result.kind);
  return result;
}

describe("the change point", () => {
  it("finds the Nile's, after 1898", () => {
    const result = tested(nile);
    expect(1871 + result.at).toBe(1899);
    expect(result.significance).toBeLessThan(1e-4);
    expect(result.medianBefore).toBeGreaterThan(result.medianAfter + 200);
  });

  it("is right by hand where all before is below all after", () => {
    // Every one of 6 x 6 pairs: K = 36, chance 2 exp(-6 x 1296 / (1728 + 144)).
    const result = tested([1, 2, 3, 1, 2, 3, 7, 8, 9, 7, 8, 9]);
    expect(result).toMatchObject({ at: 6, statistic: 36, medianBefore: 2, medianAfter: 8 });
    expect(result.significance).toBeCloseTo(2 * Math.exp(-7776 / 1872), 14);
  });

  it("seldom finds one where there is none", () => {
    const random = randomStream(5);
    let found = 0;
    for (let draw = 0; draw < 1000; draw += 1)
      if (tested(Array.from({ length: 30 }, () => random.normal())).significance < 0.05) found += 1;
    expect(found).toBeLessThan(60);
  });

  it("does not depend on the scale, and mirrors with time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 40 }),
        (series) => {
          const plain = tested(series);
          expect(tested(series.map((value) => value ** 3)).statistic).toBe(plain.statistic);
          expect(tested(series.toReversed()).statistic).toBe(plain.statistic);
          expect(plain.at).toBeGreaterThanOrEqual(1);
          expect(plain.at).toBeLessThan(series.length);
        },
      ),
    );
    expect(tested([4, 4, 4, 4, 4, 4, 4, 4])).toMatchObject({ statistic: 0, significance: 1 });
  });

  it("names thin data and refuses what is not a number, by index", () => {
    expect(changePoint([1, 2])).toEqual({ kind: "too-few-periods", have: 2, need: 8 });
    expect(() => changePoint([1, 2, Number.POSITIVE_INFINITY])).toThrow(/value 2/);
  });
});
