import { logistic } from "./ridge-logistic.ts";
import {
  emptyPatterns,
  fitPatterns,
  type PatternFit,
  type Patterns,
  patternOdds,
  withCondition,
} from "./scorecard-patterns.ts";

/** A choice of conditions with their best coefficients that need not be whole. */
export type Candidate = { readonly patterns: Patterns; readonly fit: PatternFit };

/**
 * Beam search over which conditions stand on the card (Liu and others 2022, FasterRisk, algorithm 1): each choice is
 * extended by the conditions that promise most by their score statistic, all extensions are fitted, and the best
 * `beam` are kept.
 *
 * @returns per number of conditions, from none, the choices kept, best first
 */
export function searchConditions(
  columns: readonly Uint8Array[],
  labels: ArrayLike<number>,
  {
    most,
    beam,
    penalty,
  }: { readonly most: number; readonly beam: number; readonly penalty: number },
): readonly (readonly Candidate[])[] {
  const patterns = emptyPatterns(labels);
  const first = { patterns, fit: fitPatterns(patterns, penalty, new Float64Array(1)) };
  const kept: Candidate[][] = [[first]];
  for (let size = 1; size <= Math.min(most, columns.length); size += 1) {
    const seen = new Set<string>();
    const found: Candidate[] = [];
    for (const parent of kept[size - 1] as Candidate[])
      for (const condition of promising(parent, columns, labels, beam, penalty)) {
        const key = [...parent.patterns.support, condition].toSorted((a, b) => a - b).join();
        if (seen.has(key)) continue;
        seen.add(key);
        const extended = withCondition(
          parent.patterns,
          condition,
          columns[condition] as Uint8Array,
          labels,
        );
        found.push({
          patterns: extended,
          fit: fitPatterns(extended, penalty, withZero(parent.fit.coefficients)),
        });
      }
    if (found.length === 0) break;
    kept.push(found.toSorted((one, other) => one.fit.loss - other.fit.loss).slice(0, beam));
  }
  return kept;
}

/** Conditions by what one Newton step along them gains, best first. */
function promising(
  { patterns, fit }: Candidate,
  columns: readonly Uint8Array[],
  labels: ArrayLike<number>,
  beam: number,
  penalty: number,
): readonly number[] {
  const residuals = new Float64Array(labels.length);
  const weights = new Float64Array(labels.length);
  const probabilities = Float64Array.from(patterns.customers, (_, pattern) =>
    logistic(patternOdds(pattern, fit.coefficients)),
  );
  let whole = 0;
  for (const [row, pattern] of patterns.own.entries()) {
    const probability = probabilities[pattern] as number;
    residuals[row] = (labels[row] as number) - probability;
    const weight = probability * (1 - probability);
    weights[row] = weight;
    whole += weight;
  }
  return columns
    .map((column, condition) => {
      let gradient = 0;
      let weight = 0;
      for (let row = 0; row < column.length; row += 1)
        if (column[row] === 1) {
          gradient += residuals[row] as number;
          weight += weights[row] as number;
        }
      // The intercept gives way, which leaves less curvature.
      const curvature = weight - (weight * weight) / whole + penalty;
      return { condition, gain: (gradient * gradient) / curvature };
    })
    .filter(({ condition }) => !patterns.support.includes(condition))
    .sort((one, other) => other.gain - one.gain || one.condition - other.condition)
    .slice(0, beam)
    .map(({ condition }) => condition);
}

function withZero(coefficients: Float64Array): Float64Array {
  const extended = new Float64Array(coefficients.length + 1);
  extended.set(coefficients.subarray(0, -1));
  extended[coefficients.length] = coefficients.at(-1) as number;
  return extended;
}
