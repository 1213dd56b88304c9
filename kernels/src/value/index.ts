export * from "./backtest.ts";
export type { ForecastModel } from "./backtest-models.ts";
export type { CalibrationBin, ForecastScore } from "./backtest-scores.ts";
export type { LossDifference, VerdictKind } from "./backtest-verdict.ts";
export type { OrderLog } from "./backtest-windows.ts";
export {
  type BetaBernoulliFit,
  type BetaBernoulliParameters,
  fitBetaBernoulli,
  type OccasionHistory,
} from "./beta-bernoulli.ts";
export * from "./beta-bernoulli-posterior.ts";
export * from "./beta-bernoulli-prediction.ts";
export {
  type BetaGeometricFit,
  type BetaGeometricParameters,
  betaGeometricLogLikelihood,
  fitBetaGeometric,
  weakBetaGeometricPrior,
} from "./beta-geometric-fit.ts";
export type { BetaGeometricModel } from "./beta-geometric-likelihood.ts";
export * from "./beta-geometric-posterior.ts";
export * from "./beta-geometric-prediction.ts";
export * from "./drawn-orders.ts";
export {
  drawSpend,
  expectedSpend,
  fitGammaGamma,
  type GammaGammaFit,
  type GammaGammaParameters,
  type GammaGammaPosterior,
  gammaGammaDraws,
  gammaGammaPosterior,
  type SpendHistory,
} from "./gamma-gamma.ts";
export type { Posterior } from "./importance-posterior.ts";
export * from "./invoice-rhythm.ts";
export type { InvoicePeriod } from "./invoice-rhythm-evidence.ts";
export * from "./kaplan-meier.ts";
export * from "./lifetime-value.ts";
export type { NaiveForecast } from "./naive-forecasts.ts";
export * from "./order-count.ts";
export type { OrderHistory } from "./order-history.ts";
export * from "./pareto-nbd-draws.ts";
export {
  fitPareto,
  type ParetoFit,
  type ParetoParameters,
  paretoLogLikelihood,
  weakParetoPrior,
} from "./pareto-nbd-fit.ts";
export * from "./pareto-nbd-posterior.ts";
export * from "./pareto-nbd-prediction.ts";
export * from "./prediction-bands.ts";
export type { Prior } from "./prior.ts";
export * from "./renewal-projection.ts";
export {
  fitShiftedBetaGeometric,
  type RenewalHistory,
  type ShiftedBetaGeometricFit,
  type ShiftedBetaGeometricParameters,
} from "./shifted-beta-geometric.ts";
export * from "./shifted-beta-geometric-posterior.ts";
export * from "./transaction-summary.ts";
