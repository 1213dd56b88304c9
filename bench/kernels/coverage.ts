import type { PredictionBands } from "@koers/kernels";

/** How often a band held what it was to hold. */
export type Coverage = {
  readonly what: string;
  readonly level: number;
  readonly held: number;
  readonly of: number;
};

/** Counts, over many trials, how often bands and intervals hold the truth. */
export type CoverageCount = {
  /** Counts each entry of the truth against its band. */
  readonly bands: (what: string, bands: PredictionBands, truth: ArrayLike<number>) => void;
  readonly coverages: () => readonly Coverage[];
};

export function countCoverage(): CoverageCount {
  const counts = new Map<string, { what: string; level: number; held: number; of: number }>();
  return {
    bands(what, { bands }, truth) {
      for (const { level, lower, upper } of bands) {
        const key = `${what} ${level}`;
        const count = counts.get(key) ?? { what, level, held: 0, of: 0 };
        counts.set(key, count);
        lower.forEach((low, entry) => {
          const value = truth[entry] as number;
          // What is known for certain, as P(alive) without a repeat order, agrees but for rounding.
          const slack = 1e-9 * Math.abs(value);
          count.of += 1;
          if (low <= value + slack && value - slack <= (upper[entry] as number)) count.held += 1;
        });
      }
    },
    coverages: () => [...counts.values()],
  };
}

export function shareOf({ held, of }: Coverage): number {
  return (100 * held) / of;
}
