import * as kernels from "../../src/index.ts";
import { asGiven } from "./spoilt.ts";

type Kernels = typeof kernels;
type Call = () => readonly unknown[];

const stream = () => kernels.randomStream(7);
const orders = () => ({
  repeats: [2, 0, 1, 5, 3, 0, 2, 7],
  last: [10, 0, 4, 28, 20, 0, 15, 30],
  age: [30, 25, 12, 30, 33, 40, 22, 31],
});
const spend = () => ({
  repeats: [2, 0, 1, 5, 3, 0, 2, 7],
  spend: [20, 0, 35, 12, 40, 0, 22, 31],
});
const bought = () => ({ ...orders(), spend: spend().spend });
const betaGeometric = () => ({ r: 0.5, alpha: 8, a: 0.8, b: 3 });
const gammaGamma = () => ({ p: 6, q: 4, v: 15 });
const pareto = () => ({ r: 0.55, alpha: 10, s: 0.6, beta: 12 });
const occasions = () => ({
  bought: [0, 1, 3, 6, 2],
  last: [0, 2, 5, 6, 4],
  occasions: [6, 6, 6, 6, 6],
  customers: [10, 4, 3, 5, 2],
});
const betaBernoulli = () => ({ alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 });
const renewals = () => ({ lost: [130, 80, 50, 30], running: [0, 0, 0, 200] });
const shifted = () => ({ alpha: 0.7, beta: 1.2 });
const log = () => ({
  customer: [1, 1, 2, 2, 2, 3, 4, 4, 4, 5],
  day: [10, 50, 5, 30, 90, 70, 12, 40, 99, 20],
  amount: [100, 200, 150, 50, 75, 300, 20, 30, 40, 90],
});
const weeklyLog = () => ({
  customer: Array.from({ length: 300 }, (_, at) => at % 30),
  day: Array.from({ length: 300 }, (_, at) => ((at % 30) * 7 + Math.floor(at / 30) * 41) % 700),
});
const monthly = () => [5, 36, 64, 95, 125, 156, 186];
const traits = () => [
  { levels: 3, codes: Array.from({ length: 60 }, (_, at) => at % 3) },
  { levels: 2, codes: Array.from({ length: 60 }, (_, at) => (at < 25 ? 0 : 1)) },
];
const fitTraits = () => [...traits(), { numbers: Array.from({ length: 60 }, (_, at) => at / 7) }];
const labels = () => Array.from({ length: 60 }, (_, at) => (at % 3 === 0 || at < 12 ? 1 : 0));
const chances = () => Array.from({ length: 60 }, (_, at) => ((at * 7) % 50) / 55 + 0.02);
const columns = () => [
  Uint8Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? 1 : 0)),
  Uint8Array.from({ length: 60 }, (_, at) => (at < 20 ? 1 : 0)),
];
const criteria = () => [
  { values: Array.from({ length: 40 }, (_, at) => (at * 13) % 37), better: "more" },
  { values: Array.from({ length: 40 }, (_, at) => (at * 5) % 11), better: "less" },
];
const answers = () => [9, 10, 7, 6, 8, 9, 10, 3, 9, 8, 7, 10];
const drivers = () => [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 12],
  [2, 1, 4, 3, 6, 5, 8, 7, 10, 2],
];
const outcome = () => [2, 3, 5, 4, 8, 7, 9, 10, 11, 9];
const series = () => Array.from({ length: 24 }, (_, at) => 5 + 0.1 * at + ((at * 7) % 5) / 4);
const counts = () => ({ promoters: 12, passives: 6, detractors: 4 });
const bass = () => ({ market: 1000, innovation: 0.03, imitation: 0.38 });
const growing = () => ({
  core: 20,
  rest: 40,
  series: {
    revenue: Array.from({ length: 18 }, (_, at) => 40_000 + 300 * at + ((at * 7) % 5) * 500),
    sellingHours: Array.from({ length: 18 }, (_, at) => 90 + ((at * 3) % 7)),
    servingHours: Array.from({ length: 18 }, (_, at) => 400 + ((at * 5) % 11)),
    people: Array.from({ length: 18 }, () => 4),
  },
});
const actions = () => ({
  customer: [0, 0, 1, 2, 3],
  hours: [2, 3, 1, 4, 2],
  value: [200, 250, 90, 300, 120],
  earliest: [0, 0, 0, 0, 1],
  latest: [1, 1, 0, 1, 1],
  skill: [0, 0, 0, 0, 0],
});
const team = () => ({
  ...{ people: 2, weeks: 2, skills: 1 },
  freeHours: [4, 4, 3, 3],
  able: [1, 1],
});
const outcomes = () => ({
  tried: [10, 0, 25, 4],
  worked: [3, 0, 9, 1],
  expected: [0.3, 0.2, 0.3, 0.25],
});
const trial = () => ({
  score: Array.from({ length: 60 }, (_, at) => (at * 17) % 61),
  treated: Array.from({ length: 60 }, (_, at) => at % 2),
  response: labels(),
});
const choices = () => ({
  reward: Array.from({ length: 40 }, (_, at) => (at % 4 === 0 ? 1 : 0)),
  propensity: Array.from({ length: 40 }, () => 0.5),
  target: Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? 0.9 : 0.4)),
});
const drawn = <Posterior extends { readonly kind: string }>(posterior: Posterior) =>
  asGiven(posterior as Extract<Posterior, { readonly kind: "drawn" }>);
