/**
 * Kendall's S of windows that slide over a series by a month at a time: rises less falls over all
 * pairs of months within the window. A month that is NaN is not known and makes no pair.
 *
 * @returns S of the window that starts at month 0, 1, 2, ...: as many as `looks`
 */
export function kendallSums(values: Float64Array, window: number, looks: number): Float64Array {
  const sums = new Float64Array(looks);
  let sum = 0;
  for (let later = 1; later < window; later += 1) sum += risesTo(values, later, 0, later);
  sums[0] = sum;
  for (let look = 1; look < looks; look += 1) {
    // The oldest month leaves with its pairs, the newest brings its own.
    sum += risesTo(values, look - 1, look, look + window - 1);
    sum += risesTo(values, look + window - 1, look, look + window - 1);
    sums[look] = sum;
  }
  return sums;
}

/** How many of the months from `from` to before `to` lie below that of `month`, less those above. */
function risesTo(values: Float64Array, month: number, from: number, to: number): number {
  const value = values[month] as number;
  let sum = 0;
  for (let other = from; other < to; other += 1) {
    const before = values[other] as number;
    // A comparison with NaN is false both ways.
    if (value > before) sum += 1;
    else if (value < before) sum -= 1;
  }
  return sum;
}
