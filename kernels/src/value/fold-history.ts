import { checkOrderHistory, type OrderHistory } from "./order-history.ts";

/** A history with equal customers taken together: what the likelihoods run over. */
export type FoldedHistory = {
  readonly customers: number;
  /** The distinct numbers of repeat orders, ascending, and how many customers have each. */
  readonly counts: Float64Array;
  readonly countWeights: Float64Array;
  /** The distinct ages, with the customers and the repeat orders at each. */
  readonly ages: Float64Array;
  readonly ageWeights: Float64Array;
  readonly ageRepeats: Float64Array;
  /** The distinct times of the last order. */
  readonly lasts: Float64Array;
  /** The distinct rows, as places in the three arrays above, with how many customers have each. */
  readonly rowCount: Int32Array;
  readonly rowLast: Int32Array;
  readonly rowAge: Int32Array;
  readonly rowWeight: Float64Array;
  /** The distinct row of each customer. */
  readonly rowOf: Int32Array;
};

function mix(first: number, second: number, third: number): number {
  const mixed = Math.imul(
    Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) ^ third,
    0xc2b2ae35,
  );
  return mixed ^ (mixed >>> 15);
}

type Distinct = { readonly values: Float64Array; readonly place: Int32Array };

/** The distinct values in ascending order and the place of each entry among them. */
function distinct(entries: ArrayLike<number>): Distinct {
  const size = entries.length;
  const bits = new Float64Array(1);
  const words = new Uint32Array(bits.buffer);
  let capacity = 1024;
  let table = new Int32Array(capacity).fill(-1);
  const found: number[] = [];
  const place = new Int32Array(size);
  function slotOf(value: number): number {
    bits[0] = value;
    let slot = mix(words[0] as number, words[1] as number, 0) & (capacity - 1);
    for (;;) {
      const known = table[slot] as number;
      if (known < 0 || found[known] === value) return slot;
      slot = (slot + 1) & (capacity - 1);
    }
  }
  for (let entry = 0; entry < size; entry += 1) {
    // Adding 0 makes -0 the same as 0.
    const value = (entries[entry] as number) + 0;
    const slot = slotOf(value);
    const known = table[slot] as number;
    if (known >= 0) {
      place[entry] = known;
      continue;
    }
    place[entry] = found.length;
    table[slot] = found.length;
    found.push(value);
    if (found.length * 2 > capacity) {
      capacity *= 4;
      table = new Int32Array(capacity).fill(-1);
      for (let k = 0; k < found.length; k += 1) table[slotOf(found[k] as number)] = k;
    }
  }
  const order = Int32Array.from({ length: found.length }, (_, k) => k).sort(
    (left, right) => (found[left] as number) - (found[right] as number),
  );
  const rank = new Int32Array(found.length);
  for (let k = 0; k < order.length; k += 1) rank[order[k] as number] = k;
  for (let entry = 0; entry < size; entry += 1)
    place[entry] = rank[place[entry] as number] as number;
  return { values: Float64Array.from(order, (k) => found[k] as number), place };
}

function add(target: Float64Array, place: number, amount: number): void {
  target[place] = (target[place] as number) + amount;
}

/**
 * Takes equal customers together.
 *
 * @throws RangeError as `checkOrderHistory`
 */
export function foldHistory(history: OrderHistory): FoldedHistory {
  checkOrderHistory(history);
  const customers = history.repeats.length;
  const counts = distinct(history.repeats);
  const lasts = distinct(history.last);
  const ages = distinct(history.age);
  const countWeights = new Float64Array(counts.values.length);
  const ageWeights = new Float64Array(ages.values.length);
  const ageRepeats = new Float64Array(ages.values.length);
  let capacity = 16;
  while (capacity < customers * 2) capacity *= 2;
  const table = new Int32Array(capacity).fill(-1);
  const rowCount = new Int32Array(customers);
  const rowLast = new Int32Array(customers);
  const rowAge = new Int32Array(customers);
  const rowWeight = new Float64Array(customers);
  const rowOf = new Int32Array(customers);
  let rows = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    const count = counts.place[customer] as number;
    const last = lasts.place[customer] as number;
    const age = ages.place[customer] as number;
    add(countWeights, count, 1);
    add(ageWeights, age, 1);
    add(ageRepeats, age, counts.values[count] as number);
    let slot = mix(count, last, age) & (capacity - 1);
    for (;;) {
      const row = table[slot] as number;
      if (row < 0) {
        table[slot] = rows;
        rowCount[rows] = count;
        rowLast[rows] = last;
        rowAge[rows] = age;
        rowWeight[rows] = 1;
        rowOf[customer] = rows;
        rows += 1;
        break;
      }
      if (rowCount[row] === count && rowLast[row] === last && rowAge[row] === age) {
        add(rowWeight, row, 1);
        rowOf[customer] = row;
        break;
      }
      slot = (slot + 1) & (capacity - 1);
    }
  }
  return {
    customers,
    counts: counts.values,
    countWeights,
    ages: ages.values,
    ageWeights,
    ageRepeats,
    lasts: lasts.values,
    rowCount: rowCount.slice(0, rows),
    rowLast: rowLast.slice(0, rows),
    rowAge: rowAge.slice(0, rows),
    rowWeight: rowWeight.slice(0, rows),
    rowOf,
  };
}
