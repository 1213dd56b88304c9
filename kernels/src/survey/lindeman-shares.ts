import type { Correlations } from "./correlations.ts";

/**
 * The shares of explained variance by Lindeman, Merenda and Gold (1980): what a driver adds to R squared,
 * averaged over all orders in which the drivers can enter. Goes over all subsets once, each extending the
 * Cholesky rows of its parent; null when drivers determine each other.
 */
export function lindemanShares({ among, withOutcome }: Correlations): Float64Array | null {
  const count = withOutcome.length;
  const explained = explainedBySubset(among, withOutcome, count);
  if (explained === null) return null;
  // Weight of a subset of s others: s! (p - s - 1)! / p!, by recurrence.
  const weights = new Float64Array(count);
  weights[0] = 1 / count;
  for (let size = 1; size < count; size += 1)
    weights[size] = ((weights[size - 1] as number) * size) / (count - size);
  const shares = new Float64Array(count);
  for (let subset = 0; subset < explained.length; subset += 1) {
    const weight = weights[bits(subset)] as number;
    for (let driver = 0; driver < count; driver += 1) {
      const bit = 1 << driver;
      if ((subset & bit) !== 0) continue;
      const gain = (explained[subset | bit] as number) - (explained[subset] as number);
      shares[driver] = (shares[driver] as number) + weight * gain;
    }
  }
  return shares;
}

/** R squared of the regression on each subset of drivers, by the bits of its index. */
function explainedBySubset(
  among: Float64Array,
  withOutcome: Float64Array,
  count: number,
): Float64Array | null {
  const explained = new Float64Array(1 << count);
  const lower = new Float64Array(count * count);
  const solved = new Float64Array(count);
  const members = new Int32Array(count);
  let determined = false;

  function extend(subset: number, size: number, from: number): void {
    for (let driver = from; driver < count && !determined; driver += 1) {
      const row = size * count;
      let pivot = 1;
      let right = withOutcome[driver] as number;
      for (let k = 0; k < size; k += 1) {
        let entry = among[driver * count + (members[k] as number)] as number;
        for (let j = 0; j < k; j += 1)
          entry -= (lower[row + j] as number) * (lower[k * count + j] as number);
        entry /= lower[k * count + k] as number;
        lower[row + k] = entry;
        pivot -= entry * entry;
        right -= entry * (solved[k] as number);
      }
      if (!(pivot > 1e-10)) {
        determined = true;
        return;
      }
      const root = Math.sqrt(pivot);
      lower[row + size] = root;
      solved[size] = right / root;
      members[size] = driver;
      const next = subset | (1 << driver);
      explained[next] = (explained[subset] as number) + (solved[size] as number) ** 2;
      extend(next, size + 1, driver + 1);
    }
  }

  extend(0, 0, 0);
  return determined ? null : explained;
}

function bits(subset: number): number {
  let count = 0;
  for (let rest = subset; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
