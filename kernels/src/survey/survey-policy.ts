/**
 * When a score may be shown, as data: a firm can be stricter, a page reads it to say what is missing.
 * Below five answers a score can often be traced back to a person and its interval spans most of the scale.
 */
export type SurveyPolicy = {
  /** Fewest answers for a score with its interval. */
  readonly minimumAnswers: number;
  /** From here a score may be compared between groups or periods. */
  readonly minimumForComparison: number;
  /** Fewest periods with an answer for a trend; three when left out. */
  readonly minimumPeriods?: number;
  /** Two-sided level of the intervals, between 0 and 1. */
  readonly level: number;
};

/** What holds unless a firm says otherwise. */
export const defaultSurveyPolicy: SurveyPolicy = {
  minimumAnswers: 5,
  minimumForComparison: 10,
  minimumPeriods: 3,
  level: 0.95,
};
