import type { BetaGeometricParameters } from "./beta-geometric-fit.ts";
import type { BetaGeometricModel } from "./beta-geometric-likelihood.ts";
import { expectedOrders } from "./beta-geometric-prediction.ts";
import { expectedSpend, type GammaGammaParameters, type SpendHistory } from "./gamma-gamma.ts";
import type { OrderHistory } from "./order-history.ts";

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
