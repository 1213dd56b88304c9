/**
 * The same quantiles (type 7) as `quantiles` gives, without sorting everything: each is selected
 * (Hoare's quickselect), which for a few of them over many values takes a tenth of the time. For
 * the inside of kernels: the values are put in another order, and are numbers already.
 *
 * @throws RangeError for no values or a probability outside 0..1
 */
export function selectedQuantiles(
  values: Float64Array,
  probabilities: readonly number[],
): readonly number[] {
  if (values.length === 0) throw new RangeError("a quantile needs at least one value");
  const last = values.length - 1;
  return probabilities.map((probability) => {
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`a probability lies between 0 and 1, got ${probability}`);
    const place = last * probability;
    const below = Math.floor(place);
    const low = select(values, below);
    if (place === below) return low;
    // All after the one selected are at least as high: the next is the lowest of them.
    let high = Number.POSITIVE_INFINITY;
    for (let at = below + 1; at <= last; at += 1) high = Math.min(high, values[at] as number);
    return low === high ? low : low + (place - below) * (high - low);
  });
}

/**
 * Puts at `place` what would stand there in order, nothing higher before it and nothing lower
 * after.
 */
function select(values: Float64Array, place: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = middleOf(
      values[left] as number,
      values[(left + right) >> 1] as number,
      values[right] as number,
    );
    let up = left;
    let down = right;
    while (up <= down) {
      while ((values[up] as number) < pivot) up += 1;
      while ((values[down] as number) > pivot) down -= 1;
      if (up > down) break;
      const kept = values[up] as number;
      values[up] = values[down] as number;
      values[down] = kept;
      up += 1;
      down -= 1;
    }
    if (place <= down) right = down;
    else if (place >= up) left = up;
    else break;
  }
  return values[place] as number;
}

function middleOf(first: number, second: number, third: number): number {
  return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
}
