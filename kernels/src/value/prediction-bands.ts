/** Equal-tailed limits of a prediction for each customer. */
export type Band = {
  readonly level: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/** A prediction for each customer over the posterior. */
export type PredictionBands = {
  readonly mean: Float64Array;
  readonly median: Float64Array;
  /** A band for each level that was asked for, in that order. */
  readonly bands: readonly Band[];
};

/**
 * What draws of a prediction come to for each customer. What the draws are of decides what the
 * bands are of: of an expectation (`expectedOrders` at drawn parameters), or of what will happen
 * (`drawOrders`), which scatters more. The limits are draws themselves, the outer ones where a
 * level falls between two: never too narrow for whole numbers.
 *
 * @param draws one array per draw, each with an entry per customer; at least 20 draws
 * @param levels each strictly between 0 and 1
 * @throws RangeError for fewer than 20 draws, draws that differ in length, an entry that is no number or a
 *   level that cannot be
 */
export function predictionBands(
  draws: readonly Float64Array[],
  levels: readonly number[] = [0.8, 0.95],
): PredictionBands {
  if (draws.length < 20) throw new RangeError(`at least 20 draws are needed, got ${draws.length}`);
  for (const level of levels)
    if (!(level > 0 && level < 1))
      throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  const customers = (draws[0] as Float64Array).length;
  draws.forEach((draw, k) => {
    if (draw.length !== customers)
      throw new RangeError(`draw ${k} has ${draw.length} entries, not ${customers}`);
  });
  const mean = new Float64Array(customers);
  const median = new Float64Array(customers);
  const bands = levels.map((level) => ({
    level,
    lower: new Float64Array(customers),
    upper: new Float64Array(customers),
  }));
  const column = new Float64Array(draws.length);
  const last = draws.length - 1;
  for (let customer = 0; customer < customers; customer += 1) {
    let sum = 0;
    for (let draw = 0; draw < draws.length; draw += 1) {
      const value = (draws[draw] as Float64Array)[customer] as number;
      column[draw] = value;
      sum += value;
    }
    if (Number.isNaN(sum)) throw new RangeError(`a draw of customer ${customer} is not a number`);
    column.sort();
    mean[customer] = sum / draws.length;
    const [left, right] = [column[Math.floor(last / 2)], column[Math.ceil(last / 2)]] as [
      number,
      number,
    ];
    median[customer] = left === right ? left : (left + right) / 2;
    for (const { level, lower, upper } of bands) {
      // Of so many draws and one to come, this share falls below the lowest, the next, ... draw. A
      // little is added for levels such as .8, of which 1 falls short by rounding.
      const below = Math.max(0, Math.floor(((last + 2) * (1 - level)) / 2 + 1e-9) - 1);
      lower[customer] = column[below] as number;
      upper[customer] = column[last - below] as number;
    }
  }
  return { mean, median, bands };
}
