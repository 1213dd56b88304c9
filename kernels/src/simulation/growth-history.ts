import { growthEquations, growthStep, unchangedGrowth } from "./growth-model.ts";
import type { GrowthParameterName, GrowthParameters } from "./growth-parameters.ts";
import {
  countedCustomers,
  type GrowthSeries,
  type MonthlySeries,
  monthsOf,
} from "./growth-series.ts";
import { growthStart } from "./growth-start.ts";

/** A firm's past: the customers it opened with, and what it knows of the months since. */
export type GrowthHistory = {
  readonly core: number;
  readonly rest: number;
  readonly series: GrowthSeries;
};

/** A history that was checked, with what follows from it. */
export type ReadGrowthHistory = {
  readonly series: GrowthSeries;
  readonly months: number;
  /** Levels known at the start of each month, the last one being the end. */
  readonly core: MonthlySeries;
  readonly rest: MonthlySeries;
  readonly hours: MonthlySeries;
  readonly sellingShare: MonthlySeries;
  /** Price in units of the first one known. */
  readonly price: MonthlySeries;
};

/**
 * What a month is compared on: counts vary as Poisson's, the others by a deviation of their
 * logarithm.
 */
export type Sight = (
  observed: number,
  predicted: number,
  noise: Extract<GrowthParameterName, `${string}Noise`> | null,
) => void;

/** Checks a history. @throws RangeError for an opening that is no whole number, and as `monthsOf` */
export function readGrowthHistory({ core, rest, series }: GrowthHistory): ReadGrowthHistory {
  for (const [name, level] of Object.entries({ core, rest }))
    if (!Number.isSafeInteger(level) || level < 0)
      throw new RangeError(`${name} opens with ${level}, not a whole number of zero or more`);
  const months = monthsOf(series);
  const hours: (number | null)[] = [];
  const sellingShare: (number | null)[] = [];
  for (let month = 0; month < months; month += 1) {
    const selling = series.sellingHours?.[month] ?? null;
    const serving = series.servingHours?.[month] ?? null;
    const known = selling !== null && serving !== null && selling + serving > 0;
    hours.push(known ? selling + serving : null);
    sellingShare.push(known ? selling / (selling + serving) : null);
  }
  const firstPrice = series.price?.find((price) => price !== null) ?? 1;
  return {
    series,
    months,
    price: (series.price ?? []).map((price) => (price === null ? null : price / firstPrice)),
    hours,
    sellingShare,
    core: countedCustomers(core, series.wonCore, series.lostCore, months, "core"),
    rest: countedCustomers(rest, series.wonRest, series.lostRest, months, "other"),
  };
}

/**
 * Runs the model along a history, one month ahead at a time: at the start of each month what is
 * known (customers, people, share of selling, price) takes the place of what was simulated, so that
 * each link is held against what it had before it. Returns the levels at the end.
 */
export function followHistory(
  parameters: GrowthParameters,
  history: ReadGrowthHistory,
  see: Sight,
): Float64Array {
  const { series, months, hours, sellingShare, price } = history;
  const peopleOf = (month: number): number | null => {
    const worked = hours[month] ?? null;
    return series.people?.[month] ?? (worked === null ? null : worked / parameters.hoursPerPerson);
  };
  const levels = growthStart(parameters, {
    core: history.core[0] as number,
    rest: history.rest[0] as number,
    ...given("people", firstKnown(months, peopleOf)),
    ...given(
      "sellingShare",
      firstKnown(months, (month) => sellingShare[month]),
    ),
    ...given("price", price[0]),
  });
  const { flows, latest } = growthEquations(parameters, levels, unchangedGrowth);
  const net = new Float64Array(levels.length);
  const steps = Math.round(1 / growthStep);

  for (let month = 0; month < months; month += 1) {
    take(levels, 0, history.core[month]);
    take(levels, 1, history.rest[month]);
    take(levels, 4, peopleOf(month));
    take(levels, 5, sellingShare[month]);
    take(levels, 8, price[month]);
    const worked = hours[month] ?? null;
    if (worked !== null && (series.people?.[month] ?? null) !== null)
      see(worked, (levels[4] as number) * parameters.hoursPerPerson, "hoursNoise");

    const sums = { wonCore: 0, wonRest: 0, lostCore: 0, lostRest: 0, revenue: 0 };
    let satisfaction = 0;
    for (let step = 0; step < steps; step += 1) {
      flows(0, levels, net);
      for (const name of summed) sums[name] += growthStep * latest[name];
      satisfaction += growthStep * (levels[6] as number);
      for (let stock = 0; stock < levels.length; stock += 1)
        levels[stock] = (levels[stock] as number) + growthStep * (net[stock] as number);
    }

    for (const name of counted) {
      const observed = series[name]?.[month] ?? null;
      if (observed !== null) see(observed, sums[name], null);
    }
    seeLogarithm(series.revenue?.[month], sums.revenue, "revenueNoise");
    const mark = parameters.satisfactionMark * satisfaction;
    seeLogarithm(series.satisfaction?.[month], mark, "satisfactionNoise");
    seeLogarithm(series.people?.[month + 1], levels[4] as number, "peopleNoise");
    seeLogarithm(sellingShare[month + 1], levels[5] as number, "sellingNoise");
  }
  take(levels, 0, history.core[months]);
  take(levels, 1, history.rest[months]);
  return levels;

  function seeLogarithm(
    observed: number | null | undefined,
    predicted: number,
    noise: Parameters<Sight>[2],
  ): void {
    // A month of nothing has no logarithm: it stands, but says nothing here.
    if (observed != null && observed > 0) see(observed, predicted, noise);
  }
}

const counted = ["wonCore", "wonRest", "lostCore", "lostRest"] as const;
const summed = [...counted, "revenue"] as const;

function take(levels: Float64Array, stock: number, known: number | null | undefined): void {
  if (known != null) levels[stock] = known;
}

function firstKnown(
  months: number,
  levelOf: (month: number) => number | null | undefined,
): number | undefined {
  for (let month = 0; month < months; month += 1) {
    const value = levelOf(month);
    if (value != null) return value;
  }
  return undefined;
}

function given<Name extends string>(
  name: Name,
  value: number | null | undefined,
): { readonly [Key in Name]?: number } {
  return (value == null ? {} : { [name]: value }) as { readonly [Key in Name]?: number };
}
