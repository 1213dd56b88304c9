export * from "./gamma-functions.ts";
export { logHypergeometric } from "./hypergeometric.ts";
export { incompleteBeta, inverseIncompleteBeta } from "./incomplete-beta.ts";
export {
  incompleteGamma,
  inverseIncompleteGamma,
  upperIncompleteGamma,
} from "./incomplete-gamma.ts";
export * from "./maximise.ts";
export * from "./normal.ts";
export * from "./pareto-smoothing.ts";
export * from "./poisson.ts";
export * from "./quantile.ts";
export * from "./random-stream.ts";
export * from "./robust.ts";
