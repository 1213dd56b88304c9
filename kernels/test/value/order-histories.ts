import fc from "fast-check";

/** A customer's repeat orders, last order and age, such as can be. */
export const customer = fc
  .record({
    repeats: fc.integer({ min: 0, max: 40 }),
    age: fc.double({ min: 1, max: 200, noNaN: true }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  .map(({ repeats, age, share }) => ({ repeats, last: repeats === 0 ? 0 : share * age, age }));

/** Histories of a few customers up to a few dozen. */
export const histories = fc.array(customer, { minLength: 8, maxLength: 40 });

/** The customers as a history, with times multiplied by a factor. */
export function historyOf(
  customers: readonly { readonly repeats: number; readonly last: number; readonly age: number }[],
  factor = 1,
) {
  return {
    repeats: customers.map((one) => one.repeats),
    last: customers.map((one) => one.last * factor),
    age: customers.map((one) => one.age * factor),
  };
}
