// How often the intervals of the value kernels hold the truth where there are few customers.
import {
  type BetaBernoulliParameters,
  type BetaGeometricModel,
  type BetaGeometricParameters,
  betaBernoulliDraws,
  betaBernoulliPosterior,
  betaGeometricDraws,
  betaGeometricPosterior,
  drawLifetimeValue,
  drawOrders,
  drawPurchases,
  drawRenewals,
  drawSpend,
  expectedOrders,
  expectedSpend,
  type GammaGammaParameters,
  gammaGammaDraws,
  gammaGammaPosterior,
  lifetimeValue,
  predictBetaBernoulli,
  predictionBands,
  probabilityAlive,
  type RandomStream,
  randomStream,
  remainingRenewals,
  type ShiftedBetaGeometricParameters,
  shiftedBetaGeometricDraws,
  shiftedBetaGeometricPosterior,
  survivalByPeriod,
} from "@koers/kernels";
import { contracts, projectCustomers, seasons } from "../generate/service-firm.ts";
import { type CoverageCount, countCoverage } from "./coverage.ts";

/** What trials on small samples came to. */
export type SmallSamples = {
  readonly trials: number;
  /** Posteriors that could not be had: there are none under the weak prior. */
  readonly failures: number;
  /** Posteriors whose k-hat says that they cannot be relied on. */
  readonly unreliable: number;
  readonly coverage: CoverageCount;
};

type Tally = { failures: number; unreliable: number };

/** Customers with what they did after the end of observation. */
export type KnownCustomers = {
  readonly repeats: ArrayLike<number>;
  readonly last: ArrayLike<number>;
  readonly age: ArrayLike<number>;
  readonly spend: ArrayLike<number>;
  readonly ordersAhead: ArrayLike<number>;
  /** What the orders ahead amount to; where it is known. */
  readonly amountAhead?: ArrayLike<number>;
  /** What a next order is or would be; where it is known. */
  readonly nextAmount?: ArrayLike<number>;
};

const drawn = 1000;
const sets = 250;

function total(values: ArrayLike<number>): Float64Array {
  return Float64Array.of(Array.from(values).reduce((sum, value) => sum + value, 0));
}

/** A posterior, or null where there is none, which is counted. */
function counted<P extends { readonly kind: string }>(
  posterior: P,
  tally: Tally,
): Extract<P, { readonly kind: "drawn" }> | null {
  if (posterior.kind !== "drawn") {
    tally.failures += 1;
    return null;
  }
  const found = posterior as Extract<P, { readonly kind: "drawn" }>;
  if ((found as unknown as { reliable: boolean }).reliable === false) tally.unreliable += 1;
  return found;
}

function parameterBands<P extends Readonly<Record<string, number>>>(
  coverage: CoverageCount,
  draws: readonly P[],
  truth: P,
): void {
  for (const name of Object.keys(truth))
    coverage.bands(
      `parameter ${name}`,
      predictionBands(draws.map((set) => Float64Array.of(set[name] as number))),
      [truth[name] as number],
    );
}

