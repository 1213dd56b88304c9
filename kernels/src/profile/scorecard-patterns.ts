import { cholesky, solveCholesky } from "../numeric/cholesky.ts";
import { logistic, softplus } from "./ridge-logistic.ts";

/**
 * Customers by which conditions of a card they meet: with at most eight conditions there are no more than 256
 * patterns, however many customers. Bit k of a pattern is condition k of `support`.
 */
export type Patterns = {
  readonly support: readonly number[];
  /** Pattern of each customer. */
  readonly own: Uint16Array;
  readonly customers: Float64Array;
  readonly inside: Float64Array;
  /** The patterns that some customer has. */
  readonly filled: readonly number[];
};

/** Coefficients of the conditions, then the intercept; `loss` is minus the penalised log-likelihood. */
export type PatternFit = { readonly coefficients: Float64Array; readonly loss: number };

export function emptyPatterns(labels: ArrayLike<number>): Patterns {
  return countPatterns([], new Uint16Array(labels.length), labels);
}

/** The patterns with one more condition. */
export function withCondition(
  patterns: Patterns,
  condition: number,
  column: Uint8Array,
  labels: ArrayLike<number>,
): Patterns {
  const bit = 1 << patterns.support.length;
  const own = patterns.own.map((pattern, row) => (column[row] === 1 ? pattern | bit : pattern));
  return countPatterns([...patterns.support, condition], own, labels);
}

/** Mode of log-likelihood - penalty/2 * sum of squares, by Newton steps halved where they overshoot. */
export function fitPatterns(patterns: Patterns, penalty: number, start: Float64Array): PatternFit {
  const size = patterns.support.length + 1;
  let coefficients = start;
  let loss = lossOf(patterns, coefficients, penalty);
  for (let step = 0; step < 50; step += 1) {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    for (const pattern of patterns.filled) {
      const customers = patterns.customers[pattern] as number;
      const probability = logistic(patternOdds(pattern, coefficients));
      const residual = (patterns.inside[pattern] as number) - customers * probability;
      const weight = customers * probability * (1 - probability);
      for (let k = 0; k < size; k += 1) {
        if (k < size - 1 && (pattern & (1 << k)) === 0) continue;
        gradient[k] = (gradient[k] as number) + residual;
        for (let j = 0; j <= k; j += 1)
          if (j === size - 1 || (pattern & (1 << j)) !== 0)
            hessian[k * size + j] = (hessian[k * size + j] as number) + weight;
      }
    }
    for (let k = 0; k < size - 1; k += 1) {
      gradient[k] = (gradient[k] as number) - penalty * (coefficients[k] as number);
      hessian[k * size + k] = (hessian[k * size + k] as number) + penalty;
    }
    const lower = cholesky(hessian, size);
    if (lower === null) break;
    const move = solveCholesky(lower, gradient);
    let gain = 0;
    for (let k = 0; k < size; k += 1) gain += (move[k] as number) * (gradient[k] as number);
    if (gain < 1e-10) break;
    let moved = false;
    for (let part = 1; part > 1e-6 && !moved; part /= 2) {
      const next = coefficients.map((value, k) => value + part * (move[k] as number));
      const there = lossOf(patterns, next, penalty);
      if (there < loss) {
        coefficients = next;
        loss = there;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return { coefficients, loss };
}

/** Log-odds of a pattern: the coefficients of its conditions and the intercept. */
export function patternOdds(pattern: number, coefficients: ArrayLike<number>): number {
  const conditions = coefficients.length - 1;
  let sum = coefficients[conditions] as number;
  for (let k = 0; k < conditions; k += 1)
    if ((pattern & (1 << k)) !== 0) sum += coefficients[k] as number;
  return sum;
}

function lossOf(patterns: Patterns, coefficients: Float64Array, penalty: number): number {
  let loss = 0;
  for (const pattern of patterns.filled) {
    const odds = patternOdds(pattern, coefficients);
    loss +=
      (patterns.customers[pattern] as number) * softplus(odds) -
      (patterns.inside[pattern] as number) * odds;
  }
  for (let k = 0; k < coefficients.length - 1; k += 1)
    loss += 0.5 * penalty * (coefficients[k] as number) ** 2;
  return loss;
}

function countPatterns(
  support: readonly number[],
  own: Uint16Array,
  labels: ArrayLike<number>,
): Patterns {
  const customers = new Float64Array(1 << support.length);
  const inside = new Float64Array(1 << support.length);
  for (let row = 0; row < own.length; row += 1) {
    const pattern = own[row] as number;
    customers[pattern] = (customers[pattern] as number) + 1;
    inside[pattern] = (inside[pattern] as number) + (labels[row] as number);
  }
  const filled: number[] = [];
  for (let pattern = 0; pattern < customers.length; pattern += 1)
    if (customers[pattern] !== 0) filled.push(pattern);
  return { support, own, customers, inside, filled };
}
