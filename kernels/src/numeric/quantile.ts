/** Refuses what has no order; returns the values in ascending order. */
function ascending(values: ArrayLike<number>): Float64Array {
  if (values.length === 0) throw new RangeError("a quantile needs at least one value");
  const sorted = Float64Array.from(values);
  for (let index = 0; index < sorted.length; index += 1)
    if (Number.isNaN(sorted[index])) throw new RangeError(`value ${index} is not a number`);
  return sorted.sort();
}

function checkProbability(probability: number): void {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a probability lies between 0 and 1, got ${probability}`);
}

/**
 * Quantile by Hyndman and Fan's type 7 (linear between order statistics; the default of R and
 * NumPy).
 *
 * @param values in any order, left as they are
 * @param probability between 0 and 1
 * @throws RangeError for no values, a value that is not a number (with its index), or a
 *   probability outside 0..1
 */
export function quantile(values: ArrayLike<number>, probability: number): number {
  return quantiles(values, [probability])[0] as number;
}

/** Several quantiles (type 7) of the same values; sorts once. Errors as `quantile`. */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: readonly number[],
): readonly number[] {
  const sorted = ascending(values);
  return probabilities.map((probability) => {
    checkProbability(probability);
    const place = (sorted.length - 1) * probability;
    const below = Math.floor(place);
    const low = sorted[below] as number;
    const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
    return low === high ? low : low + (place - below) * (high - low);
  });
}

/**
 * Quantiles of weighted values: the smallest value at which the cumulative share of weight
 * reaches the probability (inverse of the distribution, Hyndman and Fan's type 1).
 *
 * @throws RangeError for no values, lengths that differ, a weight that is negative or not
 *   finite, or no weight at all
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  probabilities: readonly number[],
): readonly number[] {
  const count = values.length;
  if (count === 0) throw new RangeError("a quantile needs at least one value");
  if (weights.length !== count) throw new RangeError("as many weights as values are needed");
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const weight = weights[index] as number;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`weight ${index} is negative or not finite`);
    if (Number.isNaN(values[index] as number))
      throw new RangeError(`value ${index} is not a number`);
    total += weight;
  }
  if (!(total > 0)) throw new RangeError("the weights are all zero");
  const order = Uint32Array.from({ length: count }, (_, index) => index).sort(
    (left, right) => (values[left] as number) - (values[right] as number) || left - right,
  );
  return probabilities.map((probability) => {
    checkProbability(probability);
    let reached = 0;
    let last = 0;
    for (const index of order) {
      const weight = weights[index] as number;
      if (weight === 0) continue;
      last = index;
      reached += weight;
      if (reached >= probability * total) break;
    }
    return values[last] as number;
  });
}
