/**
 * What the models of repeat buying need of each customer, one entry per customer in each
 * array. All times are in the same unit, counted from the customer's first order.
 */
export type OrderHistory = {
  /** Number of repeat orders, x: orders after the first. A whole number. */
  readonly repeats: ArrayLike<number>;
  /** Time of the last order, t_x; 0 if there was no repeat order. */
  readonly last: ArrayLike<number>;
  /** Time from the first order to the end of observation, T. */
  readonly age: ArrayLike<number>;
};

/**
 * Refuses a history that cannot be.
 *
 * @throws RangeError with the index of the first customer with a repeat count that is not a whole
 *   number from 0, a time that is negative or not finite, a last order after the end, or a last
 *   order without a repeat order; RangeError if the arrays differ in length
 */
export function checkOrderHistory(history: OrderHistory): void {
  const { repeats, last, age } = history;
  if (last.length !== repeats.length || age.length !== repeats.length)
    throw new RangeError(
      `repeats, last and age differ in length: ${repeats.length}, ${last.length}, ${age.length}`,
    );
  for (let row = 0; row < repeats.length; row += 1) {
    const x = repeats[row] as number;
    const at = last[row] as number;
    const end = age[row] as number;
    if (!Number.isSafeInteger(x) || x < 0)
      throw new RangeError(`customer ${row}: repeats is not a whole number from 0: ${x}`);
    if (!(end >= 0 && end < Number.POSITIVE_INFINITY))
      throw new RangeError(`customer ${row}: age is not a finite number from 0: ${end}`);
    if (!(at >= 0 && at <= end))
      throw new RangeError(`customer ${row}: last is not between 0 and age: ${at}`);
    // Without a repeat order 0 is the limit. Asking for x === 0 would cost twice as much: processors
    // guess badly which customers came back.
    if (at > x * end) throw new RangeError(`customer ${row}: last is ${at} without a repeat order`);
  }
}
