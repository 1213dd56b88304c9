import {
  applyScorecard,
  coreMembership,
  fitScore,
  nominalTrait,
  randomStream,
  reliabilityBins,
  scorecard,
  scoreFit,
  shareInterval,
} from "@koers/kernels";
import { colors, percent } from "./drawing.ts";
import { type Point, plane } from "./plane.ts";
import { numbers, readTable } from "./samples.ts";
import { shuffled } from "./shuffled.ts";

const learned = 400;

/** What a score learned from 400 people says of the other 600, and what came. */
export function fitScorePlot(): string {
  const table = readTable("profile/german.binned.csv");
  const order = shuffled(table.length, 5);
  const traits = Object.keys(table[0] ?? {})
    .filter((name) => !name.startsWith("__"))
    .map((name) => nominalTrait(table.map((row) => row[name] ?? "")).trait);
  const labels = numbers(table, "__target");
  const part = (rows: Int32Array) => ({
    traits: traits.map(({ levels, codes }) => ({
      levels,
      codes: Int32Array.from(rows, (row) => codes[row] as number),
    })),
    labels: Uint8Array.from(rows, (row) => labels[row] as number),
  });
  const seen = part(order.subarray(0, learned));
  const others = part(order.subarray(learned));
  const model = fitScore(seen.traits, seen.labels);
  if (model.kind !== "fitted") throw new Error(model.kind);
  const bins = reliabilityBins(scoreFit(model, others.traits).probabilities, others.labels, {
    bins: 10,
  });
  return plane(
    "German credit: a score learned from 400 people, tried on the other 600",
    { label: "chance that the score gives, in ten groups", from: 0, to: 1, format: percent },
    { label: "share that was good", from: 0, to: 1, format: percent },
    [
      {
        kind: "line",
        points: [
          [0, 0],
          [1, 1],
        ],
        color: colors.pale,
        dashed: true,
      },
      {
        kind: "whiskers",
        name: "95 % interval",
        spans: bins.map(({ forecast, low, high }) => [forecast, low, high] as const),
        color: colors.first,
      },
      {
        kind: "dots",
        name: "as it came",
        points: bins.map(({ forecast, came }): Point => [forecast, came]),
        color: colors.first,
      },
    ],
  );
}

/** The chance by points on a card, and what came. */
export function scorecardPlot(): string {
  const table = readTable("profile/riskslim_mammo_data.csv");
  const conditions = Object.keys(table[0] ?? {}).filter(
    (name) => name !== "Malignant" && name !== "Density",
  );
  const columns = conditions.map((name) => Uint8Array.from(numbers(table, name)));
  const card = scorecard(columns, numbers(table, "Malignant"));
  if (card.kind !== "card") throw new Error(card.kind);
  const { totals } = applyScorecard(card, columns);
  const malignant = numbers(table, "Malignant");
  const groups = card.table.flatMap(({ total, probability }) => {
    let [customers, inside] = [0, 0];
    for (const [row, each] of totals.entries()) {
      if (each !== total) continue;
      customers += 1;
      inside += malignant[row] as number;
    }
    return customers < 5 ? [] : [{ total, probability, ...shareInterval(inside, customers, 0.95) }];
  });
  const points = card.items.map(
    ({ condition, points: worth }) => `${conditions[condition]} ${worth}`,
  );
  return plane(
    `Mammographic masses, 961 patients: ${points.length} conditions with whole points`,
    {
      label: `total of: ${points.join(", ")}`,
      from: (groups[0]?.total ?? 0) - 1,
      to: (groups.at(-1)?.total ?? 0) + 1,
    },
    { label: "share malignant", from: 0, to: 1, format: percent },
    [
      {
        kind: "line",
        name: "chance by the card",
        points: groups.map(({ total, probability }): Point => [total, probability]),
        color: colors.second,
      },
      {
        kind: "whiskers",
        name: "95 % interval",
        spans: groups.map(({ total, low, high }) => [total, low, high] as const),
        color: colors.first,
      },
      {
        kind: "dots",
        name: "as it came",
        points: groups.map(({ total, came }): Point => [total, came]),
        color: colors.first,
      },
    ],
  );
}

/** How sure it is who belongs to the core, the more the less sure the owner is of the weights. */
export function corePlot(): string {
  const table = readTable("value/btyd_cdnowSummary_cbs.csv");
  const spend = numbers(readTable("value/btyd_cdnowSummary_m.x.csv"), "v");
  const rows = shuffled(table.length, 1).subarray(0, 200);
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] as number);
  const [last, age] = [pick(numbers(table, "t.x")), pick(numbers(table, "T.cal"))];
  const criteria = [
    { better: "more", values: pick(numbers(table, "x")) },
    { better: "more", values: pick(spend) },
    { better: "less", values: age.map((each, row) => each - (last[row] as number)) },
  ] as const;
  const curveOf = (concentration: number): Point[] => {
    const core = coreMembership(criteria, [2, 2, 1], randomStream(1), { concentration });
    if (core.kind !== "estimated") throw new Error(core.kind);
    return core.members
      .map((member) => (member.kind === "estimated" ? member.probability : 0))
      .sort((one, other) => other - one)
      .slice(0, 100)
      .map((probability, place) => [place + 1, probability]);
  };
  return plane(
    "200 customers of CDNOW: how likely each belongs to the best fifth",
    { label: "customers, most likely first", from: 0, to: 100 },
    { label: "chance to be in the core", from: 0, to: 1, format: percent },
    [
      { kind: "line", name: "weights known well (300)", points: curveOf(300), color: colors.first },
      { kind: "line", name: "about (30)", points: curveOf(30), color: colors.second },
      { kind: "line", name: "hardly (5)", points: curveOf(5), color: colors.third },
    ],
  );
}
