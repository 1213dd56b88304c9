import type { HourCosts } from "./hour-cost.ts";

/** What hours cost exactly, in a unit of its own: to divide a rounded cost over the hours behind it. */
export function costWeight(
  hours: { readonly given: bigint; readonly exported: bigint; readonly rest: bigint },
  costs: HourCosts,
): bigint {
  const { numerator, denominator } = costs.restRate;
  return (hours.given + hours.exported * 3600n) * denominator + hours.rest * numerator * 3600n;
}