const betaGeometricDrawn = () =>
  drawn(kernels.betaGeometricPosterior(orders(), "bg-nbd", "weak", stream(), 200));
const gammaGammaDrawn = () => drawn(kernels.gammaGammaPosterior(spend(), "weak", stream(), 200));

const modelOfFit = () => asGiven(kernels.fitScore(fitTraits(), labels()) as kernels.FitScoreModel);
const card = () => kernels.scorecard(columns(), labels(), { fill: true }) as kernels.ScorecardModel;
const rates = () =>
  asGiven(
    kernels.playbookRates(outcomes(), stream(), { draws: 100 }) as Extract<
      kernels.PlaybookRates,
      { readonly kind: "learned" }
    >,
  );
const calibrated = () =>
  asGiven(
    kernels.calibrateGrowth(growing()) as Extract<
      kernels.GrowthCalibration,
      { readonly kind: "calibrated" }
    >,
  );
const decay = (_time: number, levels: Float64Array, flows: Float64Array) => {
  flows[0] = -0.1 * (levels[0] as number);
};

/** A good call of every function that takes figures. */
export const goodCalls: Partial<Record<keyof Kernels, Call>> = {
  logGamma: () => [2.5],
  digamma: () => [2.5],
  trigamma: () => [2.5],
  logBeta: () => [2.5, 3],
  logHypergeometric: () => [1.5, 2, 3.5, 0.4],
  incompleteBeta: () => [2, 3, 0.4],
  inverseIncompleteBeta: () => [2, 3, 0.4],
  incompleteGamma: () => [2, 1.5],
  upperIncompleteGamma: () => [2, 1.5],
  inverseIncompleteGamma: () => [2, 0.4],
  normalQuantile: () => [0.3],
  smoothImportanceWeights: () => [series()],
  drawPoisson: () => [stream(), 3],
  quantile: () => [series(), 0.3],
  quantiles: () => [series(), [0.1, 0.9]],
  weightedQuantiles: () => [series(), series(), [0.1, 0.9]],
  randomStream: () => [7],
  median: () => [series()],
  medianAbsoluteDeviation: () => [series()],
  trimmedMean: () => [series(), 0.1],
  huberMean: () => [series(), 1.5],

  fitBetaGeometric: () => [orders(), "bg-nbd", "weak"],
  betaGeometricLogLikelihood: () => [orders(), "mbg-nbd", betaGeometric()],
  betaGeometricPosterior: () => [orders(), "bg-nbd", "weak", stream(), 200],
  betaGeometricDraws: () => [betaGeometricDrawn(), 20, stream()],
  weakBetaGeometricPrior: () => [orders()],
  probabilityAlive: () => [orders(), "bg-nbd", betaGeometric()],
  expectedOrders: () => [orders(), "bg-nbd", betaGeometric(), 26, 0.001],
  drawOrders: () => [orders(), "bg-nbd", betaGeometric(), 26, stream()],
  orderCountProbability: () => [betaGeometric(), 12, 3],
  lifetimeValue: () => [
    bought(),
    "bg-nbd",
    betaGeometric(),
    gammaGamma(),
    { horizon: 52, discountRate: 0.002, margin: 0.4 },
  ],
  drawLifetimeValue: () => [
    bought(),
    "bg-nbd",
    betaGeometric(),
    gammaGamma(),
    { horizon: 52, discountRate: 0.002, margin: 0.4 },
    stream(),
  ],
  lifetimeValueBands: () => [
    bought(),
    betaGeometricDrawn(),
    gammaGammaDrawn(),
    { horizon: 52, discountRate: 0.002, margin: 0.4 },
    stream(),
    20,
  ],
  predictionBands: () => [Array.from({ length: 20 }, series), [0.8]],
  fitGammaGamma: () => [spend(), "weak"],
  gammaGammaPosterior: () => [spend(), "weak", stream(), 200],
  gammaGammaDraws: () => [gammaGammaDrawn(), 20, stream()],
  expectedSpend: () => [spend(), gammaGamma()],
  drawSpend: () => [spend(), gammaGamma(), stream()],
  fitPareto: () => [orders(), "weak"],
  paretoLogLikelihood: () => [orders(), pareto()],
  paretoPosterior: () => [orders(), "weak", stream(), 200],
  paretoDraws: () => [
    drawn(kernels.paretoPosterior(orders(), "weak", stream(), 200)),
    20,
    stream(),
  ],
  paretoAlive: () => [orders(), pareto()],
  paretoOrders: () => [orders(), pareto(), 26, 0.001],
  drawParetoOrders: () => [orders(), pareto(), 26, stream()],
  weakParetoPrior: () => [orders()],
  fitBetaBernoulli: () => [occasions(), "weak"],
  betaBernoulliPosterior: () => [occasions(), "weak", stream(), 200],
  betaBernoulliDraws: () => [
    drawn(kernels.betaBernoulliPosterior(occasions(), "weak", stream(), 200)),
    20,
    stream(),
  ],
  predictBetaBernoulli: () => [occasions(), betaBernoulli(), 5],
  purchaseCountProbabilities: () => [betaBernoulli(), 6],
  drawPurchases: () => [occasions(), betaBernoulli(), 5, stream()],
  fitShiftedBetaGeometric: () => [renewals(), "weak"],
  shiftedBetaGeometricPosterior: () => [renewals(), "weak", stream(), 200],
  shiftedBetaGeometricDraws: () => [
    drawn(kernels.shiftedBetaGeometricPosterior(renewals(), "weak", stream(), 200)),
    20,
    stream(),
  ],
  survivalByPeriod: () => [shifted(), 12],
  renewalByPeriod: () => [shifted(), 12],
  remainingRenewals: () => [[0, 1, 5], shifted(), 12, 0.05],
  drawRenewals: () => [[0, 1, 5], shifted(), 12, stream()],
  kaplanMeier: () => [[3, 5, 8, 8, 12], [1, 0, 1, 1, 0], 0.95],
  summariseTransactions: () => [log(), 100, "week"],
  backtest: () => [
    weeklyLog(),
    { models: ["bg-nbd"], origins: [365], horizon: 180, end: 700, draws: 20, resamples: 100 },
    stream(),
  ],
  invoiceRhythm: () => [monthly(), 0.8],
  invoiceRhythms: () => [
    { customer: [...monthly().map(() => 1), 2, 2], day: [...monthly(), 3, 90] },
  ],

  countNetPromoters: () => [answers()],
  netPromoterScore: () => [counts(), { population: 60 }],
  weightedNetPromoterScore: () => [answers(), answers().map(() => 1)],
  customerEffort: () => [answers().map((answer) => 1 + (answer % 7)), { population: 60 }],
  customerSatisfaction: () => [14, 20, { population: 60 }],
  rake: () => [
    [{ name: "size", categories: [0, 1, 0, 1, 1, 0], totals: [30, 70] }],
    [1, 1, 1, 1, 1, 1],
  ],
  effectiveAnswers: () => [[1, 2, 1.5]],
  relativeWeights: () => [drivers(), outcome(), "lindeman"],
  relativeWeightIntervals: () => [
    drivers(),
    outcome(),
    "johnson",
    stream(),
    { resamples: 100, level: 0.8 },
  ],
  surveyTrend: () => [
    Array.from({ length: 8 }, (_, at) => ({ answers: 12, mean: 7 + at / 9, meanSquare: 55 + at })),
    { lowest: 0, highest: 10 },
  ],
  netPromoterTrend: () => [Array.from({ length: 8 }, counts), { back: 2, population: 100 }],
  weightedEstimate: () => ["mean", answers(), answers().map(() => 2), { population: 100 }],

  bassDiffusion: () => [bass()],
  bassAdopted: () => [bass(), 4],
  bassPeak: () => [bass()],
  changePoint: () => [series()],
  mannKendall: () => [series()],
  delayLevels: () => [3, 5, 2],
  smoothLevels: () => [3, 5, 2],
  graphFunction: () => [0, 10, [1, 2, 4]],
  earlyWarning: () => [
    [
      { series: series(), worse: "higher" },
      { series: series().toReversed(), worse: "lower" },
      { series: series().map((value, at) => value + (at % 3)), worse: "higher" },
    ],
    stream(),
    { years: 200 },
  ],
  calibrateGrowth: () => [growing()],
  growthStart: () => [kernels.typicalGrowth, { core: 20, rest: 40 }],
  marketGrowth: () => [{ hiringTime: 20, backlog: 8000 }],

  equalFrequencyCuts: () => [series(), 5],
  binnedTrait: () => [series(), [6, 7]],
  nominalTrait: () => [["a", "b", null, "a"]],
  coveredRows: () => [traits(), [{ trait: 0, level: 1 }], 60],
  searchSubgroups: () => [
    traits(),
    { kind: "share", hits: labels() },
    { depth: 2, keep: 5, minimumRows: 3, exponent: 0.5, pseudoRows: 2 },
  ],
  discoverProfile: () => [
    traits(),
    { kind: "share", hits: labels() },
    stream(),
    { permutations: 100, resamples: 5, splits: 3 },
  ],
  areaUnderCurve: () => [chances(), labels(), 0.8],
  reliabilityBins: () => [chances(), labels(), { bins: 5, level: 0.8 }],
  brierScore: () => [chances(), labels()],
  brierParts: () => [chances(), labels(), 5],
  calibrationLine: () => [chances(), labels()],
  stratifiedFolds: () => [labels(), 5, stream()],
  fitFirth: () => [[chances()], labels()],
  fitScore: () => [fitTraits(), labels()],
  fitThresholds: () => [0.3],
  fitTier: () => [
    { probability: 0.4, low: 0.2, high: 0.6 },
    { a: 0.6, b: 0.4, c: 0.2 },
  ],
  scorecard: () => [columns(), labels(), { mostConditions: 2, mostPoints: 5, beam: 3 }],
  scorecardColumns: () => [fitTraits(), { least: 3, thresholds: 3 }],
  conditionColumn: () => [{ kind: "level", trait: 0, level: 1 }, fitTraits()],
  coreAgainstRest: () => [
    labels(),
    chances(),
    stream(),
    { measure: "mean", better: "more", level: 0.8, leastOfEach: 5, resamples: 100 },
  ],
  coreMembership: () => [criteria(), [2, 1], stream(), { draws: 100, concentration: 20 }],
  coreSensitivity: () => [criteria(), [2, 1], stream(), { draws: 100, concentration: 20 }],

  scoreFit: () => [modelOfFit(), fitTraits(), 0.8],
  applyScorecard: () => [card(), columns()],
  shareInterval: () => [12, 40, 0.8],
  crossValidate: () => [
    labels(),
    (_learn: Uint32Array, forecast: Uint32Array) => Float64Array.from(forecast, () => 0.4),
    stream(),
    { folds: 4, repeats: 2, level: 0.8 },
  ],

  simulate: () => [{ flows: decay, initial: [5], start: 0, step: 0.5, steps: 10, method: "euler" }],
  simulateStocks: () => [
    { flows: decay, initial: [5], start: 0, step: 0.5, steps: 10, method: "runge-kutta" },
    [0],
  ],
  simulateBands: () => [
    {
      ...{ start: 0, step: 0.5, steps: 10, method: "euler", runs: 20, random: stream() },
      draw: (random: kernels.RandomStream) => ({ flows: decay, initial: [random.uniform()] }),
      ...{ watch: [0], probabilities: [0.1, 0.9] },
    },
  ],
  growthAssumptions: () => [{ priceRise: 0.1 }, calibrated().estimates.map(asGiven)],
  growthModel: () => [
    kernels.typicalGrowth,
    kernels.growthStart(kernels.typicalGrowth, { core: 20, rest: 40 }),
    { priceRise: 0.1, servingShift: 0.05, cut: 0, pricePressure: 0 },
  ],
  growthBands: () => [
    {
      ...{ history: growing(), scenarios: [{ priceRise: 0.1 }], months: 12, runs: 20 },
      ...{ random: stream(), probabilities: [0.1, 0.9], calibration: calibrated() },
    },
  ],
  maximise: () => [
    ([x]: readonly number[]) => ({
      value: -((x as number) ** 2),
      gradient: [-2 * (x as number)],
      hessian: [-2],
    }),
    [3],
    1e-9,
    50,
  ],
  choosePlaybook: () => [rates(), [100, 80, 60, 120], stream(), { tie: 0.1, explore: 0.1 }],
  predictionInterval: () => [
    betaGeometricDrawn(),
    ({ r, alpha }: kernels.BetaGeometricParameters) => Float64Array.of(r / alpha),
    stream(),
    20,
    0.8,
  ],

  holdout: () => [["a", "b", "c"], 0.15, 7],
  offPolicyValue: () => [choices(), { mostWeight: 10, level: 0.8 }],
  playbookRates: () => [outcomes(), stream(), { draws: 100 }],
  responseUplift: () => [{ customers: 100, responded: 12 }, { customers: 90, responded: 8 }, 0.8],
  segmentUplift: () => [
    { treated: [50, 30], treatedResponded: [9, 3], heldOut: [40, 30], heldOutResponded: [4, 3] },
    stream(),
  ],
  upliftRanking: () => [trial(), stream(), { level: 0.8, resamples: 100, points: 10 }],
  planWeeks: () => [actions(), team(), { mostPerCustomer: 2 }],
};
