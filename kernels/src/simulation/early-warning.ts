import { quantile } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import type { MonthlySeries } from "./growth-series.ts";
import { kendallSums } from "./kendall-sum.ts";
import { type Persistence, persistenceOf } from "./persistence.ts";
import { quietYears } from "./quiet-years.ts";
import { fewestWarningLinks, severalAtOnce } from "./several-at-once.ts";

/** A link of the circle, seen through a figure of each month. */
export type WarningIndicator = {
  readonly series: MonthlySeries;
  /** Which way is bad. */
  readonly worse: "higher" | "lower";
};

/** What is said of one indicator. */
export type WarningLink =
  | {
      readonly kind: "tested";
      /** Sen's slope over the window: the median change a month. */
      readonly slope: number;
      /**
       * How far it went to the bad side, in deviations of a firm like this in which nothing
       * changes.
       */
      readonly strength: number;
      /** Chance of at least as much where nothing changes; one look, this indicator alone. */
      readonly chance: number;
      /** Whether that chance is below 5 %. */
      readonly worsening: boolean;
      /** Part of a month's deviation that is still there in the next. */
      readonly persistence: number;
    }
  | { readonly kind: "too-few-months"; readonly have: number; readonly need: number }
  | { readonly kind: "does-not-vary" }
  /** No other indicator could be tested, so nothing can turn together. */
  | { readonly kind: "only-one" };

/** Whether several links turn at once. Links are in the order of the indicators. */
export type EarlyWarning =
  | {
      readonly kind: "watched";
      readonly alarm: boolean;
      /** Sum of the strengths above zero, and from where on it is an alarm. */
      readonly statistic: number;
      readonly threshold: number;
      /** Chance that a year of monthly looks shows as much where nothing changes. */
      readonly chance: number;
      readonly links: readonly WarningLink[];
    }
  | {
      readonly kind: "too-few-indicators";
      readonly have: number;
      readonly need: number;
      readonly links: readonly WarningLink[];
    };

export type WarningOptions = {
  /** Chance of one false alarm or more in a year of monthly looks, between 0.001 and 0.5; 0.05. */
  readonly falseAlarms?: number;
  /** Months looked back on, from 12; 24. */
  readonly window?: number;
  /** Quiet years simulated, at least 200; 1,000. */
  readonly years?: number;
};

/** Known months within the window below which an indicator is left out. */
export const fewestWarningMonths = 12;

/**
 * Looks whether several links of the circle turn to the bad side at once. Each indicator gives
 * Kendall's S over the window; the threshold is taken from simulated years in which nothing
 * changes, with this firm's own persistence from month to month and its own correlation between
 * indicators, so that a year of monthly looks gives a false alarm in the stated share of years. The
 * measured shares are in docs/models/early-warning.md.
 *
 * @throws RangeError for series of different length, a value that is not finite (with its indicator
 *   and month), or   options out of range
 */
export function earlyWarning(
  indicators: readonly WarningIndicator[],
  random: RandomStream,
  { falseAlarms = 0.05, window = 24, years = 1000 }: WarningOptions = {},
): EarlyWarning {
  checkWarning(indicators, { falseAlarms, window, years });
  const months = indicators[0]?.series.length ?? 0;
  const seen = Math.min(months, window);
  const judged = indicators.map(({ series }): Persistence | WarningLink => {
    const have = series.slice(months - seen).filter((value) => value !== null).length;
    if (have < fewestWarningMonths)
      return { kind: "too-few-months", have, need: fewestWarningMonths };
    return persistenceOf(series) ?? { kind: "does-not-vary" };
  });
  const usable = judged.flatMap((one, at) => ("kind" in one ? [] : [{ at, persistence: one }]));
  if (usable.length < fewestWarningLinks)
    return {
      kind: "too-few-indicators",
      have: usable.length,
      need: fewestWarningLinks,
      links: judged.map((one) => ("kind" in one ? one : { kind: "only-one" })),
    };

  const recent = usable.map(({ at }) => recentOf(indicators[at] as WarningIndicator, seen));
  const quiet = quietYears(
    usable.map(({ persistence }) => persistence),
    recent.map((values) => Array.from(values, (value) => !Number.isNaN(value))),
    years,
    random,
  );
  const strengths = recent.map(
    (values, place) =>
      (kendallSums(values, seen, 1)[0] as number) / (quiet.deviations[place] as number),
  );
  const statistic = severalAtOnce(strengths);
  const threshold = quantile(quiet.highest, 1 - falseAlarms);
  const links = [...judged] as WarningLink[];
  for (const [place, { at, persistence }] of usable.entries()) {
    const chance = shareFrom(quiet.firstLook[place] as Float64Array, strengths[place] as number);
    const sign = indicators[at]?.worse === "higher" ? 1 : -1;
    links[at] = {
      kind: "tested",
      slope: sign * senSlope(recent[place] as Float64Array),
      strength: strengths[place] as number,
      chance,
      worsening: chance < 0.05,
      persistence: persistence.correlation,
    };
  }
  return {
    kind: "watched",
    alarm: statistic > threshold,
    statistic,
    threshold,
    chance: shareFrom(quiet.highest, statistic),
    links,
  };
}

/** The last months of an indicator, turned so that higher is worse; NaN where not known. */
function recentOf({ series, worse }: WarningIndicator, window: number): Float64Array {
  const sign = worse === "higher" ? 1 : -1;
  return Float64Array.from(series.slice(series.length - window), (value) =>
    value === null ? Number.NaN : sign * value,
  );
}

function senSlope(values: Float64Array): number {
  const slopes: number[] = [];
  for (const [later, value] of values.entries())
    for (const [earlier, before] of values.subarray(0, later).entries())
      if (!Number.isNaN(value - before)) slopes.push((value - before) / (later - earlier));
  return quantile(slopes, 0.5);
}

/**
 * Share of values that reach a bound, the bound itself counted among them so that it is never zero.
 */
function shareFrom(values: Float64Array, bound: number): number {
  let reached = 1;
  for (const value of values) if (value >= bound) reached += 1;
  return reached / (values.length + 1);
}

function checkWarning(
  indicators: readonly WarningIndicator[],
  { falseAlarms, window, years }: Required<WarningOptions>,
): void {
  if (!(falseAlarms >= 0.001 && falseAlarms <= 0.5))
    throw new RangeError(`falseAlarms is ${falseAlarms}, not from 0.001 to 0.5`);
  if (!Number.isSafeInteger(window) || window < fewestWarningMonths)
    throw new RangeError(`window is ${window}, not a whole number from ${fewestWarningMonths}`);
  if (!Number.isSafeInteger(years) || years < 200)
    throw new RangeError(`years is ${years}, not a whole number from 200`);
  const months = indicators[0]?.series.length ?? 0;
  for (const [at, { series }] of indicators.entries()) {
    if (series.length !== months)
      throw new RangeError(`indicator ${at} has ${series.length} months, not ${months}`);
    for (const [month, value] of series.entries())
      if (value !== null && !Number.isFinite(value))
        throw new RangeError(`month ${month} of indicator ${at} is ${value}`);
  }
}
