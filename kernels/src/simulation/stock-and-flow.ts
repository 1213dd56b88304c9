/**
 * How levels are carried over a step: Euler, as most published models, or Runge-Kutta of order
 * four.
 */
export type IntegrationMethod = "euler" | "runge-kutta";

/**
 * The net flow of every stock at a moment: reads `levels`, writes `flows` (units per time). Must
 * not keep or change `levels`.
 */
export type Flows = (time: number, levels: Float64Array, flows: Float64Array) => void;

/** What is run, from when, in which steps. */
export type Simulation = {
  readonly flows: Flows;
  /** Level of each stock at the start. */
  readonly initial: ArrayLike<number>;
  readonly start: number;
  /** Length of a step, above zero. */
  readonly step: number;
  readonly steps: number;
  readonly method: IntegrationMethod;
};

/** The course of every stock, or where it left the numbers. */
export type Course =
  | {
      readonly kind: "ran";
      /** Moments, the start included. */
      readonly times: Float64Array;
      /** Level of each stock at each moment: one array per stock. */
      readonly levels: readonly Float64Array[];
    }
  /** A level was no longer finite: the model or its step is wrong. */
  | { readonly kind: "diverged"; readonly time: number; readonly stock: number };

/**
 * Runs a stock-and-flow model with a fixed step. Moments are start + k step, never a running sum,
 * so that events at round times fall where they are said to.
 *
 * @throws RangeError for a start that is not finite, a step that is not above zero, steps that are
 *   no whole number, or an   initial level that is not finite (with its index)
 */
export function simulate(simulation: Simulation): Course {
  return simulateStocks(
    simulation,
    Array.from({ length: simulation.initial.length }, (_, stock) => stock),
  );
}

/**
 * The same, keeping only the course of the stocks watched, in the order in which they are named:
 * less to keep where there are many runs.
 *
 * @throws RangeError as `simulate`, and for a stock that the model does not have
 */
export function simulateStocks(simulation: Simulation, watch: readonly number[]): Course {
  const { flows, initial, start, step, steps, method } = simulation;
  checkSimulation(simulation);
  const stocks = initial.length;
  for (const stock of watch)
    if (!Number.isSafeInteger(stock) || stock < 0 || stock >= stocks)
      throw new RangeError(`there is no stock ${stock}`);
  const levels = Float64Array.from(initial);
  const times = new Float64Array(steps + 1);
  const course = watch.map(() => new Float64Array(steps + 1));
  const advance = method === "euler" ? eulerStep(flows, stocks) : rungeKuttaStep(flows, stocks);
  for (let index = 0; ; index += 1) {
    const time = start + index * step;
    times[index] = time;
    for (let stock = 0; stock < stocks; stock += 1)
      if (!Number.isFinite(levels[stock])) return { kind: "diverged", time, stock };
    for (let place = 0; place < watch.length; place += 1)
      (course[place] as Float64Array)[index] = levels[watch[place] as number] as number;
    if (index === steps) return { kind: "ran", times, levels: course };
    advance(time, step, levels);
  }
}

/** Carries the levels over one step, in place. */
type Step = (time: number, step: number, levels: Float64Array) => void;

function eulerStep(flows: Flows, stocks: number): Step {
  const net = new Float64Array(stocks);
  return (time, step, levels) => {
    flows(time, levels, net);
    for (let stock = 0; stock < stocks; stock += 1)
      levels[stock] = (levels[stock] as number) + step * (net[stock] as number);
  };
}

function rungeKuttaStep(flows: Flows, stocks: number): Step {
  const [first, second, third, fourth, probe] = Array.from(
    { length: 5 },
    () => new Float64Array(stocks),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

  function at(levels: Float64Array, net: Float64Array, step: number): Float64Array {
    for (let stock = 0; stock < stocks; stock += 1)
      probe[stock] = (levels[stock] as number) + step * (net[stock] as number);
    return probe;
  }

  return (time, step, levels) => {
    flows(time, levels, first);
    flows(time + step / 2, at(levels, first, step / 2), second);
    flows(time + step / 2, at(levels, second, step / 2), third);
    flows(time + step, at(levels, third, step), fourth);
    for (let stock = 0; stock < stocks; stock += 1)
      levels[stock] =
        (levels[stock] as number) +
        (step / 6) *
          ((first[stock] as number) +
            2 * ((second[stock] as number) + (third[stock] as number)) +
            (fourth[stock] as number));
  };
}

function checkSimulation({ initial, start, step, steps }: Simulation): void {
  if (!Number.isFinite(start)) throw new RangeError(`a simulation cannot start at ${start}`);
  if (!(step > 0 && Number.isFinite(step)))
    throw new RangeError(`a step above zero is needed, got ${step}`);
  if (!Number.isSafeInteger(steps) || steps < 0)
    throw new RangeError(`a whole number of steps is needed, got ${steps}`);
  for (let stock = 0; stock < initial.length; stock += 1)
    if (!Number.isFinite(initial[stock]))
      throw new RangeError(`stock ${stock} starts at ${initial[stock]}`);
}
