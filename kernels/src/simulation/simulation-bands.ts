import type { RandomStream } from "../numeric/random-stream.ts";
import { selectedQuantiles } from "../numeric/selected-quantiles.ts";
import { type Simulation, simulateStocks } from "./stock-and-flow.ts";

/** A model drawn for one run; the times and the method are the same for all. */
export type DrawnModel = Pick<Simulation, "flows" | "initial">;

/** How many runs, of what, and what to keep of them. */
export type BandRequest = Omit<Simulation, "flows" | "initial"> & {
  readonly runs: number;
  /** Draws the model of one run; every run has a random stream of its own. */
  readonly draw: (random: RandomStream) => DrawnModel;
  readonly random: RandomStream;
  /** Indices of the stocks to keep. */
  readonly watch: readonly number[];
  /** Quantiles that bound the bands, each between 0 and 1. */
  readonly probabilities: readonly number[];
  /** Keep each so many steps, and the start; 1 keeps all. */
  readonly every?: number;
};

/** Quantiles over runs at each moment kept. */
export type SimulationBands =
  | {
      readonly kind: "bands";
      readonly times: Float64Array;
      /** Per stock watched, per probability, a value for each moment. */
      readonly bands: readonly (readonly Float64Array[])[];
      /** Runs that left the numbers and are not in the bands. */
      readonly diverged: number;
    }
  | { readonly kind: "all-diverged"; readonly runs: number };

/**
 * Runs a model many times with drawn parameters and gives the quantiles (type 7) of chosen stocks over time.
 * Run k draws from `random.split(k)`, so more runs never change the first ones. Memory grows with runs times
 * moments kept times stocks watched.
 *
 * @throws RangeError as `simulate` and `quantiles`, for runs or `every` that are no whole number above zero, and for a
 *   stock that the model does not have
 */
export function simulateBands(request: BandRequest): SimulationBands {
  const { runs, draw, random, watch, probabilities, every = 1, ...timing } = request;
  for (const [name, value] of Object.entries({ runs, every }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`${name} is ${value}, not a whole number above zero`);
  for (const probability of probabilities)
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`a probability lies between 0 and 1, got ${probability}`);
  const moments = Math.floor(timing.steps / every) + 1;
  const kept = watch.map(() => Array.from({ length: moments }, () => new Float64Array(runs)));
  let done = 0;
  for (let run = 0; run < runs; run += 1) {
    const course = simulateStocks({ ...draw(random.split(run)), ...timing }, watch);
    if (course.kind === "diverged") continue;
    for (const [place, levels] of course.levels.entries()) {
      const columns = kept[place] as Float64Array[];
      for (let moment = 0; moment < moments; moment += 1)
        (columns[moment] as Float64Array)[done] = levels[moment * every] as number;
    }
    done += 1;
  }
  if (done === 0) return { kind: "all-diverged", runs };
  return {
    kind: "bands",
    times: Float64Array.from(
      { length: moments },
      (_, moment) => timing.start + moment * every * timing.step,
    ),
    bands: kept.map((columns) => bandsOf(columns, done, probabilities)),
    diverged: runs - done,
  };
}

function bandsOf(
  columns: readonly Float64Array[],
  done: number,
  probabilities: readonly number[],
): readonly Float64Array[] {
  const bands = probabilities.map(() => new Float64Array(columns.length));
  for (const [moment, column] of columns.entries())
    for (const [place, value] of selectedQuantiles(
      column.subarray(0, done),
      probabilities,
    ).entries())
      (bands[place] as Float64Array)[moment] = value;
  return bands;
}
