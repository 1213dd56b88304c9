import {
  netPromoterScore,
  rake,
  randomStream,
  relativeWeightIntervals,
  relativeWeights,
} from "@koers/kernels";
import { colors, percent } from "./drawing.ts";
import { type Point, plane } from "./plane.ts";
import { rows } from "./rows.ts";
import { numbers, readTable } from "./samples.ts";

/** How wide the interval is around the same score, by the number of answers. */
export function nps(): string {
  const counts = Array.from({ length: 40 }, (_, k) => 5 * (k + 1));
  const spanOf = (population?: number) =>
    counts.flatMap((answers) => {
      if (population !== undefined && answers > population) return [];
      const [promoters, detractors] = [answers * 0.6, answers * 0.2];
      const score = netPromoterScore(
        { promoters, passives: answers - promoters - detractors, detractors },
        population === undefined ? {} : { population },
      );
      return score.kind === "scored" ? [score] : [];
    });
  const sides = (population?: number) => {
    const spans = spanOf(population);
    return {
      low: spans.map(({ answers, low }): Point => [answers, low]),
      high: spans.map(({ answers, high }): Point => [answers, high]),
    };
  };
  return plane(
    "A score of 40 with its 95 % interval, by the number of answers",
    { label: "answers (60 % promoters, 20 % detractors)", from: 0, to: 200 },
    { label: "net promoter score", from: -60, to: 100 },
    [
      { kind: "band", name: "many customers", ...sides(), color: colors.first },
      { kind: "band", name: "100 customers", ...sides(100), color: colors.second },
      {
        kind: "line",
        name: "the score",
        points: [
          [5, 40],
          [200, 40],
        ],
        color: colors.ink,
      },
    ],
  );
}

/** Schools in a sample by type, before and after raking on two margins. */
export function raking(): string {
  const table = readTable("profile/apiclus1.csv");
  const types = ["E", "M", "H"];
  const totals = [4421, 1018, 755];
  const categories = table.map(({ stype = "" }) => types.indexOf(stype));
  const met = table.map((row) => ["No", "Yes"].indexOf(row["sch.wide"] ?? ""));
  const raked = rake(
    [
      { name: "type", categories, totals },
      { name: "target met", categories: met, totals: [1072, 5122] },
    ],
    numbers(table, "pw"),
  );
  if (raked.kind !== "raked") throw new Error(raked.kind);
  const share = (belongs: readonly boolean[], weights: ArrayLike<number>) => {
    let [part, whole] = [0, 0];
    for (const [row, each] of belongs.entries()) {
      whole += weights[row] ?? 0;
      if (each) part += weights[row] ?? 0;
    }
    return part / whole;
  };
  const alike = new Float64Array(table.length).fill(1);
  const names = ["elementary", "middle", "high"];
  return rows(
    "183 Californian schools: shares in the sample and after raking",
    { label: "share of schools", from: 0, to: 1, format: percent },
    [
      ...names.map((name, type) => ({
        name,
        belongs: categories.map((category) => category === type),
      })),
      { name: "target met", belongs: met.map((yes) => yes === 1) },
    ].flatMap(({ name, belongs }) => [
      { label: `${name}, sample`, value: share(belongs, alike), color: colors.pale },
      { label: `${name}, raked`, value: share(belongs, raked.weights) },
    ]),
  );
}

/** What explains that employees are content with their department. */
export function drivers(): string {
  const table = readTable("profile/attitude.csv");
  const names = ["complaints", "privileges", "learning", "raises", "critical", "advance"];
  const columns = names.map((name) => numbers(table, name));
  const rating = numbers(table, "rating");
  const weights = relativeWeights(columns, rating, "lindeman");
  const intervals = relativeWeightIntervals(columns, rating, "lindeman", randomStream(1));
  if (weights.kind !== "explained" || intervals.kind !== "intervals") throw new Error(weights.kind);
  return rows(
    "Attitude, 30 departments: what explains the rating",
    {
      label: "share of the variance explained, with 95 % interval",
      from: 0,
      to: 0.7,
      format: percent,
    },
    names
      .map((label, driver) => ({
        label,
        value: weights.shares[driver] as number,
        low: intervals.low[driver] as number,
        high: intervals.high[driver] as number,
      }))
      .sort((one, other) => other.value - one.value),
    130,
  );
}
