export * from "./binning.ts";
export { type AreaUnderCurve, areaUnderCurve } from "./calibration-auc.ts";
export * from "./calibration-bins.ts";
export { type BrierParts, brierParts, brierScore } from "./calibration-brier.ts";
export * from "./calibration-cross-validation.ts";
export * from "./calibration-slope.ts";
export * from "./core-against-rest.ts";
export type { CoreCriterion, CoreScale } from "./core-criteria.ts";
export type { CoreRule } from "./core-draws.ts";
export * from "./core-membership.ts";
export type { DesignCoding, FitTrait, NumberTrait, TraitCoding } from "./design-matrix.ts";
export * from "./discover-profile.ts";
export * from "./fit-firth.ts";
export {
  type FitScore,
  type FitScoreModel,
  type FitScorePolicy,
  type FitScores,
  fitScore,
  fitScorePolicy,
  scoreFit,
} from "./fit-score.ts";
export * from "./fit-tier.ts";
export type { ProfileOptions } from "./profile-options.ts";
export * from "./scorecard.ts";
export * from "./scorecard-columns.ts";
export type { SubgroupSearchOptions } from "./search-options.ts";
export type { QualityOptions } from "./share-quality.ts";
export {
  type Condition,
  coveredRows,
  type ProfileTarget,
  type Subgroup,
} from "./subgroup.ts";
export type { Contrast, RowGroup } from "./subgroup-contrast.ts";
export * from "./subgroup-search.ts";
export { missingLevel, type NamedTrait, nominalTrait, type Trait } from "./trait.ts";
