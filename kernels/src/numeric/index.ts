export * from "./cholesky.ts";
export * from "./gamma-functions.ts";
export * from "./maximise.ts";
export * from "./normal.ts";
export * from "./pareto-smoothing.ts";
export * from "./quantile.ts";
export * from "./random-stream.ts";
