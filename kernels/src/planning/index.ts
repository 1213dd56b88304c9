export type { CandidateActions, Team } from "./candidate-actions.ts";
export * from "./highs-solver.ts";
export * from "./mixed-integer-solver.ts";
export type { Offer, PlanReason } from "./plan-reason.ts";
export * from "./week-plan.ts";
