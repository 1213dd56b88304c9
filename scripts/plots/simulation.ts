import {
  changePoint,
  type MarketGrowth,
  mannKendall,
  marketGrowth,
  simulate,
} from "@koers/kernels";
import { colors } from "./drawing.ts";
import { type Point, plane } from "./plane.ts";
import { numbers, readTable } from "./samples.ts";

/** Forrester's firm that caps its own growth, beside the published run. */
export function stockAndFlow(): string {
  const loops = { salesLoop: true, marketLoop: true, capacityLoop: true };
  const scenarios = [
    { name: "F", choices: loops, color: colors.first, told: "goal kept" },
    {
      name: "G",
      choices: { ...loops, traditionWeight: 1 },
      color: colors.second,
      told: "goal erodes",
    },
  ];
  const published = readTable("profile/golden/forrester1968_scenarios.csv");
  const courseOf = (choices: Partial<MarketGrowth>): Point[] => {
    const model = marketGrowth(choices);
    const course = simulate({ ...model, start: 0, step: 0.5, steps: 200, method: "euler" });
    if (course.kind !== "ran") throw new Error(course.kind);
    return Array.from(course.times, (time, at) => [
      time,
      model.momentOf(
        time,
        course.levels.map((level) => level[at] as number),
      ).ordersBooked,
    ]);
  };
  return plane(
    "Forrester's market growth model (1968): orders a month",
    { label: "months", from: 0, to: 100 },
    { label: "orders booked a month", from: 0, to: 30_000 },
    scenarios.flatMap(({ name, choices, color, told }) => [
      { kind: "line" as const, name: `${name}: ${told}`, points: courseOf(choices), color },
      {
        kind: "dots" as const,
        name: `${name}, published`,
        points: published
          .filter((row, at) => row["scenario"] === name && at % 10 === 0)
          .map((row): Point => [Number(row["t"]), Number(row["orders_booked"])]),
        color,
        size: 5,
      },
    ]),
  );
}

/** The repeat orders of each week of CDNOW from the thirteenth, when everyone had come in. */
export function trend(): string {
  const total = numbers(readTable("value/btyd_cdnowSummary_cu.tracking.csv"), "v");
  const first = 13;
  const weekly = total.slice(first).map((orders, week) => orders - (total[first + week - 1] ?? 0));
  const tested = mannKendall(weekly);
  const change = changePoint(weekly);
  if (tested.kind !== "tested" || change.kind !== "tested") throw new Error(tested.kind);
  const weekOf = (period: number) => period + first + 1;
  // Sen's line goes through the medians.
  const middle = (values: Float64Array) => values.toSorted()[values.length >> 1] as number;
  const at = (period: number): Point => [
    weekOf(period),
    middle(weekly) + tested.slope * (period - weekly.length / 2),
  ];
  return plane(
    `CDNOW: ${Math.abs(tested.slope).toFixed(2)} repeat orders fewer each week (p ${tested.significance.toPrecision(1)})`,
    { label: "week", from: 13, to: 78 },
    { label: "repeat orders in the week", from: 0, to: 100 },
    [
      {
        kind: "line",
        name: "orders",
        points: Array.from(weekly, (orders, period) => [weekOf(period), orders] as const),
        color: colors.pale,
      },
      {
        kind: "line",
        name: "Sen's slope",
        points: [at(0), at(weekly.length - 1)],
        color: colors.first,
      },
      {
        kind: "line",
        name: `medians around week ${weekOf(change.at)} (Pettitt)`,
        points: [
          [weekOf(0), change.medianBefore],
          [weekOf(change.at) - 0.5, change.medianBefore],
          [weekOf(change.at) - 0.5, change.medianAfter],
          [weekOf(weekly.length - 1), change.medianAfter],
        ],
        color: colors.second,
        dashed: true,
      },
    ],
  );
}
