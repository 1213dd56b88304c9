/** The distinct values of a column in ascending order, and the place of each entry among them. */
export type DistinctValues = {
  readonly values: Float64Array;
  readonly place: Uint16Array | Uint32Array;
};

/**
 * Steps per unit that times usually lie on: whole units, days in weeks, in months and in years,
 * and two decimals.
 */
const usualSteps = [1, 7, 365.25 / 12, 365.25, 100];
const mostSteps = 65_536;

/**
 * The distinct values of entries from 0. Entries on a grid are told apart by counting, others by
 * hashing; either way only equal numbers are taken together.
 */
export function distinctValues(entries: ArrayLike<number>): DistinctValues {
  let highest = 0;
  for (let entry = 0; entry < entries.length; entry += 1)
    if ((entries[entry] as number) > highest) highest = entries[entry] as number;
  for (const stepsPerUnit of usualSteps) {
    const found = onGrid(entries, highest, stepsPerUnit);
    if (found !== null) return found;
  }
  return byHash(entries);
}

/** Counts on a grid; null if it is too fine, or too coarse to tell two values apart. */
function onGrid(
  entries: ArrayLike<number>,
  highest: number,
  stepsPerUnit: number,
): DistinctValues | null {
  if (!(highest * stepsPerUnit < mostSteps)) return null;
  const known = new Float64Array(Math.floor(highest * stepsPerUnit + 0.5) + 1).fill(Number.NaN);
  for (let entry = 0; entry < entries.length; entry += 1) {
    const value = entries[entry] as number;
    const step = (value * stepsPerUnit + 0.5) | 0;
    const there = known[step] as number;
    if (there === value) continue;
    if (!Number.isNaN(there)) return null;
    // Adding 0 makes -0 the same as 0.
    known[step] = value + 0;
  }
  const rank = new Uint16Array(known.length);
  let values = 0;
  for (let step = 0; step < known.length; step += 1) {
    const value = known[step] as number;
    if (Number.isNaN(value)) continue;
    rank[step] = values;
    known[values] = value;
    values += 1;
  }
  const place = new Uint16Array(entries.length);
  for (let entry = 0; entry < entries.length; entry += 1)
    place[entry] = rank[((entries[entry] as number) * stepsPerUnit + 0.5) | 0] as number;
  return { values: known.slice(0, values), place };
}

function byHash(entries: ArrayLike<number>): DistinctValues {
  const rank = new Map<number, number>();
  for (let entry = 0; entry < entries.length; entry += 1) rank.set(entries[entry] as number, 0);
  const values = Float64Array.from(rank.keys()).sort();
  values.forEach((value, at) => {
    rank.set(value, at);
  });
  return { values, place: Uint32Array.from(entries, (value) => rank.get(value) as number) };
}
