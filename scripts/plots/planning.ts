import { planWeeks, randomStream, segmentUplift, upliftRanking } from "@koers/kernels";
import { colors, percent } from "./drawing.ts";
import { type Point, plane } from "./plane.ts";
import { readTable } from "./samples.ts";
import { shuffled } from "./shuffled.ts";

/** Whom to mail first: by what mailing adds, learned on one half and tried on the other. */
export function upliftPlot(): string {
  const table = readTable("profile/hillstrom.csv").filter(
    ({ segment }) => segment !== "Mens E-Mail",
  );
  const order = shuffled(table.length, 2);
  const half = table.length >> 1;
  const segmentOf = (row: Readonly<Record<string, string>>) =>
    [row["newbie"], row["mens"], row["womens"], row["channel"]].join(" ");
  const segments = [...new Set(table.map(segmentOf))];
  const place = new Map(segments.map((name, at) => [name, at]));
  const counts = {
    treated: new Float64Array(segments.length),
    treatedResponded: new Float64Array(segments.length),
    heldOut: new Float64Array(segments.length),
    heldOutResponded: new Float64Array(segments.length),
  };
  for (const at of order.subarray(0, half)) {
    const row = table[at] ?? {};
    const segment = place.get(segmentOf(row)) as number;
    const mailed = row["segment"] === "Womens E-Mail";
    const [group, responded] = mailed
      ? [counts.treated, counts.treatedResponded]
      : [counts.heldOut, counts.heldOutResponded];
    group[segment] = (group[segment] as number) + 1;
    responded[segment] = (responded[segment] as number) + Number(row["visit"]);
  }
  const learned = segmentUplift(counts, randomStream(1));
  if (learned.kind !== "estimated") throw new Error(learned.kind);
  const others = Array.from(order.subarray(half), (at) => table[at] ?? {});
  const curveBy = (scoreOf: (segment: number) => number): Point[] => {
    const ranking = upliftRanking(
      {
        score: others.map((row) => scoreOf(place.get(segmentOf(row)) as number)),
        treated: others.map((row) => row["segment"] === "Womens E-Mail"),
        response: others.map((row) => Number(row["visit"])),
      },
      randomStream(1),
    );
    if (ranking.kind !== "ranked") throw new Error(ranking.kind);
    return [[0, 0], ...ranking.curve.map(({ part, gain }): Point => [part, gain])];
  };
  const byUplift = curveBy((segment) => learned.uplift[segment] as number);
  return plane(
    `Hillstrom: learned from ${half.toLocaleString("en-GB")} customers, tried on as many others`,
    { label: "part that is mailed", from: 0, to: 1, format: percent },
    { label: "visits gained per customer", from: 0, to: 0.06, format: percent },
    [
      {
        kind: "line",
        name: "by lot",
        points: [[0, 0], byUplift.at(-1) ?? [1, 0]],
        color: colors.pale,
        dashed: true,
      },
      {
        kind: "line",
        name: "who visits most when mailed first",
        points: curveBy((segment) => learned.treatedRate[segment] as number),
        color: colors.second,
      },
      { kind: "line", name: "whom mail moves most first", points: byUplift, color: colors.first },
    ],
  );
}

/** What a plan is worth by the hours there are, beside taking the most worth an hour first. */
export function weekPlanPlot(): string {
  const [customers, people, weeks] = [120, 3, 4];
  const random = randomStream(3);
  const efforts = [0.5, 1, 2, 4, 8];
  const actions = Array.from({ length: customers * 3 }, (_, at) => {
    const hours = efforts[random.integer(efforts.length)] as number;
    return {
      customer: at % customers,
      hours,
      value: hours ** 0.9 * Math.exp(4 + 0.7 * random.normal()),
      earliest: random.integer(weeks),
      skill: random.integer(3) - 1,
    };
  });
  const column = <Name extends keyof (typeof actions)[number]>(name: Name) =>
    actions.map((action) => action[name]);
  const alike = (value: number) => actions.map(() => value);
  const plans = Array.from({ length: 12 }, (_, step) => 2 + 2 * step).map((hours) => {
    const plan = planWeeks(
      {
        customer: column("customer"),
        hours: column("hours"),
        value: column("value"),
        earliest: column("earliest"),
        latest: alike(weeks - 1),
        skill: column("skill"),
        conflict: alike(-1),
        mandatory: actions.map(() => false),
      },
      {
        people,
        weeks,
        skills: 2,
        freeHours: new Array<number>(people * weeks).fill(hours),
        able: [true, false, false, true, true, true],
        keptFree: new Array<number>(people).fill(0),
      },
    );
    if (plan.kind !== "planned") throw new Error(plan.kind);
    return { hours, value: plan.value / plan.bound, greedy: plan.greedyValue / plan.bound };
  });
  return plane(
    "A made-up firm (seeded): 360 actions, 3 people with their own skills, 4 weeks",
    { label: "free hours a person and week", from: 0, to: 24 },
    { label: "worth, of the most there can be", from: 0.9, to: 1, format: percent },
    [
      {
        kind: "line",
        name: "plan by prices of hours, without a solver",
        points: plans.map(({ hours, value }): Point => [hours, value]),
        color: colors.first,
      },
      {
        kind: "line",
        name: "most worth an hour first",
        points: plans.map(({ hours, greedy }): Point => [hours, greedy]),
        color: colors.second,
      },
    ],
  );
}
