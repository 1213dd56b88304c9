/**
 * A relation drawn as a graph: points at equal distances from `from` to `to`, straight lines between them, flat
 * outside. The usual way in which a stock-and-flow model states an effect.
 *
 * @throws RangeError for fewer than two points, a point that is not finite (with its index), or `from` not below `to`
 */
export function graphFunction(
  from: number,
  to: number,
  points: readonly number[],
): (at: number) => number {
  const last = points.length - 1;
  if (last < 1) throw new RangeError("a graph needs at least two points");
  if (!(from < to && Number.isFinite(to - from)))
    throw new RangeError(`a graph cannot go from ${from} to ${to}`);
  const wrong = points.findIndex((point) => !Number.isFinite(point));
  if (wrong >= 0) throw new RangeError(`point ${wrong} is ${points[wrong]}`);
  const width = (to - from) / last;
  const lowest = points[0] as number;
  const highest = points[last] as number;
  return (at) => {
    if (Number.isNaN(at)) return Number.NaN;
    if (at <= from) return lowest;
    if (at >= to) return highest;
    const place = (at - from) / width;
    const below = Math.min(last - 1, Math.floor(place));
    const low = points[below] as number;
    return low + (place - below) * ((points[below + 1] as number) - low);
  };
}
