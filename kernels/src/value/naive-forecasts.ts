import type { Window } from "./backtest-windows.ts";

/**
 * What an owner would say without a model. `same-as-last-year`: the customer's repeat orders in the
 * same days a year earlier. `same-as-just-before`: those in the same length of days that ends at the
 * origin. `own-rate`: repeat orders a day since the first order (the mean of all for who came today).
 * `mean-of-all`: the repeat orders a day of all customers together.
 */
export type NaiveForecast =
  | "same-as-last-year"
  | "same-as-just-before"
  | "own-rate"
  | "mean-of-all";

export const naiveForecasts: readonly NaiveForecast[] = [
  "same-as-last-year",
  "same-as-just-before",
  "own-rate",
  "mean-of-all",
];

/** Expected orders of each customer of a window. The first order is not counted: it comes once. */
export function naiveForecast(name: NaiveForecast, window: Window): Float64Array {
  if (name === "same-as-last-year") return window.yearEarlier;
  if (name === "same-as-just-before") return window.justBefore;
  let repeats = 0;
  let days = 0;
  for (let row = 0; row < window.age.length; row += 1) {
    repeats += window.repeats[row] as number;
    days += window.age[row] as number;
  }
  const common = days === 0 ? 0 : repeats / days;
  return window.age.map((age, row) => {
    const own =
      age === 0 || name === "mean-of-all" ? common : (window.repeats[row] as number) / age;
    return own * window.horizon;
  });
}
