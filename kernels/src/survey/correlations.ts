/** Correlations of drivers with each other (row by row) and with an outcome. */
export type Correlations = {
  readonly among: Float64Array;
  readonly withOutcome: Float64Array;
};

/**
 * Pearson correlations over the rows given, with repetition for a bootstrap; the index of the first column
 * that does not vary when there is one (the outcome comes last).
 */
export function correlationsOf(
  drivers: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  rows: ArrayLike<number>,
): Correlations | { readonly constant: number } {
  const columns: Float64Array[] = [];
  for (const [index, values] of [...drivers, outcome].entries()) {
    const column = standardised(values, rows);
    if (column === null) return { constant: index };
    columns.push(column);
  }
  const count = drivers.length;
  const among = new Float64Array(count * count);
  const withOutcome = new Float64Array(count);
  const last = columns[count] as Float64Array;
  for (let a = 0; a < count; a += 1) {
    const column = columns[a] as Float64Array;
    withOutcome[a] = product(column, last);
    among[a * count + a] = 1;
    for (let b = 0; b < a; b += 1) {
      const correlation = product(column, columns[b] as Float64Array);
      among[a * count + b] = correlation;
      among[b * count + a] = correlation;
    }
  }
  return { among, withOutcome };
}

/** Values less their mean, scaled to length one; null when they do not vary. */
function standardised(values: ArrayLike<number>, rows: ArrayLike<number>): Float64Array | null {
  let largest = 0;
  for (let index = 0; index < rows.length; index += 1)
    largest = Math.max(largest, Math.abs(values[rows[index] as number] as number));
  if (largest === 0) return null;
  // In units of the largest, so that squares of tiny or huge values stay numbers.
  const column = Float64Array.from(rows, (row) => (values[row] as number) / largest);
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  let squares = 0;
  for (const [index, value] of column.entries()) {
    column[index] = value - mean;
    squares += (value - mean) ** 2;
  }
  const length = Math.sqrt(squares);
  if (!(length > 1e-12 * Math.sqrt(rows.length))) return null;
  for (let index = 0; index < column.length; index += 1)
    column[index] = (column[index] as number) / length;
  return column;
}

function product(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < first.length; index += 1)
    sum += (first[index] as number) * (second[index] as number);
  return sum;
}
