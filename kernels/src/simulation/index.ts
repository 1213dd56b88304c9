export * from "./bass-diffusion.ts";
export * from "./change-point.ts";
export * from "./delay.ts";
export * from "./graph-function.ts";
export * from "./mann-kendall.ts";
export * from "./market-growth.ts";
export * from "./simulation-bands.ts";
export * from "./stock-and-flow.ts";