/** What orders and their value come to, for customers whose future is known. */
function ordersAhead(
  customers: KnownCustomers,
  model: BetaGeometricModel,
  horizon: number,
  stream: RandomStream,
  coverage: CoverageCount,
  tally: Tally,
  truth?: { readonly orders: BetaGeometricParameters; readonly spend: GammaGammaParameters },
): void {
  const posterior = counted(
    betaGeometricPosterior(customers, model, "weak", stream.split(1), drawn),
    tally,
  );
  const spendPosterior = counted(
    gammaGammaPosterior(customers, "weak", stream.split(2), drawn),
    tally,
  );
  if (posterior === null) return;
  const orders = betaGeometricDraws(posterior, sets, stream.split(3));
  const futures = orders.map((set) => drawOrders(customers, model, set, horizon, stream));
  coverage.bands(
    "orders of the base, that come",
    predictionBands(futures.map(total)),
    total(customers.ordersAhead),
  );
  coverage.bands(
    "orders of a customer, that come",
    predictionBands(futures),
    customers.ordersAhead,
  );
  // The expected orders take most of the time: they are asked for only where the truth is known.
  const expected =
    truth === undefined ? [] : orders.map((set) => expectedOrders(customers, model, set, horizon));
  if (truth !== undefined) {
    parameterBands(coverage, orders, truth.orders);
    const trueOrders = expectedOrders(customers, model, truth.orders, horizon);
    coverage.bands(
      "orders of the base, expected",
      predictionBands(expected.map(total)),
      total(trueOrders),
    );
    coverage.bands("orders of a customer, expected", predictionBands(expected), trueOrders);
    coverage.bands(
      "alive",
      predictionBands(orders.map((set) => probabilityAlive(customers, model, set))),
      probabilityAlive(customers, model, truth.orders),
    );
  }
  if (spendPosterior === null) return;
  const spends = gammaGammaDraws(spendPosterior, sets, stream.split(4));
  const terms = { horizon, discountRate: 0, margin: 1 };
  if (customers.amountAhead !== undefined) {
    const values = orders.map((set, k) =>
      drawLifetimeValue(customers, model, set, spends[k] as GammaGammaParameters, terms, stream),
    );
    coverage.bands(
      "value of the base, that comes",
      predictionBands(values.map(total)),
      total(customers.amountAhead),
    );
    coverage.bands(
      "value of a customer, that comes",
      predictionBands(values),
      customers.amountAhead,
    );
  }
  if (customers.nextAmount !== undefined)
    coverage.bands(
      "amount of a next order, that comes",
      predictionBands(spends.map((set) => drawSpend(customers, set, stream))),
      customers.nextAmount,
    );
  if (truth !== undefined) {
    parameterBands(coverage, spends, truth.spend);
    const amounts = spends.map((set) => expectedSpend(customers, set));
    const trueAmounts = expectedSpend(customers, truth.spend);
    coverage.bands("spend of a customer, expected", predictionBands(amounts), trueAmounts);
    // As `lifetimeValue` at each set, of which the expected orders are known by now.
    const values = amounts.map((amount, k) =>
      total(amount.map((each, row) => each * (expected[k]?.[row] as number))),
    );
    coverage.bands(
      "value of the base, expected",
      predictionBands(values),
      total(lifetimeValue(customers, model, truth.orders, truth.spend, terms)),
    );
  }
}

function trialsOf(
  trials: number,
  seed: number,
  trial: (stream: RandomStream, coverage: CoverageCount, tally: Tally) => void,
): SmallSamples {
  const coverage = countCoverage();
  const tally: Tally = { failures: 0, unreliable: 0 };
  for (let k = 0; k < trials; k += 1) trial(randomStream(seed).split(k), coverage, tally);
  return { trials, ...tally, coverage };
}

/** Random subsets of customers whose future is known. */
export function subsetsOf(
  all: KnownCustomers,
  size: number,
  trials: number,
  model: BetaGeometricModel,
  horizon: number,
): SmallSamples {
  return trialsOf(trials, 1997 + size, (stream, coverage, tally) => {
    const rows = Array.from({ length: all.age.length }, (_, row) => row);
    for (let k = 0; k < size; k += 1) {
      const other = k + stream.integer(rows.length - k);
      [rows[k], rows[other]] = [rows[other] as number, rows[k] as number];
    }
    const chosen = rows.slice(0, size);
    const pick = (column: ArrayLike<number>) =>
      Float64Array.from(chosen, (row) => column[row] as number);
    const subset = {
      repeats: pick(all.repeats),
      last: pick(all.last),
      age: pick(all.age),
      spend: pick(all.spend),
      ordersAhead: pick(all.ordersAhead),
      ...(all.amountAhead === undefined ? {} : { amountAhead: pick(all.amountAhead) }),
    };
    ordersAhead(subset, model, horizon, stream, coverage, tally);
  });
}

