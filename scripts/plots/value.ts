import {
  backtest,
  expectedOrders,
  expectedSpend,
  fitBetaBernoulli,
  fitBetaGeometric,
  fitGammaGamma,
  fitPareto,
  fitShiftedBetaGeometric,
  invoiceRhythm,
  kaplanMeier,
  type OrderHistory,
  paretoOrders,
  predictBetaBernoulli,
  randomStream,
  survivalByPeriod,
} from "@koers/kernels";
import { colors, percent, plain } from "./drawing.ts";
import { type Point, plane } from "./plane.ts";
import { rows } from "./rows.ts";
import { numbers, readColumns, readTable } from "./samples.ts";

function cdnow() {
  const table = readTable("value/btyd_cdnowSummary_cbs.csv");
  return {
    repeats: numbers(table, "x"),
    last: numbers(table, "t.x"),
    age: numbers(table, "T.cal"),
    spend: numbers(readTable("value/btyd_cdnowSummary_m.x.csv"), "v"),
  };
}

/** What a model expects of all customers together, week by week from the first day of the first. */
function expectedCourse(
  history: OrderHistory,
  weeks: number,
  ordersOfNew: (weeks: number) => number,
): Point[] {
  const starts = new Map<number, number>();
  const end = 39;
  for (let row = 0; row < history.age.length; row += 1) {
    const start = end - (history.age[row] as number);
    starts.set(start, (starts.get(start) ?? 0) + 1);
  }
  return Array.from({ length: weeks + 1 }, (_, week) => {
    let orders = 0;
    for (const [start, customers] of starts)
      if (week > start) orders += customers * ordersOfNew(week - start);
    return [week, orders];
  });
}

const newCustomer = { repeats: [0], last: [0], age: [0] };

/** The repeat orders of CDNOW over 78 weeks, of which the models saw 39. */
export function bgNbd(): string {
  const history = cdnow();
  const actual = numbers(readTable("value/btyd_cdnowSummary_cu.tracking.csv"), "v");
  const courseOf = (model: "bg-nbd" | "mbg-nbd") => {
    const fit = fitBetaGeometric(history, model);
    if (fit.kind !== "fitted") throw new Error(fit.kind);
    return expectedCourse(
      history,
      78,
      (weeks) => expectedOrders(newCustomer, model, fit.parameters, weeks)[0] as number,
    );
  };
  return plane(
    "CDNOW, 2,357 customers: repeat orders so far, as they came and as expected",
    { label: "weeks since 1 January 1997", from: 0, to: 78 },
    { label: "repeat orders so far", from: 0, to: 5000 },
    [
      {
        kind: "line",
        points: [
          [39, 0],
          [39, 5000],
        ],
        color: colors.pale,
        dashed: true,
      },
      { kind: "note", at: [39.8, 300], words: "not seen by the models", color: colors.quiet },
      {
        kind: "line",
        name: "as they came",
        points: Array.from(actual, (orders, week) => [week + 1, orders] as const),
        color: colors.ink,
      },
      { kind: "line", name: "BG/NBD", points: courseOf("bg-nbd"), color: colors.first },
      {
        kind: "line",
        name: "MBG/NBD",
        points: courseOf("mbg-nbd"),
        color: colors.second,
        dashed: true,
      },
    ],
  );
}

/** How many orders came of those who had placed so many before, and how many were expected. */
export function paretoNbd(): string {
  const history = cdnow();
  const came = numbers(readTable("value/btyd_cdnowSummary_cbs.csv"), "x.star");
  const pareto = fitPareto(history);
  const geometric = fitBetaGeometric(history, "bg-nbd");
  if (pareto.kind !== "fitted" || geometric.kind !== "fitted") throw new Error(pareto.kind);
  const most = 7;
  const meansOf = (orders: Float64Array): Point[] =>
    Array.from({ length: most + 1 }, (_, count) => {
      const group = orders.filter(
        (_, row) => Math.min(history.repeats[row] as number, most) === count,
      );
      return [count, group.reduce((sum, each) => sum + each, 0) / group.length];
    });
  return plane(
    "CDNOW: orders in the 39 weeks that the models did not see",
    {
      label: "repeat orders in the first 39 weeks",
      from: 0,
      to: most,
      format: (count) => (count === most ? "7+" : String(count)),
    },
    { label: "mean orders in the next 39 weeks", from: 0, to: 8 },
    [
      { kind: "line", name: "as they came", points: meansOf(came), color: colors.ink },
      {
        kind: "line",
        name: "Pareto/NBD",
        points: meansOf(paretoOrders(history, pareto.parameters, 39)),
        color: colors.first,
      },
      {
        kind: "line",
        name: "BG/NBD",
        points: meansOf(expectedOrders(history, "bg-nbd", geometric.parameters, 39)),
        color: colors.second,
        dashed: true,
      },
    ],
  );
}

