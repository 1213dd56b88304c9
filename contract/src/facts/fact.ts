/** What a fact is measured in; decides how it is written, sorted, filtered and exported. */
export type FactUnit =
  | "money"
  | "money-per-hour"
  | "hours"
  | "days"
  | "count"
  | "ratio"
  | "date"
  | "text"
  | "boolean";

/** Which books must be there before a fact can be known. */
export type FactNeed = "revenue" | "hours" | "costs" | "receivables" | "list-rates" | "relations";

/**
 * One thing known per customer. The key is the same everywhere: in tables, filters, exports, the API
 * and, with its Dutch and English name and explanation, in `phrases`.
 */
export type Fact = {
  readonly key: string;
  readonly unit: FactUnit;
  /** The facts it is made up of, in the order of the sum; empty for what comes from lines. */
  readonly madeUpOf: readonly string[];
  /** Without these it is unknown (null), never zero. */
  readonly needs: readonly FactNeed[];
  /** True when it is asked over a period; false for what holds now. */
  readonly perPeriod: boolean;
  /** Which way is good for the firm, for colour and sort. */
  readonly better?: "higher" | "lower";
};
