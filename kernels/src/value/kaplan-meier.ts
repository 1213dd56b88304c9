import { normalQuantile } from "../numeric/normal.ts";

/** The share that is still there from `time` on, until the next step. */
export type SurvivalStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Greenwood's standard error of the share; null once nobody is left. */
  readonly standardError: number | null;
  /** Log-log limits, always within 0..1; null once nobody is left. */
  readonly lower: number | null;
  readonly upper: number | null;
};

/** Kaplan and Meier's curve: its steps, and when half has gone (null if that was not reached). */
export type SurvivalCurve = {
  readonly steps: readonly SurvivalStep[];
  readonly customers: number;
  readonly median: number | null;
};

/**
 * Kaplan and Meier's estimate of survival with Greenwood's variance and log-log intervals.
 * Who is censored at a time counts as at risk at that time. No customers give no steps.
 *
 * @param durations how long each was observed, from 0, in any unit
 * @param ended for each whether it ended then (1 or true) or observation did (0 or false)
 * @param level of the intervals, strictly between 0 and 1
 * @throws RangeError with the index of a duration that is negative or not finite, or for lengths
 *   that differ or a level that cannot be
 */
export function kaplanMeier(
  durations: ArrayLike<number>,
  ended: ArrayLike<number | boolean>,
  level = 0.95,
): SurvivalCurve {
  const customers = durations.length;
  if (ended.length !== customers)
    throw new RangeError(`durations and ended differ in length: ${customers}, ${ended.length}`);
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  for (let row = 0; row < customers; row += 1) {
    const duration = durations[row] as number;
    if (!(duration >= 0 && duration < Number.POSITIVE_INFINITY))
      throw new RangeError(`customer ${row}: duration is negative or not finite: ${duration}`);
  }
  const z = normalQuantile((1 + level) / 2);
  const order = Uint32Array.from({ length: customers }, (_, row) => row).sort(
    (left, right) => (durations[left] as number) - (durations[right] as number),
  );
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let variance = 0;
  for (let at = 0; at < customers; ) {
    const time = durations[order[at] as number] as number;
    const atRisk = customers - at;
    let events = 0;
    for (; at < customers && durations[order[at] as number] === time; at += 1)
      if (ended[order[at] as number]) events += 1;
    if (events === 0) continue;
    const left = atRisk - events;
    survival = left === 0 ? 0 : survival * (left / atRisk);
    if (left === 0) {
      const none = { standardError: null, lower: null, upper: null };
      steps.push({ time, atRisk, events, survival, ...none });
      continue;
    }
    variance += events / (atRisk * left);
    const spread = Math.exp((z * Math.sqrt(variance)) / Math.abs(Math.log(survival)));
    steps.push({
      time,
      atRisk,
      events,
      survival,
      standardError: survival * Math.sqrt(variance),
      lower: survival ** spread,
      upper: survival ** (1 / spread),
    });
  }
  const half = steps.find((step) => step.survival <= 0.5);
  return { steps, customers, median: half?.time ?? null };
}
