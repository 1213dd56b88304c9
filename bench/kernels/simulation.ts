import {
  calibrateGrowth,
  earlyWarning,
  growthBands,
  type MarketGrowth,
  marketGrowth,
  type RandomStream,
  randomStream,
  simulate,
  simulateBands,
} from "@koers/kernels";
import { type Bar, bar } from "../bar.ts";
import { medianCpuSeconds } from "../measure.ts";
import { referenceTable } from "./reference-sample.ts";

const allLoops = { salesLoop: true, marketLoop: true, capacityLoop: true };

/** The bars of simulation: the published runs, a whole Monte Carlo, and what an owner waits for. */
export function benchSimulation(quick: boolean): Promise<readonly Bar[]> {
  return Promise.resolve([...forresterBars(), monteCarloBar(quick), ...ownerBars(quick)]);
}

function forresterBars(): readonly Bar[] {
  const table = referenceTable("golden/forrester1968_scenarios.csv");
  if (table === null) return [];
  const scenarios: Readonly<Record<string, Partial<MarketGrowth>>> = {
    F: allLoops,
    G: { ...allLoops, traditionWeight: 1 },
  };
  return Object.entries(scenarios).map(([scenario, choices]) => {
    const course = simulate({
      ...marketGrowth(choices),
      start: 0,
      step: 0.5,
      steps: 200,
      method: "euler",
    });
    if (course.kind !== "ran") throw new Error(course.kind);
    const rows = (table.get("scenario") ?? []).flatMap((name, row) =>
      name === scenario ? [row] : [],
    );
    if (rows.length !== course.times.length) throw new Error(`${rows.length} published moments`);
    let gap = 0;
    for (const [stock, column] of [
      [0, "salesmen"],
      [1, "backlog"],
      [2, "capacity"],
      [4, "delay_company"],
      [5, "delay_market"],
    ] as const)
      for (const [moment, row] of rows.entries()) {
        const published = Number(table.get(column)?.[row]);
        const own = course.levels[stock]?.[moment] as number;
        gap = Math.max(gap, Math.abs(own - published) / Math.max(1, Math.abs(published)));
      }
    return bar(`Forrester 1968, scenario ${scenario}, gap to published`, gap, "of the value", 1e-6);
  });
}

/** Market growth with its loops on and parameters that differ from run to run. */
function drawMarketGrowth(random: RandomStream): ReturnType<typeof marketGrowth> {
  return marketGrowth({
    ...allLoops,
    salesEffectiveness: 400 * Math.exp(0.1 * random.normal()),
    revenueToSales: 12 * Math.exp(0.05 * random.normal()),
    delaySeenByMarketTime: 6 * Math.exp(0.2 * random.normal()),
  });
}

function monteCarloBar(quick: boolean): Bar {
  const runs = quick ? 2_000 : 20_000;
  const { seconds, result } = medianCpuSeconds(
    () =>
      simulateBands({
        draw: drawMarketGrowth,
        runs,
        start: 0,
        step: 0.5,
        steps: 200,
        method: "euler",
        random: randomStream(1),
        watch: [0],
        probabilities: [0.1, 0.5, 0.9],
      }),
    { runs: quick ? 1 : 5, warm: 1 },
  );
  if (result.kind !== "bands") throw new Error(result.kind);
  return bar(`${runs} runs x 200 steps x 10 stocks`, seconds, "CPU s", runs / 20_000);
}

/** A made-up firm of four years: steady but for chance. */
function someFirm() {
  const random = randomStream(7);
  const months = (mean: number, noise: number): readonly number[] =>
    Array.from({ length: 48 }, () => mean * Math.exp(noise * random.normal()));
  const counts = (mean: number): readonly number[] => months(mean, 0.4).map(Math.round);
  return {
    core: 60,
    rest: 90,
    series: {
      wonCore: counts(1),
      wonRest: counts(2),
      lostCore: counts(1),
      lostRest: counts(2),
      revenue: months(130_000, 0.1),
      sellingHours: months(280, 0.1),
      servingHours: months(1_600, 0.05),
      people: months(14.5, 0.02),
      satisfaction: months(7.5, 0.05),
    },
  };
}

function ownerBars(quick: boolean): readonly Bar[] {
  const measure = { runs: quick ? 1 : 3, warm: 1 };
  const history = someFirm();
  const fit = medianCpuSeconds(() => calibrateGrowth(history), measure);
  if (fit.result.kind !== "calibrated") throw new Error(fit.result.kind);
  const calibration = fit.result;
  const bands = medianCpuSeconds(
    () =>
      growthBands({
        calibration,
        history,
        scenarios: [{ servingShift: 0.05 }, { priceRise: 0.05 }],
        months: 36,
        runs: 1_000,
        random: randomStream(1),
        probabilities: [0.1, 0.5, 0.9],
      }),
    measure,
  );
  if (bands.result.kind !== "bands") throw new Error(bands.result.kind);
  const indicators = Object.values(history.series)
    .slice(0, 6)
    .map((series) => ({ series, worse: "lower" }) as const);
  const warning = medianCpuSeconds(() => earlyWarning(indicators, randomStream(1)), measure);
  if (warning.result.kind !== "watched") throw new Error(warning.result.kind);
  return [
    bar("growth model calibrated on 48 months", fit.seconds, "CPU s"),
    bar("growth bands, 1,000 runs x 3 x 36 months", bands.seconds, "CPU s"),
    bar("early warning of 6 indicators", warning.seconds, "CPU s"),
  ];
}
