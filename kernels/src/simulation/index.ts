export * from "./bass-diffusion.ts";
export * from "./change-point.ts";
export * from "./delay.ts";
export * from "./early-warning.ts";
export * from "./graph-function.ts";
export * from "./growth-assumptions.ts";
export * from "./growth-bands.ts";
export * from "./growth-calibration.ts";
export type { GrowthHistory } from "./growth-history.ts";
export {
  type GrowthMoment,
  type GrowthPolicy,
  type GrowthShocks,
  type GrowthStock,
  growthModel,
  growthStep,
  growthStocks,
  unchangedGrowth,
} from "./growth-model.ts";
export {
  type GrowthParameter,
  type GrowthParameterName,
  type GrowthParameters,
  growthParameterNames,
  growthParameters,
  typicalGrowth,
} from "./growth-parameters.ts";
export {
  type GrowthSeries,
  type GrowthSeriesName,
  growthSeriesNames,
  type MonthlySeries,
} from "./growth-series.ts";
export * from "./growth-start.ts";
export * from "./mann-kendall.ts";
export * from "./market-growth.ts";
export * from "./simulation-bands.ts";
export * from "./stock-and-flow.ts";
