import { type DistinctValues, distinctValues } from "./distinct-values.ts";
import { checkOrderHistory, type OrderHistory } from "./order-history.ts";
import { sortKeys } from "./sort-keys.ts";

/** A history with equal customers taken together: what the likelihoods run over. */
export type FoldedRows = {
  readonly customers: number;
  /** The distinct numbers of repeat orders, ascending, and how many customers have each. */
  readonly counts: Float64Array;
  readonly countWeights: Float64Array;
  /** Where the rows of each count begin; one entry more, for where the last ones end. */
  readonly countStart: Int32Array;
  /** The distinct ages, ascending, with the customers and the repeat orders at each. */
  readonly ages: Float64Array;
  readonly ageWeights: Float64Array;
  readonly ageRepeats: Float64Array;
  /** The distinct times of the last order, ascending. */
  readonly lasts: Float64Array;
  /**
   * The distinct rows, as places in the three arrays above, in the order of count, then of last
   * and age, with how many customers have each. Of more than 2^32 kinds that there could be, none
   * are taken together, and only the order of count holds.
   */
  readonly rowCount: Int32Array;
  readonly rowLast: Int32Array;
  readonly rowAge: Int32Array;
  readonly rowWeight: Float64Array;
};

/** Folded rows and which one each customer is. */
export type FoldedHistory = FoldedRows & {
  /** The distinct row of each customer. */
  readonly rowOf: Int32Array;
};

type Columns = {
  readonly counts: DistinctValues;
  readonly lasts: DistinctValues;
  readonly ages: DistinctValues;
};

function columnsOf(history: OrderHistory): Columns {
  checkOrderHistory(history);
  return {
    counts: distinctValues(history.repeats),
    lasts: distinctValues(history.last),
    ages: distinctValues(history.age),
  };
}

/** How many rows there could be. */
function cellsOf({ counts, lasts, ages }: Columns): number {
  return counts.values.length * lasts.values.length * ages.values.length;
}

/**
 * The number of each customer's row among all that there could be: the same for equal customers,
 * and ascending with count, last and age.
 */
function keysOf({ counts, lasts, ages }: Columns): Uint32Array {
  const keys = new Uint32Array(counts.place.length);
  const perLast = ages.values.length;
  const perCount = lasts.values.length * perLast;
  for (let customer = 0; customer < keys.length; customer += 1)
    keys[customer] =
      (counts.place[customer] as number) * perCount +
      (lasts.place[customer] as number) * perLast +
      (ages.place[customer] as number);
  return keys;
}

type Keys = { readonly keys: Uint32Array; readonly weights: Float64Array };

/** The distinct ones of ascending keys, and how many customers have each. */
function runsOf(sorted: Uint32Array): Keys {
  let runs = Math.min(1, sorted.length);
  for (let at = 1; at < sorted.length; at += 1) if (sorted[at] !== sorted[at - 1]) runs += 1;
  const keys = new Uint32Array(runs);
  const weights = new Float64Array(runs);
  for (let at = 0, run = 0; run < runs; run += 1) {
    const began = at;
    const key = sorted[began] as number;
    while (at < sorted.length && sorted[at] === key) at += 1;
    keys[run] = key;
    weights[run] = at - began;
  }
  return { keys, weights };
}

type Rows = Pick<FoldedRows, "rowCount" | "rowLast" | "rowAge" | "rowWeight">;

function rowsOfKeys({ keys, weights }: Keys, { lasts, ages }: Columns): Rows {
  const rowCount = new Int32Array(keys.length);
  const rowLast = new Int32Array(keys.length);
  const rowAge = new Int32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] as number;
    const pair = Math.floor(key / ages.values.length);
    rowAge[row] = key - pair * ages.values.length;
    rowCount[row] = Math.floor(pair / lasts.values.length);
    rowLast[row] = pair % lasts.values.length;
  }
  return { rowCount, rowLast, rowAge, rowWeight: weights };
}

function inOrderOfCount({ counts }: Columns): Uint32Array {
  return Uint32Array.from(counts.place, (_, customer) => customer).sort(
    (left, right) => (counts.place[left] as number) - (counts.place[right] as number),
  );
}

/** Every customer a row of their own, in the order of their counts. */
function rowsApart(columns: Columns): Rows {
  const order = inOrderOfCount(columns);
  const placed = ({ place }: DistinctValues) =>
    Int32Array.from(order, (customer) => place[customer] as number);
  return {
    rowCount: placed(columns.counts),
    rowLast: placed(columns.lasts),
    rowAge: placed(columns.ages),
    rowWeight: new Float64Array(order.length).fill(1),
  };
}

/** The sums by count and by age that the likelihoods need beside the rows. */
function withSums(rows: Rows, { counts, lasts, ages }: Columns): FoldedRows {
  const countWeights = new Float64Array(counts.values.length);
  const countStart = new Int32Array(counts.values.length + 1);
  const ageWeights = new Float64Array(ages.values.length);
  const ageRepeats = new Float64Array(ages.values.length);
  for (let row = 0; row < rows.rowCount.length; row += 1) {
    const count = rows.rowCount[row] as number;
    const age = rows.rowAge[row] as number;
    const weight = rows.rowWeight[row] as number;
    countWeights[count] = (countWeights[count] as number) + weight;
    countStart[count + 1] = row + 1;
    ageWeights[age] = (ageWeights[age] as number) + weight;
    ageRepeats[age] = (ageRepeats[age] as number) + weight * (counts.values[count] as number);
  }
  return {
    customers: counts.place.length,
    counts: counts.values,
    countWeights,
    countStart,
    ages: ages.values,
    ageWeights,
    ageRepeats,
    lasts: lasts.values,
    ...rows,
  };
}

/** With more possible rows than this hardly any two customers are equal: they are not looked for. */
const mostCells = 2 ** 32;

/**
 * Takes equal customers together.
 *
 * @throws RangeError as `checkOrderHistory`
 */
export function foldRows(history: OrderHistory): FoldedRows {
  const columns = columnsOf(history);
  if (cellsOf(columns) > mostCells) return withSums(rowsApart(columns), columns);
  const sorted = sortKeys(keysOf(columns), cellsOf(columns) - 1);
  return withSums(rowsOfKeys(runsOf(sorted), columns), columns);
}

/**
 * Takes equal customers together, as `foldRows`, and tells which row each customer is.
 *
 * @throws RangeError as `checkOrderHistory`
 */
export function foldHistory(history: OrderHistory): FoldedHistory {
  const columns = columnsOf(history);
  const customers = history.repeats.length;
  const rowOf = new Int32Array(customers);
  if (cellsOf(columns) > mostCells) {
    inOrderOfCount(columns).forEach((customer, row) => {
      rowOf[customer] = row;
    });
    return { ...withSums(rowsApart(columns), columns), rowOf };
  }
  const keys = keysOf(columns);
  const distinct = runsOf(sortKeys(keys.slice(), cellsOf(columns) - 1));
  for (let customer = 0; customer < customers; customer += 1)
    rowOf[customer] = placeAmong(distinct.keys, keys[customer] as number);
  return { ...withSums(rowsOfKeys(distinct, columns), columns), rowOf };
}

/** The place of a key among ascending ones. */
function placeAmong(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