/** Truths of a service firm, in months: one near the centre of the priors and two far from it. */
export const serviceFirms: Readonly<
  Record<string, { readonly orders: BetaGeometricParameters; readonly spend: GammaGammaParameters }>
> = {
  usual: {
    orders: { r: 1.2, alpha: 8, a: 0.6, b: 4 },
    spend: { p: 2, q: 3, v: 15_000 },
  },
  loyal: {
    orders: { r: 4, alpha: 12, a: 0.15, b: 3 },
    spend: { p: 0.8, q: 6, v: 90_000 },
  },
  fickle: {
    orders: { r: 0.4, alpha: 3, a: 2, b: 3 },
    spend: { p: 8, q: 1.8, v: 2_000 },
  },
};

/** Samples of project customers, as `serviceFirms` makes them. */
export function projectsOf(firm: string, size: number, trials: number): SmallSamples {
  const truth = serviceFirms[firm];
  if (truth === undefined) throw new RangeError(`there is no firm ${firm}`);
  return trialsOf(trials, 50 + size, (stream, coverage, tally) => {
    const made = projectCustomers(size, truth.orders, truth.spend, 12, stream);
    ordersAhead(made, "bg-nbd", 12, stream, coverage, tally, truth);
  });
}

/** Samples of yearly contracts, looked at five years ahead. */
export function contractsOf(
  truth: ShiftedBetaGeometricParameters,
  size: number,
  trials: number,
): SmallSamples {
  const ahead = 5;
  return trialsOf(trials, 2007 + size, (stream, coverage, tally) => {
    const made = contracts(size, truth, ahead, stream);
    const posterior = counted(
      shiftedBetaGeometricPosterior(made, "weak", stream.split(1), drawn),
      tally,
    );
    if (posterior === null) return;
    const draws = shiftedBetaGeometricDraws(posterior, sets, stream.split(2));
    parameterBands(coverage, draws, truth);
    coverage.bands(
      "survival by year 10",
      predictionBands(draws.map((set) => survivalByPeriod(set, 10).slice(1))),
      survivalByPeriod(truth, 10).slice(1),
    );
    coverage.bands(
      "renewals of the base, expected",
      predictionBands(draws.map((set) => total(remainingRenewals(made.renewed, set, ahead)))),
      total(remainingRenewals(made.renewed, truth, ahead)),
    );
    const futures = draws.map((set) => drawRenewals(made.renewed, set, ahead, stream));
    coverage.bands(
      "renewals of the base, that come",
      predictionBands(futures.map(total)),
      total(made.renewalsAhead),
    );
    coverage.bands(
      "renewals of a customer, that come",
      predictionBands(futures),
      made.renewalsAhead,
    );
  });
}

/** Samples of customers who buy once a season at most, looked at five seasons ahead. */
export function seasonsOf(
  truth: BetaBernoulliParameters,
  size: number,
  trials: number,
): SmallSamples {
  const ahead = 5;
  return trialsOf(trials, 2010 + size, (stream, coverage, tally) => {
    const made = seasons(size, truth, ahead, stream);
    const posterior = counted(betaBernoulliPosterior(made, "weak", stream.split(1), drawn), tally);
    if (posterior === null) return;
    const draws = betaBernoulliDraws(posterior, sets, stream.split(2));
    parameterBands(coverage, draws, truth);
    const predicted = draws.map((set) => predictBetaBernoulli(made, set, ahead));
    const known = predictBetaBernoulli(made, truth, ahead);
    coverage.bands("alive", predictionBands(predicted.map(({ alive }) => alive)), known.alive);
    coverage.bands(
      "purchases of the base, expected",
      predictionBands(predicted.map(({ purchases }) => total(purchases))),
      total(known.purchases),
    );
    const futures = draws.map((set) => drawPurchases(made, set, ahead, stream));
    coverage.bands(
      "purchases of the base, that come",
      predictionBands(futures.map(total)),
      total(made.purchasesAhead),
    );
    coverage.bands(
      "purchases of a customer, that come",
      predictionBands(futures),
      made.purchasesAhead,
    );
  });
}