/** What a mean of few orders tells of the next: the fewer, the nearer to everyone's mean. */
export function gammaGamma(): string {
  const history = cdnow();
  const fit = fitGammaGamma(history);
  if (fit.kind !== "fitted") throw new Error(fit.kind);
  const expected = expectedSpend(history, fit.parameters);
  const pointsOf = (from: number, to: number) =>
    Array.from(history.spend, (mean, row): Point => [mean, expected[row] as number]).filter(
      ([mean], row) => {
        const repeats = history.repeats[row] as number;
        return repeats >= from && repeats <= to && mean <= 150;
      },
    );
  return plane(
    "CDNOW, 946 customers who came back: spend so far and spend expected",
    { label: "mean spend of a repeat order so far, $", from: 0, to: 150 },
    { label: "expected spend of an order, $", from: 0, to: 150 },
    [
      {
        kind: "line",
        points: [
          [0, 0],
          [150, 150],
        ],
        color: colors.pale,
        dashed: true,
      },
      { kind: "dots", name: "1 order", points: pointsOf(1, 1), color: colors.second, size: 4 },
      { kind: "dots", name: "2 to 4", points: pointsOf(2, 4), color: colors.first, size: 4 },
      {
        kind: "dots",
        name: "5 or more",
        points: pointsOf(5, 1000),
        color: colors.third,
        size: 4,
      },
    ],
  );
}

/** How many donors gave in how many of the six years. */
export function bgBb(): string {
  const table = readTable("value/donations.csv");
  const history = {
    bought: numbers(table, "frequency"),
    last: numbers(table, "recency"),
    occasions: numbers(table, "periods"),
    customers: numbers(table, "weights"),
  };
  const fit = fitBetaBernoulli(history);
  if (fit.kind !== "fitted") throw new Error(fit.kind);
  const { alive } = predictBetaBernoulli(history, fit.parameters, 1);
  const lineOf = (bought: number): Point[] =>
    Array.from(history.last, (last, row): Point => [last, alive[row] as number]).filter(
      (_, row) => history.bought[row] === bought,
    );
  const counts = [1, 2, 3, 4, 5] as const;
  const shades = [colors.second, colors.first, colors.third, colors.fourth, colors.ink] as const;
  return plane(
    "11,104 donors over six years: the chance that one still gives",
    { label: "year of the last gift (the first after the year they came in is 1)", from: 1, to: 6 },
    { label: "chance to be alive next year", from: 0, to: 1, format: percent },
    counts.map((count, at) => ({
      kind: "line" as const,
      name: count === 1 ? "1 gift" : `${count} gifts`,
      points: lineOf(count),
      color: shades[at] ?? colors.ink,
    })),
  );
}

/** Survival of two cohorts over twelve years, from the first seven. */
export function shiftedBetaGeometric(): string {
  const table = readTable("value/sbg_fader_hardie_2007.csv");
  const cohorts = [
    { name: "High End", column: "highend_pct_surviving", color: colors.first },
    { name: "Regular", column: "regular_pct_surviving", color: colors.second },
  ] as const;
  return plane(
    "Contracts still running (Fader and Hardie 2007): twelve years foretold from seven",
    { label: "years since the contract began", from: 0, to: 12 },
    { label: "contracts still running", from: 0, to: 1, format: percent },
    [
      {
        kind: "line",
        points: [
          [7, 0],
          [7, 1],
        ],
        color: colors.pale,
        dashed: true,
      },
      { kind: "note", at: [7.12, 0.94], words: "not seen by the model", color: colors.quiet },
      ...cohorts.flatMap(({ name, column, color }) => {
        const share = numbers(table, column).map((each) => each / 100);
        const left = share.map((each) => Math.round(each * 1000));
        const lost = left.slice(1, 8).map((running, year) => (left[year] as number) - running);
        const running = new Float64Array(7);
        running[6] = left[7] as number;
        const fit = fitShiftedBetaGeometric({ lost, running });
        if (fit.kind !== "fitted") throw new Error(fit.kind);
        const foretold = survivalByPeriod(fit.parameters, 12);
        return [
          {
            kind: "line" as const,
            name: `${name}, model`,
            points: Array.from(foretold, (survival, year): Point => [year, survival]),
            color,
          },
          {
            kind: "dots" as const,
            name: `${name}, as it went`,
            points: Array.from(share, (survival, year): Point => [year, survival]),
            color,
          },
        ];
      }),
    ],
  );
}

