/** Importance weights after smoothing: they add up to 1. */
export type SmoothedWeights = {
  readonly weights: Float64Array;
  /** Shape of the tail: above 0.7 the weights cannot be relied on. Infinity if it cannot be told. */
  readonly kHat: number;
  readonly effectiveSize: number;
};

/** Generalised Pareto fit of excesses in ascending order (Zhang and Stephens 2009). */
function paretoFit(excess: Float64Array): { shape: number; scale: number } {
  const size = excess.length;
  const grid = 30 + Math.floor(Math.sqrt(size));
  const quarter = excess[Math.max(0, Math.floor(size / 4 + 0.5) - 1)] as number;
  const largest = excess[size - 1] as number;
  function meanLog(theta: number): number {
    let sum = 0;
    for (const value of excess) sum += Math.log1p(-theta * value);
    return sum / size;
  }
  const thetas = Array.from(
    { length: grid },
    (_, k) => 1 / largest + (1 - Math.sqrt(grid / (k + 0.5))) / (3 * quarter),
  );
  const profile = thetas.map((theta) => {
    const shape = meanLog(theta);
    return size * (Math.log(-theta / shape) - shape - 1);
  });
  const highest = Math.max(...profile);
  let total = 0;
  let theta = 0;
  thetas.forEach((candidate, k) => {
    const weight = Math.exp((profile[k] as number) - highest);
    total += weight;
    theta += candidate * weight;
  });
  theta /= total;
  const shape = meanLog(theta);
  // A weak prior around 1/2 steadies the shape of short tails (Vehtari and others).
  return { shape: (shape * size + 10 * 0.5) / (size + 10), scale: -shape / theta };
}

/**
 * Pareto-smoothed importance weights (Vehtari, Simpson, Gelman, Yao, Gabry).
 *
 * @param logRatios logarithms of target over proposal, but for a constant; -Infinity is a weight
 *   of nothing
 * @throws RangeError with the index of a ratio that is NaN or +Infinity, or if none is above nothing
 */
export function smoothImportanceWeights(logRatios: ArrayLike<number>): SmoothedWeights {
  const size = logRatios.length;
  let highest = Number.NEGATIVE_INFINITY;
  for (let draw = 0; draw < size; draw += 1) {
    const ratio = logRatios[draw] as number;
    if (Number.isNaN(ratio) || ratio === Number.POSITIVE_INFINITY)
      throw new RangeError(`ratio ${draw} is not a number below infinity`);
    highest = Math.max(highest, ratio);
  }
  if (highest === Number.NEGATIVE_INFINITY) throw new RangeError("no draw has any weight");
  const weights = Float64Array.from({ length: size }, (_, draw) =>
    Math.exp((logRatios[draw] as number) - highest),
  );
  const order = Uint32Array.from({ length: size }, (_, draw) => draw).sort(
    (left, right) => (weights[left] as number) - (weights[right] as number) || left - right,
  );
  const tail = Math.ceil(Math.min(0.2 * size, 3 * Math.sqrt(size)));
  let kHat = Number.POSITIVE_INFINITY;
  if (tail >= 5 && tail < size) {
    const cut = weights[order[size - tail - 1] as number] as number;
    const excess = Float64Array.from(
      order.subarray(size - tail),
      (draw) => (weights[draw] as number) - cut,
    );
    const quarter = excess[Math.max(0, Math.floor(tail / 4 + 0.5) - 1)] as number;
    if ((excess[tail - 1] as number) <= 1e-12) kHat = 0;
    else if (quarter > 0) {
      const { shape, scale } = paretoFit(excess);
      if (Number.isFinite(shape) && Number.isFinite(scale)) {
        kHat = shape;
        for (let k = 0; k < tail; k += 1) {
          const log = Math.log1p(-(k + 0.5) / tail);
          const value = Math.abs(shape) < 1e-12 ? -log : Math.expm1(-shape * log) / shape;
          weights[order[size - tail + k] as number] = Math.min(1, cut + scale * value);
        }
      }
    }
  }
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  return {
    weights: weights.map((weight) => weight / total),
    kHat,
    effectiveSize: (total * total) / squares,
  };
}
