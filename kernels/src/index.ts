export * from "./numeric/cholesky.ts";
export * from "./numeric/gamma-functions.ts";
export * from "./numeric/maximise.ts";
export * from "./numeric/normal.ts";
export * from "./numeric/quantile.ts";
export * from "./numeric/random-stream.ts";
