import { cholesky } from "../numeric/cholesky.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import { selectedQuantiles } from "../numeric/selected-quantiles.ts";
import type { GrowthCalibration } from "./growth-calibration.ts";
import { followHistory, type GrowthHistory, readGrowthHistory } from "./growth-history.ts";
import {
  type GrowthPolicy,
  type GrowthShocks,
  type GrowthStock,
  growthModel,
  growthStep,
  growthStocks,
} from "./growth-model.ts";
import { type GrowthParameters, growthParameterNames, growthRecord } from "./growth-parameters.ts";
import { simulateStocks } from "./stock-and-flow.ts";

/** What is told of a run, a figure for each month. */
export const growthMeasures = [
  "revenue",
  "core",
  "rest",
  "people",
  "sellingShare",
  "satisfaction",
  "wait",
] as const;

export type GrowthMeasure = (typeof growthMeasures)[number];

/** Per measure, per probability, a value for each month. */
export type GrowthBand = Readonly<Record<GrowthMeasure, readonly Float64Array[]>>;

export type GrowthBandRequest = {
  readonly calibration: Extract<GrowthCalibration, { readonly kind: "calibrated" }>;
  /** The history that was calibrated on: the bands start where it ends. */
  readonly history: GrowthHistory;
  readonly scenarios: readonly Partial<GrowthPolicy>[];
  /** Months ahead. */
  readonly months: number;
  readonly runs: number;
  readonly random: RandomStream;
  /** Quantiles that bound the bands, each between 0 and 1. */
  readonly probabilities: readonly number[];
};

/** Where the firm goes if it goes on as it did, and what each scenario changes about that. */
export type GrowthBands =
  | {
      readonly kind: "bands";
      readonly base: GrowthBand;
      /** Per scenario the *difference* with the base run of the same parameters and chance. */
      readonly differences: readonly GrowthBand[];
      /** Per scenario, what all months together differ in revenue: a value for each probability. */
      readonly revenueDifferences: readonly Float64Array[];
      /** Runs that left the numbers and are not in the bands. */
      readonly diverged: number;
    }
  | { readonly kind: "all-diverged"; readonly runs: number };

/**
 * Draws parameters from the calibration, follows the history with them to where the firm stands,
 * and runs on with chance in customers, people, hours and invoices: the bands hold what is not
 * known of the firm as well as what nobody can know. Run k draws from `random.split(k)`; a scenario
 * meets the same parameters and the same chance as the base, so the difference is its own. Revenue
 * is that of the month, satisfaction the mark, the rest the level at its end.
 *
 * @throws RangeError for months or runs that are no whole number above zero, a probability outside
 *   0 to 1, and as `growthModel` and `calibrateGrowth`
 */
export function growthBands(request: GrowthBandRequest): GrowthBands {
  const { calibration, scenarios, months, runs, random, probabilities } = request;
  for (const [name, value] of Object.entries({ months, runs }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`${name} is ${value}, not a whole number above zero`);
  for (const probability of probabilities)
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`a probability lies between 0 and 1, got ${probability}`);
  const history = readGrowthHistory(request.history);
  const size = growthParameterNames.length;
  const lower = cholesky(calibration.logCovariance, size);
  if (lower === null) throw new RangeError("the covariance of the calibration is not one");

  const base = emptyColumns(months, runs);
  const differences = scenarios.map(() => emptyColumns(months, runs));
  const totals = scenarios.map(() => new Float64Array(runs));
  let done = 0;
  for (let run = 0; run < runs; run += 1) {
    const stream = random.split(run);
    const parameters = drawParameters(calibration.logMode, lower, stream);
    const start = followHistory(parameters, history, () => undefined);
    const chance = drawChance(months, parameters, stream);
    const courses = [{}, ...scenarios].map((policy) =>
      start.every((level) => Number.isFinite(level) && level >= 0)
        ? courseOf(parameters, start, policy, months, chance)
        : null,
    );
    if (courses.includes(null)) continue;
    const [unchanged, ...changed] = courses as readonly Course[] as [Course, ...Course[]];
    for (const measure of growthMeasures)
      for (let month = 0; month < months; month += 1) {
        const without = unchanged[measure][month] as number;
        (base[measure][month] as Float64Array)[done] = without;
        for (const [scenario, course] of changed.entries())
          (differences[scenario]?.[measure][month] as Float64Array)[done] =
            (course[measure][month] as number) - without;
      }
    for (const [scenario, course] of changed.entries())
      (totals[scenario] as Float64Array)[done] = sumOf(course.revenue) - sumOf(unchanged.revenue);
    done += 1;
  }
  if (done === 0) return { kind: "all-diverged", runs };
  const bandOf = (columns: Columns): GrowthBand => bandsOf(columns, done, probabilities);
  return {
    kind: "bands",
    base: bandOf(base),
    differences: differences.map(bandOf),
    revenueDifferences: totals.map((column) =>
      Float64Array.from(selectedQuantiles(column.subarray(0, done), probabilities)),
    ),
    diverged: runs - done,
  };
}

