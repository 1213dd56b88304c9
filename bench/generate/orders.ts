import {
  type BetaGeometricParameters,
  type GammaGammaParameters,
  type RandomStream,
  randomStream,
} from "@koers/kernels";

/** The customers of CDNOW as the BG/NBD and the Gamma-Gamma see them, in weeks and dollars. */
export const cdnowTruth = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
export const cdnowSpend = { p: 6.25, q: 3.74, v: 15.44 } as const;

/** `staggered`: first orders over 12 weeks, then 27 to be observed. `rolling`: over two years. */
export type Starts = "staggered" | "rolling";

/** Customers as the models take them, in weeks on a grid of days. */
export type OrderRows = {
  readonly repeats: Float64Array;
  readonly last: Float64Array;
  readonly age: Float64Array;
};

/** Transactions in no order that means anything, at most one a customer and day. */
export type OrderLog = {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
  /** The last day that is observed. */
  readonly end: number;
};

const endOf: Readonly<Record<Starts, number>> = { staggered: 272, rolling: 730 };
const lastStart: Readonly<Record<Starts, number>> = { staggered: 84, rolling: 730 };

/**
 * The days of a customer's orders from the first up to `end`, as the BG/NBD makes them. Orders
 * come at moments; those on one day are one order.
 */
function orderDays(
  stream: RandomStream,
  { r, alpha, a, b }: BetaGeometricParameters,
  start: number,
  end: number,
): number[] {
  const days = [start];
  const weeklyRate = stream.gamma(r) / alpha;
  const leaving = stream.beta(a, b);
  let moment = start + 0.5;
  for (;;) {
    moment -= (7 * Math.log(stream.uniform())) / weeklyRate;
    if (!(moment < end + 1)) return days;
    const day = Math.floor(moment);
    if (day !== days.at(-1)) days.push(day);
    if (stream.uniform() < leaving) return days;
  }
}

function starts(stream: RandomStream, kind: Starts): number {
  return stream.integer(lastStart[kind]);
}

/** Rows of (x, t_x, T) of so many customers; the same ones each time they are asked for. */
export function orderRows(
  customers: number,
  kind: Starts,
  seed = 20_251_121,
  truth: BetaGeometricParameters = cdnowTruth,
): OrderRows {
  const stream = randomStream(seed);
  const end = endOf[kind];
  const repeats = new Float64Array(customers);
  const last = new Float64Array(customers);
  const age = new Float64Array(customers);
  for (let customer = 0; customer < customers; customer += 1) {
    const start = starts(stream, kind);
    const days = orderDays(stream, truth, start, end);
    repeats[customer] = days.length - 1;
    last[customer] = ((days.at(-1) as number) - start) / 7;
    age[customer] = (end - start) / 7;
  }
  return { repeats, last, age };
}

/** The log of all transactions of so many customers, with amounts as the Gamma-Gamma makes them. */
export function orderLog(
  customers: number,
  kind: Starts,
  seed = 20_251_121,
  truth: BetaGeometricParameters = cdnowTruth,
  spend: GammaGammaParameters = cdnowSpend,
): OrderLog {
  const stream = randomStream(seed);
  const end = endOf[kind];
  const customer: number[] = [];
  const day: number[] = [];
  const amount: number[] = [];
  for (let who = 0; who < customers; who += 1) {
    const rate = stream.gamma(spend.q) / spend.v;
    for (const on of orderDays(stream, truth, starts(stream, kind), end)) {
      customer.push(who);
      day.push(on);
      amount.push(stream.gamma(spend.p) / rate);
    }
  }
  return {
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    amount: Float64Array.from(amount),
    end,
  };
}
