import type { RandomStream } from "../numeric/random-stream.ts";
import type { ParameterSummary, PredictionInterval } from "./beta-geometric-posterior.ts";
import { foldHistory } from "./fold-history.ts";
import { importancePosterior, type Posterior } from "./importance-posterior.ts";
import type { OrderHistory } from "./order-history.ts";
import {
  fitPareto,
  type ParetoFit,
  type ParetoParameters,
  paretoParameters,
  weakParetoPrior,
} from "./pareto-nbd-fit.ts";
import { paretoEvaluation, paretoValue } from "./pareto-nbd-likelihood.ts";
import { paretoRows } from "./pareto-nbd-rows.ts";
import { evenDraws, summariseDraws } from "./posterior-summary.ts";
import { logPrior, type Prior, withPrior } from "./prior.ts";

/** The posterior of a Pareto/NBD, or why there is none. */
export type ParetoPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly mode: ParetoParameters;
      readonly summary: Readonly<Record<keyof ParetoParameters, ParameterSummary>>;
    })
  | Exclude<ParetoFit, { readonly kind: "fitted" }>;

function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
}

/**
 * The posterior of the parameters, by draws around the mode with smoothed importance weights.
 *
 * @param prior `weak`, `flat` (every value above 0 alike) or a prior of the caller's
 * @param stream the randomness; the same stream gives the same draws
 * @param count how many draws, at least 100
 * @param level of the equal-tailed intervals in `summary`
 * @throws RangeError with the index of a customer that cannot be, or for a count below 100 or a
 *   level outside 0..1
 */
export function paretoPosterior(
  history: OrderHistory,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): ParetoPosterior {
  checkLevel(level);
  const fit = fitPareto(history, prior);
  if (fit.kind !== "fitted") return fit;
  const chosen = prior === "weak" ? weakParetoPrior(history) : prior;
  const rows = paretoRows(foldHistory(history), 1);
  const { r, alpha, s, beta } = fit.parameters;
  const mode = Float64Array.of(r, alpha, s, beta).map(Math.log);
  const top = withPrior(paretoEvaluation(rows, mode), chosen, mode);
  const posterior = importancePosterior(
    (point) => paretoValue(rows, point) + logPrior(chosen, point),
    mode,
    top.hessian.map((entry) => -entry),
    count,
    stream,
  );
  return {
    kind: "drawn",
    ...posterior,
    mode: fit.parameters,
    summary: {
      r: summariseDraws(posterior, 0, level),
      alpha: summariseDraws(posterior, 1, level),
      s: summariseDraws(posterior, 2, level),
      beta: summariseDraws(posterior, 3, level),
    },
  };
}

/**
 * Carries the uncertainty of the parameters over to a prediction for each customer. The interval
 * is that of the expectation (P(alive), expected orders), not of the orders that come.
 *
 * @param predict the prediction for given parameters, such as
 *   `(parameters) => paretoOrders(history, parameters, 52)`
 * @param stream for the systematic choice of draws
 * @param draws how many parameter sets are tried, at least 20
 * @param level of the interval
 * @throws RangeError for fewer than 20 draws or a level outside 0..1
 */
export function paretoInterval(
  posterior: Extract<ParetoPosterior, { readonly kind: "drawn" }>,
  predict: (parameters: ParetoParameters) => Float64Array,
  stream: RandomStream,
  draws = 200,
  level = 0.95,
): PredictionInterval {
  if (!(Number.isSafeInteger(draws) && draws >= 20))
    throw new RangeError(`at least 20 draws are needed, got ${draws}`);
  checkLevel(level);
  const predictions = evenDraws(posterior, draws, stream).map((set) =>
    predict(paretoParameters(set)),
  );
  const customers = (predictions[0] as Float64Array).length;
  const mean = new Float64Array(customers);
  const lower = new Float64Array(customers);
  const upper = new Float64Array(customers);
  const column = new Float64Array(draws);
  for (let customer = 0; customer < customers; customer += 1) {
    let sum = 0;
    predictions.forEach((prediction, draw) => {
      column[draw] = prediction[customer] as number;
      sum += prediction[customer] as number;
    });
    column.sort();
    mean[customer] = sum / draws;
    lower[customer] = column[Math.floor(((draws - 1) * (1 - level)) / 2)] as number;
    upper[customer] = column[Math.ceil(((draws - 1) * (1 + level)) / 2)] as number;
  }
  return { mean, lower, upper };
}
