import { quantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import { type ForecastModel, modelForecast } from "./backtest-models.ts";
import { type ForecastScore, type Pairs, scoreForecast } from "./backtest-scores.ts";
import {
  type LossDifference,
  pairedInterval,
  type VerdictKind,
  verdictOf,
} from "./backtest-verdict.ts";
import { type OrderLog, orderDays, type Window, windowAt } from "./backtest-windows.ts";
import { type NaiveForecast, naiveForecast, naiveForecasts } from "./naive-forecasts.ts";
import { predictionBands } from "./prediction-bands.ts";

/** What is tested, and how. Days are counted like those of the log. */
export type BacktestTerms = {
  readonly models: readonly ForecastModel[];
  /** Days at whose end the history is cut off; at least one. */
  readonly origins: readonly number[];
  /** Days after each origin that are held out, a whole number from 1. */
  readonly horizon: number;
  /** The last day that is observed: no origin's horizon goes beyond it. */
  readonly end: number;
  /** Days between renewals, for the shifted beta-geometric; a twelfth of a year where not given. */
  readonly period?: number;
  /** By which loss the verdict goes: `squared` (that of a mean) where not given. */
  readonly loss?: "absolute" | "squared";
  /** Of the interval of the difference; .95 where not given. */
  readonly level?: number;
  /** Possible futures drawn to test the 80 % bands; 200 where not given, 0 for no test of bands. */
  readonly draws?: number;
  /** Times that customers are drawn anew for the interval of the difference; 1000 where not given. */
  readonly resamples?: number;
};

/** How often what came lay within the 80 % bands of what was drawn. */
export type BandCoverage = {
  readonly level: 0.8;
  /** Share of customers and origins. Whole numbers make bands wider than they say: 80 % or more. */
  readonly customers: number;
  /** Origins at which the orders of all customers together lay within their band. */
  readonly origins: number;
  readonly originsTested: number;
};

/** A model's score and what comes of it. */
export type ModelResult =
  | (ForecastScore & {
      readonly kind: "tested";
      readonly model: ForecastModel;
      readonly verdict: VerdictKind;
      /** Against the naive forecast with the least loss, by each loss. */
      readonly absolute: LossDifference;
      readonly squared: LossDifference;
      readonly coverage: BandCoverage | null;
    })
  | {
      readonly kind: "no-forecast";
      readonly model: ForecastModel;
      readonly origin: number;
      readonly why: string;
    };

/** The outcome of a backtest, or why there is none. */
export type Backtest =
  | {
      readonly kind: "tested";
      readonly origins: readonly {
        readonly origin: number;
        readonly customers: number;
        readonly orders: number;
      }[];
      readonly models: readonly ModelResult[];
      /** Those that could be made: without a year before the first origin there is no last year. */
      readonly naive: readonly (ForecastScore & { readonly forecast: NaiveForecast })[];
      /** The model with the least loss of those that win; null: use the naive forecast, and say so. */
      readonly use: ForecastModel | null;
    }
  | { readonly kind: "too-few-customers"; readonly have: number; readonly need: number };

const leastCustomers = 10;
/** A thousand years: further no forecast is wanted, and no book reaches. */
const mostDays = 365_250;

function checkTerms(terms: Required<BacktestTerms>): void {
  const { origins, horizon, end, period, level, draws, resamples } = terms;
  if (!(Number.isSafeInteger(horizon) && horizon >= 1 && horizon <= mostDays))
    throw new RangeError(`the horizon is not a whole number of days from 1 to ${mostDays}`);
  if (origins.length === 0) throw new RangeError("a backtest needs an origin");
  origins.forEach((origin, k) => {
    if (!(Number.isSafeInteger(origin) && origin + horizon <= end))
      throw new RangeError(`origin ${k} is not a whole day with its horizon before the end`);
  });
  if (!(period >= 1 && period < Number.POSITIVE_INFINITY))
    throw new RangeError(`the period is not a finite number of days from 1: ${period}`);
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  if (!(Number.isSafeInteger(draws) && (draws === 0 || (draws >= 20 && draws <= 1e5))))
    throw new RangeError(`20 to 100,000 draws are needed, or 0, got ${draws}`);
  if (!(Number.isSafeInteger(resamples) && resamples >= 100 && resamples <= 1e6))
    throw new RangeError(`100 to 1,000,000 resamples are needed, got ${resamples}`);
}

/** The forecasts of all origins in one row, beside what came. */
function joined(windows: readonly Window[], forecasts: readonly Float64Array[]): Pairs {
  return {
    forecast: Float64Array.from(forecasts.flatMap((forecast) => Array.from(forecast))),
    actual: Float64Array.from(windows.flatMap(({ actual }) => Array.from(actual))),
  };
}

function lossOf(kind: "absolute" | "squared", off: number): number {
  return kind === "absolute" ? Math.abs(off) : off * off;
}

function within(value: number, lower: number, upper: number): boolean {
  return value >= lower && value <= upper;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Coverage of the bands of each window's draws; null where nothing was drawn. */
function coverageOf(
  windows: readonly Window[],
  draws: readonly (readonly Float64Array[])[],
): BandCoverage | null {
  if (draws.some((list) => list.length === 0)) return null;
  let inside = 0;
  let customers = 0;
  let origins = 0;
  windows.forEach(({ actual }, k) => {
    const drawn = draws[k] as readonly Float64Array[];
    const band = predictionBands(drawn, [0.8]).bands[0];
    if (band === undefined) return;
    actual.forEach((orders, row) => {
      if (within(orders, band.lower[row] as number, band.upper[row] as number)) inside += 1;
    });
    customers += actual.length;
    const [lower, upper] = quantiles(drawn.map(total), [0.1, 0.9]) as [number, number];
    if (within(total(actual), lower, upper)) origins += 1;
  });
  return { level: 0.8, customers: inside / customers, origins, originsTested: windows.length };
}

/**
 * Tests models of value where the answer is known: at each origin the history is cut off, each model
 * and each naive forecast says how many orders every known customer will place within the horizon,
 * and both are held against what came. A model that does not beat the best naive forecast is not to
 * be used (`use` is null then).
 *
 * The difference of losses is paired by customer, and its interval comes from drawing customers anew
 * with all their origins. It is against the naive forecast that turned out best, which is hard on the
 * model.
 *
 * @param log one entry per order; orders of one customer on one day are one
 * @param stream the randomness of posteriors, futures and resamples
 * @throws RangeError with the index of an order or an origin that cannot be, or for a term that
 *   cannot be
 */
export function backtest(log: OrderLog, terms: BacktestTerms, stream: RandomStream): Backtest {
  const chosen: Required<BacktestTerms> = {
    period: 365.25 / 12,
    loss: "squared",
    level: 0.95,
    draws: 200,
    resamples: 1000,
    ...terms,
  };
  checkTerms(chosen);
  const orders = orderDays(log);
  const firstDay = orders.day.reduce((least, day) => Math.min(least, day), Number.MAX_VALUE);
  if (Math.max(...chosen.origins) - firstDay > mostDays)
    throw new RangeError(`an order lies more than ${mostDays} days before an origin`);
  const windows = chosen.origins.map((origin) => windowAt(orders, origin, chosen.horizon));
  const fewest = Math.min(...windows.map((window) => window.customer.length));
  if (fewest < leastCustomers)
    return { kind: "too-few-customers", have: fewest, need: leastCustomers };
  const hasLastYear = Math.min(...chosen.origins) - 365 >= firstDay;
  const naive = naiveForecasts
    .filter((name) => hasLastYear || name !== "same-as-last-year")
    .map((name) => {
      const pairs = joined(
        windows,
        windows.map((window) => naiveForecast(name, window)),
      );
      return { name, pairs, score: scoreForecast(pairs) };
    });

  function difference(pairs: Pairs, loss: "absolute" | "squared", key: number): LossDifference {
    const measure = loss === "absolute" ? "meanAbsoluteError" : "rootMeanSquaredError";
    const best = naive.reduce((one, other) =>
      other.score[measure] < one.score[measure] ? other : one,
    );
    const sums = new Float64Array(orders.customers);
    const counts = new Float64Array(orders.customers);
    let row = 0;
    for (const { customer } of windows)
      for (const who of customer) {
        const actual = pairs.actual[row] as number;
        sums[who] =
          (sums[who] as number) +
          lossOf(loss, (pairs.forecast[row] as number) - actual) -
          lossOf(loss, (best.pairs.forecast[row] as number) - actual);
        counts[who] = (counts[who] as number) + 1;
        row += 1;
      }
    const known = (list: Float64Array) => list.filter((_, who) => (counts[who] as number) > 0);
    return {
      against: best.name,
      ...pairedInterval(
        known(sums),
        known(counts),
        chosen.level,
        chosen.resamples,
        stream.split(key),
      ),
    };
  }

  const models = chosen.models.map((model, place): ModelResult => {
    const expected: Float64Array[] = [];
    const draws: (readonly Float64Array[])[] = [];
    for (const [k, window] of windows.entries()) {
      const own = stream.split(1000 * (place + 1) + k);
      const forecast = modelForecast(model, window, chosen.period, chosen.draws, own);
      if (forecast.kind === "no-forecast")
        return { kind: "no-forecast", model, origin: window.origin, why: forecast.why };
      expected.push(forecast.expected);
      draws.push(forecast.draws);
    }
    const pairs = joined(windows, expected);
    const absolute = difference(pairs, "absolute", 2 * place + 1);
    const squared = difference(pairs, "squared", 2 * place + 2);
    return {
      kind: "tested",
      model,
      ...scoreForecast(pairs),
      verdict: verdictOf(chosen.loss === "absolute" ? absolute : squared),
      absolute,
      squared,
      coverage: coverageOf(windows, draws),
    };
  });

  const winners = models
    .filter((result) => result.kind === "tested")
    .filter(({ verdict }) => verdict === "model-wins")
    .toSorted((one, other) =>
      chosen.loss === "absolute"
        ? one.meanAbsoluteError - other.meanAbsoluteError
        : one.rootMeanSquaredError - other.rootMeanSquaredError,
    );
  return {
    kind: "tested",
    origins: windows.map(({ origin, actual }) => ({
      origin,
      customers: actual.length,
      orders: total(actual),
    })),
    models,
    naive: naive.map(({ name, score }) => ({ forecast: name, ...score })),
    use: winners[0]?.model ?? null,
  };
}
