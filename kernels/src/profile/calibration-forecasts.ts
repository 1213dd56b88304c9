/**
 * How many forecasts there are.
 *
 * @throws RangeError with the index of a forecast outside 0..1 or a label that is neither 0 nor 1; for lengths that
 *   differ, or none
 */
export function checkForecasts(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  const count = probabilities.length;
  if (count === 0) throw new RangeError("there is no forecast");
  if (labels.length !== count)
    throw new RangeError(`there are ${labels.length} labels for ${count} forecasts`);
  for (let row = 0; row < count; row += 1) {
    const probability = probabilities[row] as number;
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`forecast ${row} is ${probability}, not between 0 and 1`);
    const label = labels[row] as number;
    if (label !== 0 && label !== 1) throw new RangeError(`label ${row} is ${label}, not 0 or 1`);
  }
  return count;
}
