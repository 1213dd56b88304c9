import { drawPoisson } from "../numeric/poisson.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import type { OrderHistory } from "./order-history.ts";
import type { ParetoParameters } from "./pareto-nbd-fit.ts";
import { paretoAlive } from "./pareto-nbd-prediction.ts";

/**
 * One possible number of orders of each customer within `horizon` after the end of observation:
 * who is alive has a rate that is gamma with r + x and alpha + T and leaves at a rate that is gamma
 * with s and beta + T. With parameters drawn from the posterior, many of these together are the
 * posterior predictive distribution (see `predictionBands`).
 *
 * @param horizon in the unit of the history, finite and from 0
 * @returns a whole number per customer, in the order of the history
 * @throws RangeError for a customer (with its index), a parameter or a horizon that cannot be
 */
export function drawParetoOrders(
  history: OrderHistory,
  parameters: ParetoParameters,
  horizon: number,
  stream: RandomStream,
): Float64Array {
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY))
    throw new RangeError(`the horizon is not a finite number from 0: ${horizon}`);
  const { r, alpha, s, beta } = parameters;
  return paretoAlive(history, parameters).map((alive, row) => {
    if (stream.uniform() > alive) return 0;
    const age = history.age[row] as number;
    const rate = stream.gamma(r + (history.repeats[row] as number)) / (alpha + age);
    const leaving = stream.gamma(s) / (beta + age);
    const until = -Math.log(stream.uniform()) / leaving;
    return drawPoisson(stream, rate * Math.min(horizon, until));
  });
}
