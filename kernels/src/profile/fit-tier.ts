/** How well a customer fits: A best, then B and C; `off-target` where none is reached. */
export type FitTier = "a" | "b" | "c" | "off-target";

/** The lowest chance of belonging to the core of each tier. */
export type FitThresholds = { readonly a: number; readonly b: number; readonly c: number };

/** A tier, and those that the interval leaves possible. */
export type FitVerdict = {
  readonly tier: FitTier;
  readonly best: FitTier;
  readonly worst: FitTier;
};

/** Odds against those of an average customer from which a tier starts. */
export const fitTierOdds: FitThresholds = { a: 3, b: 1.5, c: 0.75 };

/**
 * Thresholds that speak of the own firm: odds that are so many times those of the base rate. With a core of one
 * in five, A starts at 43 %, B at 27 % and C at 16 %.
 *
 * @param baseRate share of customers in the core, strictly between 0 and 1
 * @throws RangeError for another base rate, or thresholds that do not fall
 */
export function fitThresholds(baseRate: number, odds: FitThresholds = fitTierOdds): FitThresholds {
  if (!(baseRate > 0 && baseRate < 1))
    throw new RangeError(`a base rate strictly between 0 and 1 is needed, got ${baseRate}`);
  const base = baseRate / (1 - baseRate);
  const threshold = (times: number) => (times * base) / (1 + times * base);
  const thresholds = { a: threshold(odds.a), b: threshold(odds.b), c: threshold(odds.c) };
  checkThresholds(thresholds);
  return thresholds;
}

/**
 * The tier of a chance, and the tiers of both ends of its interval.
 *
 * @throws RangeError for a chance outside 0..1, an interval without it, or thresholds that do not fall
 */
export function fitTier(
  {
    probability,
    low,
    high,
  }: { readonly probability: number; readonly low: number; readonly high: number },
  thresholds: FitThresholds,
): FitVerdict {
  checkThresholds(thresholds);
  if (!(low >= 0 && low <= probability && probability <= high && high <= 1))
    throw new RangeError(`a chance within its interval is needed: ${low}, ${probability}, ${high}`);
  return {
    tier: tierOf(probability, thresholds),
    best: tierOf(high, thresholds),
    worst: tierOf(low, thresholds),
  };
}

function tierOf(probability: number, { a, b, c }: FitThresholds): FitTier {
  if (probability >= a) return "a";
  if (probability >= b) return "b";
  return probability >= c ? "c" : "off-target";
}

function checkThresholds({ a, b, c }: FitThresholds): void {
  if (!(a <= 1 && a > b && b > c && c >= 0))
    throw new RangeError(`thresholds fall from a to c, got ${a}, ${b}, ${c}`);
}
