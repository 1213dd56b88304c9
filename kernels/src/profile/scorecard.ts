import { positives } from "./fit-score.ts";
import { logistic } from "./ridge-logistic.ts";
import { type RoundedCard, roundCard, totalOf } from "./scorecard-rounding.ts";
import { type Candidate, searchConditions } from "./scorecard-search.ts";

export type ScorecardOptions = {
  /** Conditions on the card at most, from 1 to 8. */
  readonly mostConditions?: number;
  /** Points of a condition at most, up or down, from 1 to 9. */
  readonly mostPoints?: number;
  /** Choices of conditions kept while searching. */
  readonly beam?: number;
  /** Ridge penalty of the coefficients before rounding; at 1 a condition moves log-odds by about 1. */
  readonly penalty?: number;
  /** As many conditions as may stand on the card, as FasterRisk has them, not only those that tell. */
  readonly fill?: boolean;
  readonly leastCustomers?: number;
  readonly leastOfEach?: number;
};

/** A card that a person can add up by hand, or why there is none. */
export type Scorecard =
  | ScorecardModel
  | { readonly kind: "too-few-customers"; readonly have: number; readonly need: number }
  | {
      readonly kind: "too-few-of-an-outcome";
      readonly outcome: 0 | 1;
      readonly have: number;
      readonly need: number;
    }
  /** No condition tells more than chance would among so many. */
  | { readonly kind: "no-condition-tells" };

export type ScorecardModel = {
  readonly kind: "card";
  /** Conditions by their index in `columns`, most points first, with their points. */
  readonly items: readonly { readonly condition: number; readonly points: number }[];
  /** Chance = logistic(intercept + total / multiplier). */
  readonly intercept: number;
  readonly multiplier: number;
  /** Each total that can be reached, ascending, with its chance and the customers that had it. */
  readonly table: readonly ScorecardRow[];
  /** Minus the penalised log-likelihood. */
  readonly loss: number;
};

export type ScorecardRow = {
  readonly total: number;
  readonly probability: number;
  readonly customers: number;
  readonly inside: number;
};

/**
 * A scorecard with few whole points (Liu, Zhong, Li, Seltzer and Rudin 2022, FasterRisk): beam search over which
 * conditions stand on it, then star-shaped rounding. How many conditions is decided by the extended BIC with weight 1/2
 * (Chen and Chen 2008), which asks more of a condition the more there were to choose from.
 *
 * @param columns per condition, 1 for each customer that meets it, else 0
 * @param labels per customer 1 in the core, 0 outside
 * @throws RangeError with the index of the row for a value that is neither 0 nor 1; for columns of different length, or
 *   options out of range
 */
export function scorecard(
  columns: readonly Uint8Array[],
  labels: ArrayLike<number>,
  {
    mostConditions = 8,
    mostPoints = 5,
    beam = 10,
    penalty = 1,
    fill = false,
    leastCustomers = 20,
    leastOfEach = 5,
  }: ScorecardOptions = {},
): Scorecard {
  checkWhole("conditions at most", mostConditions, 1, 8);
  checkWhole("points at most", mostPoints, 1, 9);
  checkWhole("choices to keep", beam, 1, 1000);
  if (!(penalty > 0 && Number.isFinite(penalty)))
    throw new RangeError(`a penalty above 0 is needed, got ${penalty}`);
  checkWhole("customers at least", leastCustomers, 1, Number.MAX_SAFE_INTEGER);
  checkWhole("of each outcome at least", leastOfEach, 1, Number.MAX_SAFE_INTEGER);
  const customers = labels.length;
  const inside = positives(labels, customers);
  for (const [index, column] of columns.entries()) checkColumn(column, index, customers);
  if (customers < leastCustomers)
    return { kind: "too-few-customers", have: customers, need: leastCustomers };
  for (const [outcome, have] of [
    [0, customers - inside],
    [1, inside],
  ] as const)
    if (have < leastOfEach)
      return { kind: "too-few-of-an-outcome", outcome, have, need: leastOfEach };

  const sizes = searchConditions(columns, labels, { most: mostConditions, beam, penalty });
  let best: { readonly candidate: Candidate; readonly card: RoundedCard } | null = null;
  let bestCost = sizes[0]?.[0]?.fit.loss ?? Number.POSITIVE_INFINITY;
  for (const [size, candidates] of sizes.entries())
    for (const candidate of candidates) {
      const conditions = fill ? 0 : conditionCost(size, columns.length, customers);
      // Rounding never gains.
      if (candidate.fit.loss + conditions >= bestCost) continue;
      const card = roundCard(candidate, { mostPoints, rays: 20, penalty });
      if (card === null || card.loss + conditions >= bestCost) continue;
      best = { candidate, card };
      bestCost = card.loss + conditions;
    }
  return best === null ? { kind: "no-condition-tells" } : model(best.candidate, best.card);
}

