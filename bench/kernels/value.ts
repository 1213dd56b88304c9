import { betaGeometricPosterior, randomStream, summariseTransactions } from "@koers/kernels";
import { atLeast, type Bar, bar } from "../bar.ts";
import { orderLog } from "../generate/orders.ts";
import { medianCpuSeconds } from "../measure.ts";
import { calibrationOfAlive } from "./alive-calibration.ts";
import { cdnowCustomers } from "./cdnow.ts";
import { type Coverage, shareOf } from "./coverage.ts";
import {
  contractsOf,
  projectsOf,
  type SmallSamples,
  seasonsOf,
  serviceFirms,
  subsetsOf,
} from "./small-samples.ts";

/** The posterior of CDNOW, and how often intervals hold the truth on 200 small samples of each kind. */
export async function benchValue(quick: boolean): Promise<readonly Bar[]> {
  return [
    ...posteriorOfCdnow(),
    summaryOfLog(quick ? 30_000 : 400_000),
    ...(quick ? [] : coverageOfSmallSamples(200)),
  ];
}

function summaryOfLog(customers: number): Bar {
  const log = orderLog(customers, "rolling");
  const { seconds } = medianCpuSeconds(() => summariseTransactions(log, log.end, "week"), {
    runs: 3,
    warm: 1,
  });
  return bar(`summary of ${log.day.length} transactions`, seconds, "CPU-s");
}

function posteriorOfCdnow(): readonly Bar[] {
  const customers = cdnowCustomers();
  if (customers === null) return [];
  const { result, seconds } = medianCpuSeconds(
    () => betaGeometricPosterior(customers, "bg-nbd", { kind: "flat" }, randomStream(1), 3600),
    { runs: 5, warm: 1 },
  );
  if (result.kind !== "drawn") throw new Error(`CDNOW: ${result.kind}`);
  // Every parameter has its own effective sample, for draws far from its mean weigh on its own.
  const sizes = [0, 1, 2, 3].map((place) => effectiveSize(result, place));
  return [
    bar("BG/NBD, posterior of CDNOW (Stan folded 38.9, recorded)", seconds, "CPU-s", 0.15),
    atLeast("BG/NBD, posterior of CDNOW: effective sample", Math.min(...sizes), "draws", 2000),
  ];
}

/** Variance of a parameter over that of its weighted mean. */
function effectiveSize(
  posterior: { readonly logDraws: Float64Array; readonly weights: Float64Array; size: number },
  place: number,
): number {
  const { logDraws, weights, size } = posterior;
  const values = weights.map((_, draw) => Math.exp(logDraws[draw * size + place] as number));
  const mean = values.reduce((sum, value, draw) => sum + value * (weights[draw] as number), 0);
  let variance = 0;
  let ofMean = 0;
  values.forEach((value, draw) => {
    const weight = weights[draw] as number;
    variance += weight * (value - mean) ** 2;
    ofMean += (weight * (value - mean)) ** 2;
  });
  return variance / ofMean;
}

const sizes = [30, 60, 150];

function coverageOfSmallSamples(trials: number): readonly Bar[] {
  const customers = cdnowCustomers();
  return sizes.flatMap((size) => [
    ...(customers === null
      ? []
      : worstOf(`subsets of ${size} of CDNOW`, [subsetsOf(customers, size, trials, "bg-nbd", 39)])),
    ...worstOf(
      `${size} project customers`,
      Object.keys(serviceFirms).map((firm) => projectsOf(firm, size, trials)),
    ),
    bar(
      `${size} project customers: P(alive) told less who is alive`,
      Math.max(...Object.keys(serviceFirms).map((firm) => gapOfAlive(firm, size, trials))),
      "points",
      6,
    ),
    ...worstOf(
      `${size} contracts`,
      Object.values(renewalTruths).map((truth) => contractsOf(truth, size, trials)),
    ),
    ...worstOf(
      `${size} seasonal customers`,
      Object.values(seasonTruths).map((truth) => seasonsOf(truth, size, trials)),
    ),
  ]);
}

/** Mean distance, over customers, between the P(alive) told in a fifth of the scale and the share alive. */
function gapOfAlive(firm: string, size: number, trials: number): number {
  const bins = calibrationOfAlive(firm, size, trials).filter(({ customers }) => customers > 0);
  const all = bins.reduce((sum, { customers }) => sum + customers, 0);
  return bins.reduce(
    (sum, { told, alive, customers }) => sum + (100 * Math.abs(told - alive) * customers) / all,
    0,
  );
}

/** Truths of renewals: one near the centre of the prior and two far from it. */
export const renewalTruths = {
  usual: { alpha: 0.8, beta: 3.5 },
  loyal: { alpha: 0.7, beta: 12 },
  fickle: { alpha: 3, beta: 3 },
} as const;

/** Truths of buying once a season at most: the published donors and two far from them. */
export const seasonTruths = {
  usual: { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 },
  loyal: { alpha: 4, beta: 2, gamma: 0.5, delta: 8 },
  fickle: { alpha: 0.5, beta: 2, gamma: 2, delta: 4 },
} as const;

/** What a share has to be at least: the level, less what 200 trials and truths far from the prior may cost. */
const leastShare: Readonly<Record<number, number>> = { 0.8: 70, 0.95: 88 };

/** A line for each prediction and level: the share of the truth that does worst. Parameters have no goal. */
function worstOf(name: string, samples: readonly SmallSamples[]): readonly Bar[] {
  const worst = new Map<string, Coverage>();
  for (const { coverage } of samples)
    for (const one of coverage.coverages()) {
      const key = `${one.what} ${one.level}`;
      const known = worst.get(key);
      if (known === undefined || shareOf(one) < shareOf(known)) worst.set(key, one);
    }
  const total = (of: (one: SmallSamples) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0);
  const trials = total((one) => one.trials);
  return [
    bar(
      `${name}: no posterior, of ${trials}`,
      total((one) => one.failures),
      "trials",
      1,
    ),
    bar(
      `${name}: k-hat above 0.7, of ${trials}`,
      total((one) => one.unreliable),
      "trials",
    ),
    ...[...worst.values()].map((one) => {
      const title = `${name}: ${100 * one.level} % of ${one.what}`;
      return one.what.startsWith("parameter")
        ? bar(title, shareOf(one), "%")
        : atLeast(title, shareOf(one), "%", leastShare[one.level] as number);
    }),
  ];
}