/** How long CDNOW's customers waited with a second order. */
export function kaplanMeierPlot(): string {
  const first = new Map<number, { readonly start: number; second: number | null }>();
  for (const [customer = 0, , date = 0] of readColumns("value/CDNOW_sample.txt")) {
    const day = dayOf(date);
    const known = first.get(customer);
    if (known === undefined) first.set(customer, { start: day, second: null });
    else if (known.second === null && day > known.start) known.second = day;
  }
  const end = dayOf(19_980_630);
  const all = [...first.values()];
  const curve = kaplanMeier(
    all.map(({ start, second }) => (second ?? end) - start),
    all.map(({ second }) => second !== null),
  );
  const stepped = (value: (step: (typeof curve.steps)[number]) => number | null) => {
    const points: Point[] = [[0, 1]];
    for (const step of curve.steps.filter((_, at) => at % 4 === 0)) {
      points.push([step.time / 7, points.at(-1)?.[1] ?? 1], [step.time / 7, value(step) ?? 1]);
    }
    return points;
  };
  return plane(
    "CDNOW, 2,357 customers: share without a second order yet",
    { label: "weeks since the first order", from: 0, to: 78 },
    { label: "no second order yet", from: 0, to: 1, format: percent },
    [
      {
        kind: "band",
        name: "95 % interval",
        low: stepped(({ lower }) => lower),
        high: stepped(({ upper }) => upper),
        color: colors.first,
      },
      {
        kind: "line",
        name: "Kaplan-Meier",
        points: stepped(({ survival }) => survival),
        color: colors.first,
      },
    ],
  );
}

/** How soon the dates of invoices tell a contract from projects. */
export function invoiceRhythmPlot(): string {
  const firms = 200;
  const counts = [3, 4, 5, 6, 8, 10, 12, 16, 20];
  // 1 January 2024.
  const start = 19_723;
  const meanChance = (kind: "monthly" | "quarterly" | "project", invoices: number): number => {
    let sum = 0;
    for (let firm = 0; firm < firms; firm += 1) {
      const random = randomStream(firm).split(invoices);
      let day = start + random.integer(28);
      const days = Array.from({ length: invoices }, (_, nth) => {
        if (kind === "project") {
          day += Math.ceil(30 * random.gamma(1));
          return day;
        }
        const due = nth * (kind === "monthly" ? 365.25 / 12 : 365.25 / 4);
        return day + Math.round(due + 1.5 * random.normal());
      });
      const rhythm = invoiceRhythm(days);
      const said = rhythm.probability ?? 0.5;
      sum += rhythm.kind === "project" ? 1 - said : said;
    }
    return sum / firms;
  };
  const lineOf = (kind: "monthly" | "quarterly" | "project"): Point[] =>
    counts.map((invoices) => [invoices, meanChance(kind, invoices)]);
  return plane(
    `Made-up customers (seeded, ${plain(firms)} each): how likely a contract, by the dates alone`,
    { label: "invoices so far", from: 3, to: 20 },
    { label: "mean chance of a contract", from: 0, to: 1, format: percent },
    [
      {
        kind: "line",
        name: "monthly, a day or two off",
        points: lineOf("monthly"),
        color: colors.first,
      },
      { kind: "line", name: "quarterly", points: lineOf("quarterly"), color: colors.third },
      { kind: "line", name: "projects", points: lineOf("project"), color: colors.second },
    ],
  );
}

/** How far forecasts of the next half year were off, at three days of CDNOW. */
export function backtestPlot(): string {
  const log = readColumns("value/CDNOW_sample.txt");
  const days = Float64Array.from(log, ([, , date = 0]) => dayOf(date));
  const [start, end] = [dayOf(19_970_101), dayOf(19_980_630)];
  const tested = backtest(
    { customer: log.map(([customer = 0]) => customer), day: days },
    {
      models: ["bg-nbd", "mbg-nbd", "pareto-nbd"],
      origins: [26, 39, 51].map((weeks) => start + 7 * weeks),
      horizon: 182,
      end,
      draws: 0,
    },
    randomStream(1),
  );
  if (tested.kind !== "tested") throw new Error(tested.kind);
  const names: Readonly<Record<string, string>> = {
    "bg-nbd": "BG/NBD",
    "mbg-nbd": "MBG/NBD",
    "pareto-nbd": "Pareto/NBD",
  };
  const bars = [
    ...tested.models.flatMap((result) =>
      result.kind === "tested"
        ? [{ label: names[result.model] ?? result.model, value: result.rootMeanSquaredError }]
        : [],
    ),
    ...tested.naive.map(({ forecast, rootMeanSquaredError }) => ({
      label: forecast.replaceAll("-", " "),
      value: rootMeanSquaredError,
      color: colors.pale,
    })),
  ];
  return rows(
    "CDNOW: orders of each customer in the next half year, forecast at weeks 26, 39 and 51",
    {
      label: "root of the mean squared error, orders a customer",
      from: 0,
      to: Math.ceil(2 * Math.max(...bars.map(({ value }) => value))) / 2,
    },
    bars.sort((one, other) => one.value - other.value),
  );
}

/** 19970131 as days since 1970. */
function dayOf(date: number): number {
  return (
    Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100) / 864e5
  );
}