/** Measures that are the level of a stock at the end of the month. */
const told = [
  "core",
  "rest",
  "people",
  "sellingShare",
  "satisfaction",
] as const satisfies readonly (GrowthMeasure & GrowthStock)[];

type Columns = Readonly<Record<GrowthMeasure, readonly Float64Array[]>>;
type Course = Readonly<Record<GrowthMeasure, Float64Array>>;
type Chance = {
  readonly shocks: GrowthShocks;
  readonly invoiced: Float64Array;
  readonly marked: Float64Array;
};

function perMeasure<Value>(value: () => Value): Readonly<Record<GrowthMeasure, Value>> {
  return Object.fromEntries(growthMeasures.map((measure) => [measure, value()])) as Record<
    GrowthMeasure,
    Value
  >;
}

function emptyColumns(months: number, runs: number): Columns {
  return perMeasure(() => Array.from({ length: months }, () => new Float64Array(runs)));
}

function drawParameters(
  mode: Float64Array,
  lower: Float64Array,
  stream: RandomStream,
): GrowthParameters {
  const size = mode.length;
  const unit = Float64Array.from({ length: size }, stream.normal);
  return growthRecord((name, row) => {
    let at = mode[row] as number;
    for (let k = 0; k <= row; k += 1) at += (lower[row * size + k] as number) * (unit[k] as number);
    const value = Math.exp(at);
    // The tail of a prior can ask for a time that the steps cannot follow.
    return name.endsWith("Time") || name === "salesCycle" ? Math.max(growthStep, value) : value;
  });
}

function drawChance(months: number, parameters: GrowthParameters, stream: RandomStream): Chance {
  // One month more: the last moment looks at the flows of the month to come.
  const normals = (): Float64Array => Float64Array.from({ length: months + 1 }, stream.normal);
  return {
    shocks: {
      wonCore: normals(),
      wonRest: normals(),
      lostCore: normals(),
      lostRest: normals(),
      people: normals(),
      selling: normals(),
    },
    invoiced: normals().map((shock) => Math.exp(parameters.revenueNoise * shock)),
    marked: normals().map((shock) => Math.exp(parameters.satisfactionNoise * shock)),
  };
}

function courseOf(
  parameters: GrowthParameters,
  start: Float64Array,
  policy: Partial<GrowthPolicy>,
  months: number,
  { shocks, invoiced, marked }: Chance,
): Course | null {
  const { flows, latest } = growthModel(parameters, start, policy, shocks);
  const perMonth = Math.round(1 / growthStep);
  const course = perMeasure(() => new Float64Array(months));
  let step = 0;
  const ran = simulateStocks(
    {
      // Euler asks for the flows once a step, in order: what they worked out is summed on the way.
      flows: (time, levels, net) => {
        flows(time, levels, net);
        const month = Math.floor(step / perMonth);
        course.revenue[month] = (course.revenue[month] as number) + growthStep * latest.revenue;
        course.wait[month] = (course.wait[month] as number) + growthStep * latest.wait;
        step += 1;
      },
      initial: start,
      start: 0,
      step: growthStep,
      steps: months * perMonth,
      method: "euler",
    },
    told.map((stock) => growthStocks.indexOf(stock)),
  );
  if (ran.kind === "diverged") return null;
  for (const [place, measure] of told.entries())
    for (let month = 0; month < months; month += 1)
      course[measure][month] = ran.levels[place]?.[(month + 1) * perMonth] as number;
  for (let month = 0; month < months; month += 1) {
    course.revenue[month] = (course.revenue[month] as number) * (invoiced[month] as number);
    course.satisfaction[month] =
      parameters.satisfactionMark *
      (course.satisfaction[month] as number) *
      (marked[month] as number);
  }
  return course;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function bandsOf(columns: Columns, done: number, probabilities: readonly number[]): GrowthBand {
  const band = perMeasure(() => probabilities.map(() => new Float64Array(0)));
  for (const measure of growthMeasures) {
    const moments = columns[measure].map((column) =>
      selectedQuantiles(column.subarray(0, done), probabilities),
    );
    for (const place of probabilities.keys())
      band[measure][place] = Float64Array.from(moments, (ends) => ends[place] as number);
  }
  return band;
}
