import type { RandomStream } from "../numeric/random-stream.ts";
import type { BetaGeometricParameters } from "./beta-geometric-fit.ts";
import type { BetaGeometricModel } from "./beta-geometric-likelihood.ts";
import { type BetaGeometricPosterior, betaGeometricDraws } from "./beta-geometric-posterior.ts";
import { expectedOrders } from "./beta-geometric-prediction.ts";
import {
  expectedSpend,
  type GammaGammaParameters,
  type GammaGammaPosterior,
  gammaGammaDraws,
  type SpendHistory,
} from "./gamma-gamma.ts";
import type { OrderHistory } from "./order-history.ts";
import { type PredictionBands, predictionBands } from "./prediction-bands.ts";

/** How far to look ahead and what later money is worth. */
export type LifetimeTerms = {
  /** In the unit of the history, finite and from 0. */
  readonly horizon: number;
  /** Continuous rate per unit of time, from 0. */
  readonly discountRate: number;
  /** What is left of an order's amount, as a share: 1 for revenue. */
  readonly margin: number;
};

/**
 * Value of each customer's orders within the horizon after the end of observation: expected
 * discounted orders times expected amount times margin. Assumes that amount and frequency do not
 * hang together.
 *
 * @returns in the unit of money of `spend`, in the order of the history
 * @throws RangeError for a customer (with its index), a parameter or a term that cannot be
 */
export function lifetimeValue(
  history: OrderHistory & SpendHistory,
  model: BetaGeometricModel,
  orders: BetaGeometricParameters,
  spend: GammaGammaParameters,
  terms: LifetimeTerms,
): Float64Array {
  if (!Number.isFinite(terms.margin))
    throw new RangeError(`the margin is not finite: ${terms.margin}`);
  const amounts = expectedSpend(history, spend);
  return expectedOrders(history, model, orders, terms.horizon, terms.discountRate).map(
    (expected, row) => (expected === 0 ? 0 : expected * (amounts[row] as number) * terms.margin),
  );
}

/**
 * The value of each customer with the uncertainty of orders and of spend: `lifetimeValue` over
 * draws of both posteriors. The bands are of the expectation; for bands of what will come in, give
 * draws of `drawLifetimeValue` to `predictionBands`.
 *
 * Where q of the spend is not surely above 1 a mean amount is endless in some draws, and with it the
 * mean value: the median and the bands remain of use.
 *
 * @param draws how many pairs of parameter sets are tried, a whole number from 20; memory grows
 *   with draws times customers
 * @throws RangeError as `lifetimeValue`, or for draws or levels that cannot be
 */
export function lifetimeValueBands(
  history: OrderHistory & SpendHistory,
  orders: Extract<BetaGeometricPosterior, { readonly kind: "drawn" }>,
  spend: Extract<GammaGammaPosterior, { readonly kind: "drawn" }>,
  terms: LifetimeTerms,
  stream: RandomStream,
  draws = 200,
  levels: readonly number[] = [0.8, 0.95],
): PredictionBands {
  const amounts = gammaGammaDraws(spend, draws, stream.split(1));
  const values = betaGeometricDraws(orders, draws, stream.split(2)).map((set, draw) =>
    lifetimeValue(history, orders.model, set, amounts[draw] as GammaGammaParameters, terms),
  );
  return predictionBands(values, levels);
}
