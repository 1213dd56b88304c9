import {
  calibrateGrowth,
  earlyWarning,
  growthBands,
  netPromoterTrend,
  type RandomStream,
  randomStream,
} from "@koers/kernels";
import { colors } from "./drawing.ts";
import { type Point, plane } from "./plane.ts";

/** Three years of a made-up firm that slowly sells more and serves less. */
function madeUpFirm(random: RandomStream) {
  const months = Array.from({ length: 36 }, (_, month) => month);
  const around = (mean: (month: number) => number, noise: number) =>
    months.map((month) => mean(month) * Math.exp(noise * random.normal()));
  const counts = (mean: number) =>
    months
      .map(() => Math.floor(mean + random.uniform() + 0.6 * random.normal()))
      .map((count) => Math.max(0, count));
  return {
    core: 60,
    rest: 90,
    series: {
      wonCore: counts(0.9),
      wonRest: counts(1.8),
      lostCore: counts(0.8),
      lostRest: counts(2),
      revenue: around(() => 128_000, 0.06),
      sellingHours: around((month) => 220 + 4 * month, 0.08),
      servingHours: around((month) => 1_660 - 4 * month, 0.03),
      people: around(() => 14.5, 0.01),
      satisfaction: around((month) => 7.6 - 0.012 * month, 0.03),
    },
  };
}

/** Revenue of a made-up firm, and three years to come with their band. */
export function growthModel(): string {
  const history = madeUpFirm(randomStream(3));
  const calibration = calibrateGrowth(history);
  if (calibration.kind !== "calibrated") throw new Error(calibration.kind);
  const bands = growthBands({
    calibration,
    history,
    scenarios: [],
    months: 36,
    runs: 2_000,
    random: randomStream(1),
    probabilities: [0.025, 0.1, 0.5, 0.9, 0.975],
  });
  if (bands.kind !== "bands") throw new Error(bands.kind);
  const line = (place: number): Point[] =>
    Array.from(bands.base.revenue[place] ?? [], (value, month) => [month + 36, value / 1000]);
  return plane(
    "A made-up firm: revenue a month, and three years to come if it goes on as it does",
    { label: "months", from: 0, to: 72 },
    { label: "revenue a month, thousands", from: 0, to: 300 },
    [
      { kind: "band", name: "95 %", low: line(0), high: line(4), color: colors.pale },
      { kind: "band", name: "80 %", low: line(1), high: line(3), color: colors.first },
      { kind: "line", name: "median", points: line(2), color: colors.second },
      {
        kind: "line",
        name: "invoiced",
        points: history.series.revenue.map((value, month) => [month, value / 1000]),
        color: colors.ink,
      },
    ],
  );
}

/** Five links of which three begin to turn in the thirty-sixth month: the alarm, month by month. */
export function earlyWarningPlot(): string {
  const random = randomStream(8);
  const series: number[][] = [[], [], [], [], []];
  const levels = [0, 0, 0, 0, 0];
  for (let month = 0; month < 60; month += 1)
    for (const [link, values] of series.entries()) {
      levels[link] = 0.3 * (levels[link] as number) + 0.95 * random.normal();
      values.push((levels[link] as number) + (link < 3 ? 0.2 * Math.max(0, month - 36) : 0));
    }
  const looks = Array.from({ length: 36 }, (_, look) => look + 24).map((month) => {
    const seen = series.map(
      (values) => ({ series: values.slice(0, month), worse: "higher" }) as const,
    );
    const result = earlyWarning(seen, random.split(month));
    if (result.kind !== "watched") throw new Error(result.kind);
    return { month, ...result };
  });
  return plane(
    "Five links, three of which turn from month 36 on (0.2 deviations a month)",
    { label: "month of the look", from: 24, to: 60 },
    { label: "strength together", from: 0, to: 14 },
    [
      {
        kind: "line",
        name: "statistic",
        points: looks.map(({ month, statistic }): Point => [month, statistic]),
        color: colors.first,
      },
      {
        kind: "line",
        name: "threshold, 5 % false alarms a year",
        points: looks.map(({ month, threshold }): Point => [month, threshold]),
        color: colors.second,
        dashed: true,
      },
    ],
  );
}

/** Twelve quarters of a dozen answers each, and the level behind them. */
export function surveyTrendPlot(): string {
  const quarters = [
    [5, 4, 3],
    [6, 3, 3],
    [4, 5, 3],
    [7, 2, 3],
    [5, 4, 3],
    [6, 4, 2],
    [4, 3, 5],
    [3, 4, 5],
    [4, 3, 5],
    [2, 5, 5],
    [3, 4, 5],
    [3, 3, 6],
  ].map(([promoters = 0, passives = 0, detractors = 0]) => ({ promoters, passives, detractors }));
  const trend = netPromoterTrend(quarters);
  if (trend.kind !== "followed") throw new Error(trend.kind);
  const side = (at: 0 | 1, bounds: "bounds80" | "bounds95") =>
    trend.levels.map((level, quarter): Point => [quarter + 1, level[bounds][at]]);
  return plane(
    `Twelve answers a quarter: the change of the last year ${trend.direction === "cannot-be-said" ? "cannot be said" : `is ${trend.direction}`}`,
    { label: "quarter", from: 1, to: 12 },
    { label: "net promoter score", from: -80, to: 100 },
    [
      {
        kind: "band",
        name: "95 %",
        low: side(0, "bounds95"),
        high: side(1, "bounds95"),
        color: colors.pale,
      },
      {
        kind: "band",
        name: "80 %",
        low: side(0, "bounds80"),
        high: side(1, "bounds80"),
        color: colors.first,
      },
      {
        kind: "line",
        name: "level",
        points: trend.levels.map(({ value }, quarter): Point => [quarter + 1, value]),
        color: colors.first,
      },
      {
        kind: "dots",
        name: "score",
        points: quarters.map(
          ({ promoters, detractors }, quarter): Point => [
            quarter + 1,
            (100 * (promoters - detractors)) / 12,
          ],
        ),
        color: colors.ink,
        size: 4,
      },
    ],
  );
}