/** Totals and chances of customers. */
export type ScorecardScores = {
  readonly totals: Int16Array;
  readonly probabilities: Float64Array;
};

/**
 * Adds up a card for customers.
 *
 * @param columns as `scorecard` had them, of any customers
 * @throws RangeError for a card without figures, a condition that is not given, or with the index of the row for a
 *   value that is neither 0 nor 1
 */
export function applyScorecard(
  { items, intercept, multiplier }: ScorecardModel,
  columns: readonly Uint8Array[],
): ScorecardScores {
  if (!(Number.isFinite(intercept) && multiplier > 0 && Number.isFinite(multiplier)))
    throw new RangeError(`no card has the intercept ${intercept} and the multiplier ${multiplier}`);
  const customers = columns[0]?.length ?? 0;
  const totals = new Int16Array(customers);
  for (const { condition, points } of items) {
    const column = columns[condition];
    if (column === undefined) throw new RangeError(`there is no condition ${condition}`);
    checkColumn(column, condition, customers);
    for (let row = 0; row < customers; row += 1)
      totals[row] = (totals[row] as number) + points * (column[row] as number);
  }
  return {
    totals,
    probabilities: Float64Array.from(totals, (total) => logistic(intercept + total / multiplier)),
  };
}

/** Extended BIC with weight 1/2, halved as the loss is a log-likelihood. */
function conditionCost(size: number, among: number, customers: number): number {
  let choices = 0;
  for (let k = 0; k < size; k += 1) choices += Math.log((among - k) / (k + 1));
  return 0.5 * size * Math.log(customers) + 0.5 * choices;
}

function model({ patterns }: Candidate, card: RoundedCard): ScorecardModel {
  const reached = new Map<number, { customers: number; inside: number }>();
  for (const [pattern, customers] of patterns.customers.entries()) {
    const total = totalOf(card.points, pattern);
    const row = reached.get(total) ?? { customers: 0, inside: 0 };
    row.customers += customers;
    row.inside += patterns.inside[pattern] as number;
    reached.set(total, row);
  }
  return {
    kind: "card",
    items: patterns.support
      .map((condition, k) => ({ condition, points: card.points[k] as number }))
      .filter(({ points }) => points !== 0)
      .sort((one, other) => other.points - one.points || one.condition - other.condition),
    intercept: card.intercept,
    multiplier: card.multiplier,
    table: [...reached]
      .map(([total, row]) => ({
        total,
        probability: logistic(card.intercept + total / card.multiplier),
        ...row,
      }))
      .sort((one, other) => one.total - other.total),
    loss: card.loss,
  };
}

function checkColumn(column: Uint8Array, index: number, customers: number): void {
  if (column.length !== customers)
    throw new RangeError(`condition ${index} has ${column.length} rows, not ${customers}`);
  for (let row = 0; row < customers; row += 1)
    if ((column[row] as number) > 1)
      throw new RangeError(`row ${row} of condition ${index} is ${column[row]}, not 0 or 1`);
}

function checkWhole(what: string, value: number, least: number, most: number): void {
  if (!(Number.isSafeInteger(value) && value >= least && value <= most))
    throw new RangeError(`${what}: a whole number from ${least} to ${most}, got ${value}`);
}
