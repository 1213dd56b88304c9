export * from "./numeric/index.ts";
export * from "./planning/index.ts";
export * from "./profile/index.ts";
export * from "./simulation/index.ts";
export * from "./survey/index.ts";
export * from "./value/index.ts";
