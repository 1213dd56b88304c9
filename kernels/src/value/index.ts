export * from "./beta-bernoulli.ts";
export * from "./beta-geometric-fit.ts";
export type { BetaGeometricModel } from "./beta-geometric-likelihood.ts";
export * from "./beta-geometric-posterior.ts";
export * from "./beta-geometric-prediction.ts";
export * from "./gamma-gamma.ts";
export * from "./importance-posterior.ts";
export * from "./invoice-rhythm.ts";
export type { InvoicePeriod } from "./invoice-rhythm-evidence.ts";
export * from "./kaplan-meier.ts";
export * from "./lifetime-value.ts";
export * from "./order-count.ts";
export * from "./order-history.ts";
export {
  fitPareto,
  type ParetoFit,
  type ParetoParameters,
  paretoLogLikelihood,
  weakParetoPrior,
} from "./pareto-nbd-fit.ts";
export * from "./pareto-nbd-posterior.ts";
export * from "./pareto-nbd-prediction.ts";
export * from "./prior.ts";
export * from "./shifted-beta-geometric.ts";
export * from "./transaction-summary.ts";
