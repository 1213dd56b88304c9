export * from "./customer-effort.ts";
export * from "./customer-satisfaction.ts";
export * from "./net-promoter-score.ts";
export * from "./raking.ts";
export * from "./relative-weights.ts";
export * from "./survey-policy.ts";
export type { ScoreOptions, SurveyScore } from "./survey-score.ts";
export * from "./weighted-estimate.ts";
export * from "./weighted-net-promoter-score.ts";
