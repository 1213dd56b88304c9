import { levelQuantile } from "./level-quantile.ts";
import type { Margin } from "./raking.ts";
import { residualsWithin } from "./residuals-within.ts";
import { studentQuantile } from "./student-quantile.ts";

/** A weighted mean or total with its standard error, or why there is none. */
export type WeightedEstimate =
  | {
      readonly kind: "estimated";
      readonly estimate: number;
      readonly standardError: number;
      readonly low: number;
      readonly high: number;
      /** Units that were drawn: customers, where several people of one answered. */
      readonly clusters: number;
    }
  | { readonly kind: "too-few-clusters"; readonly have: number; readonly need: number };

export type WeightedEstimateOptions = {
  /**
   * Cluster of each answer, such as the customer of a person; left out, every answer is one of its
   * own.
   */
  readonly clusters?: ArrayLike<number>;
  /** How many clusters there are in all; left out when unknown or very large. */
  readonly population?: number;
  /** Margins that the weights were raked to: what they explain no longer varies. */
  readonly margins?: readonly Margin[];
  /** The weights that raking began with; left out, they were equal. */
  readonly startingWeights?: ArrayLike<number>;
  /** Two-sided level of the interval, between 0 and 1; 0.95. */
  readonly level?: number;
};

/**
 * Weighted mean of answers, or their total over the base, with a standard error that allows for
 * answers that come in clusters, for raking, and for a small number of clusters. Linearisation: of
 * a mean the parts are w (y - mean) / sum of w, of a total w y; with margins y is replaced by its
 * residual from the regression on their categories, by the starting weights. The variance is (1 - n
 * / N) n / (n - 1) times the squares of the parts added up per cluster, less their mean (Lumley
 * 2004; Deville, Särndal and Sautory 1993). The interval takes Student's quantile with n - 1
 * degrees of freedom.
 *
 * @param kind whether a mean or a total is asked for; a total needs weights that add up to the base
 * @throws RangeError for lengths that differ, a value that is not finite or a weight below zero
 *   (with its index), weights that   are all zero, or a population smaller than the clusters
 */
export function weightedEstimate(
  kind: "mean" | "total",
  answers: ArrayLike<number>,
  weights: ArrayLike<number>,
  options: WeightedEstimateOptions = {},
): WeightedEstimate {
  const { clusters, population, margins = [], level = 0.95 } = options;
  const starting = options.startingWeights ?? new Float64Array(answers.length).fill(1);
  const anyWeight = checkRows(answers, weights, starting, margins, clusters);
  const normal = levelQuantile(level);
  const sumOf = new Map<number, number>();
  for (let row = 0; row < answers.length; row += 1) sumOf.set(clusters?.[row] ?? row, 0);
  const count = sumOf.size;
  if (population !== undefined && !(population >= count))
    throw new RangeError(`population ${population} is smaller than its ${count} clusters`);
  if (count < 2) return { kind: "too-few-clusters", have: count, need: 2 };
  if (!anyWeight) throw new RangeError("all weights are zero");

  // In units of the largest answer and the largest weight, so that no square leaves the numbers.
  const unit = largestOf(answers) || 1;
  const share = largestOf(weights);
  const values = Float64Array.from(answers, (answer) => answer / unit);
  const parts = Float64Array.from(weights, (weight) => weight / share);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const sum = parts.reduce((total, part, row) => total + part * (values[row] as number), 0);
  const mean = sum / whole;
  const deviations = kind === "mean" ? values.map((value) => (value - mean) / whole) : values;
  const residuals =
    margins.length === 0 ? deviations : residualsWithin(deviations, starting, margins);
  for (const [row, residual] of residuals.entries()) {
    const cluster = clusters?.[row] ?? row;
    sumOf.set(cluster, (sumOf.get(cluster) ?? 0) + (parts[row] as number) * residual);
  }
  let [clusterSum, squares] = [0, 0];
  for (const part of sumOf.values()) clusterSum += part;
  for (const part of sumOf.values()) squares += (part - clusterSum / count) ** 2;
  const asked = population === undefined ? 0 : count / population;
  const factor = kind === "mean" ? unit : unit * share;
  const standardError = factor * Math.sqrt((1 - asked) * (count / (count - 1)) * squares);
  const estimate = factor * (kind === "mean" ? mean : sum);
  const reach = studentQuantile(normal, count - 1) * standardError;
  return {
    kind: "estimated",
    estimate,
    standardError,
    low: estimate - reach,
    high: estimate + reach,
    clusters: count,
  };
}

function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let row = 0; row < values.length; row += 1)
    largest = Math.max(largest, Math.abs(values[row] as number));
  return largest;
}

/** Checks every row; returns whether any weight is above zero. */
function checkRows(
  answers: ArrayLike<number>,
  weights: ArrayLike<number>,
  starting: ArrayLike<number>,
  margins: readonly Margin[],
  clusters: ArrayLike<number> | undefined,
): boolean {
  const columns = [
    weights,
    starting,
    ...margins.map(({ categories }) => categories),
    clusters ?? answers,
  ];
  for (const column of columns)
    if (column.length !== answers.length)
      throw new RangeError(`${answers.length} answers stand beside ${column.length} values`);
  let anyWeight = false;
  for (let row = 0; row < answers.length; row += 1) {
    const weight = weights[row] as number;
    if (!Number.isFinite(answers[row])) throw new RangeError(`answer ${row} is ${answers[row]}`);
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`weight ${row} is ${weight}, not zero or more`);
    if (!((starting[row] as number) > 0 && Number.isFinite(starting[row])))
      throw new RangeError(`starting weight ${row} is ${starting[row]}, not above zero`);
    if (clusters !== undefined && !Number.isFinite(clusters[row]))
      throw new RangeError(`cluster ${row} is ${clusters[row]}`);
    for (const { name, categories, totals } of margins) {
      const category = categories[row] as number;
      if (!Number.isInteger(category) || category < 0 || category >= totals.length)
        throw new RangeError(`row ${row} of margin ${name} has category ${category}`);
    }
    if (weight > 0) anyWeight = true;
  }
  return anyWeight;
}
