import type { Amounts } from "./economics.ts";

export type RevenueConcentration = {
  readonly top1: number | null;
  readonly top5: number | null;
  readonly herfindahl: number | null;
};

/**
 * Shares of the largest customers in what customers bring in, and the sum of squared shares (Herfindahl
 * index, 1 / n for n equal customers, 1 for one). Customers without positive revenue have no share.
 */
export function concentration(revenue: Amounts): RevenueConcentration {
  const positive = Float64Array.from([...revenue].filter((value) => value > 0n).map(Number));
  positive.sort();
  positive.reverse();
  const total = positive.reduce((sum, value) => sum + value, 0);
  if (total === 0) return { top1: null, top5: null, herfindahl: null };
  const share = (count: number) =>
    positive.subarray(0, count).reduce((sum, value) => sum + value, 0) / total;
  return {
    top1: share(1),
    top5: share(5),
    herfindahl: positive.reduce((sum, value) => sum + (value / total) ** 2, 0),
  };
}
