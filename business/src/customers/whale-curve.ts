import type { Amounts } from "./economics.ts";

export type WhaleCurve = {
  readonly customers: number;
  readonly total: bigint;
  readonly peakCustomers: number;
  readonly peakAmount: bigint;
  readonly bestCustomers: number;
  readonly bestShare: number | null;
  readonly losers: number;
  readonly lostAmount: bigint;
};

/**
 * Cumulative profit, best customer first. The peak is where the last customer that brings something
 * stands; what comes after lowers it again. `bestCustomers` are the fewest that together bring four
 * fifths of the peak, `bestShare` their part of the total, which passes 1 where others lose much.
 */
export function whaleCurve(profit: Amounts): WhaleCurve | undefined {
  const sorted = BigInt64Array.from(profit).sort().reverse();
  const winners = sorted.filter((value) => value > 0n);
  const losers = sorted.filter((value) => value < 0n);
  const customers = winners.length + losers.length;
  if (customers === 0) return undefined;
  const peakAmount = winners.reduce((sum, value) => sum + value, 0n);
  const lostAmount = -losers.reduce((sum, value) => sum + value, 0n);
  const total = peakAmount - lostAmount;
  let bestCustomers = 0;
  let best = 0n;
  while (best * 5n < peakAmount * 4n) {
    best += winners[bestCustomers] as bigint;
    bestCustomers += 1;
  }
  return {
    customers,
    total,
    peakCustomers: winners.length,
    peakAmount,
    bestCustomers,
    bestShare: total > 0n ? Number(best) / Number(total) : null,
    losers: losers.length,
    lostAmount,
  };
}
