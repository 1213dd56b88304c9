/** How subgroups are weighed: size against difference. */
export type QualityOptions = {
  /** a in (n / N)^a times the difference with all rows: above 0, at most 1. Default 0.5. */
  readonly exponent?: number;
  /** Rows with the average of all that each subgroup is thought to have besides its own. Default 0. */
  readonly pseudoRows?: number;
};

/** Quality and bound for hits among rows. */
export type ShareQuality = {
  readonly quality: (rows: number, hits: number) => number;
  /** By number of hits: the highest quality of any subgroup with at most that many. */
  readonly bound: Float64Array;
};

/**
 * (n / N)^a (p' - p0), with p' = (hits + m p0) / (n + m) the share shrunk by m pseudo-rows towards the share p0 of all rows
 * (Kloesgen 1996; Grosskreutz, Rueping and Wrobel 2008 for the bound with m = 0).
 *
 * The bound for h hits is the best over n from max(h, `minimumRows`) of n rows with all h hits: for m = 0 that is the
 * first. Otherwise the function rises and then falls in n, so the first top is the highest.
 */
export function shareQuality(
  allRows: number,
  allHits: number,
  minimumRows: number,
  { exponent = 0.5, pseudoRows = 0 }: QualityOptions,
): ShareQuality {
  const share = allHits / allRows;
  function quality(rows: number, hits: number): number {
    const size = (rows / allRows) ** exponent;
    if (pseudoRows === 0) return size * (hits / rows - share);
    return (size * (hits - rows * share)) / (rows + pseudoRows);
  }
  const bound = new Float64Array(allHits + 1);
  for (let hits = 1; hits <= allHits; hits += 1) {
    let rows = Math.max(hits, minimumRows);
    if (rows > allRows) continue;
    let best = quality(rows, hits);
    while (pseudoRows > 0 && rows < allRows) {
      const next = quality(rows + 1, hits);
      if (next <= best) break;
      best = next;
      rows += 1;
    }
    bound[hits] = Math.max(best, bound[hits - 1] as number);
  }
  return { quality, bound };
}
