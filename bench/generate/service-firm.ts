import type {
  BetaBernoulliParameters,
  BetaGeometricParameters,
  GammaGammaParameters,
  RandomStream,
  ShiftedBetaGeometricParameters,
} from "@koers/kernels";

/** Project customers of a service firm, with what will happen to them. Times in months. */
export type ProjectCustomers = {
  readonly repeats: Float64Array;
  readonly last: Float64Array;
  readonly age: Float64Array;
  /** Mean amount of the repeat orders; 0 where there is none. */
  readonly spend: Float64Array;
  /** Whether they are still a customer at the end of observation: 1 or 0. */
  readonly alive: Float64Array;
  /** Orders in the months ahead, and their amounts together. */
  readonly ordersAhead: Float64Array;
  readonly amountAhead: Float64Array;
  /** What a next order would be, whether it comes or not. */
  readonly nextAmount: Float64Array;
};

/** Customers won over six years, as the BG/NBD and the Gamma-Gamma make them. */
export function projectCustomers(
  count: number,
  orders: BetaGeometricParameters,
  spend: GammaGammaParameters,
  monthsAhead: number,
  stream: RandomStream,
): ProjectCustomers {
  const column = () => new Float64Array(count);
  const made = {
    repeats: column(),
    last: column(),
    age: column(),
    spend: column(),
    alive: column(),
    ordersAhead: column(),
    amountAhead: column(),
    nextAmount: column(),
  };
  for (let customer = 0; customer < count; customer += 1) {
    const age = 3 + 69 * stream.uniform();
    const rate = stream.gamma(orders.r) / orders.alpha;
    const leaving = stream.beta(orders.a, orders.b);
    const spendRate = stream.gamma(spend.q) / spend.v;
    let alive = 1;
    let repeats = 0;
    let last = 0;
    let amount = 0;
    for (let moment = -Math.log(stream.uniform()) / rate; moment < age + monthsAhead; ) {
      const worth = stream.gamma(spend.p) / spendRate;
      if (moment <= age) {
        repeats += 1;
        last = moment;
        amount += worth;
      } else {
        made.ordersAhead[customer] = (made.ordersAhead[customer] as number) + 1;
        made.amountAhead[customer] = (made.amountAhead[customer] as number) + worth;
      }
      if (stream.uniform() < leaving) {
        if (moment <= age) alive = 0;
        break;
      }
      moment -= Math.log(stream.uniform()) / rate;
    }
    made.repeats[customer] = repeats;
    made.last[customer] = last;
    made.age[customer] = age;
    made.spend[customer] = repeats === 0 ? 0 : amount / repeats;
    made.alive[customer] = alive;
    made.nextAmount[customer] = stream.gamma(spend.p) / spendRate;
  }
  return made;
}

/** Yearly contracts, with the renewals of each customer who is still there in the years ahead. */
export type Contracts = {
  readonly lost: Float64Array;
  readonly running: Float64Array;
  readonly renewed: Float64Array;
  readonly renewalsAhead: Float64Array;
};

/** Contracts signed over six years, as the shifted beta-geometric makes them. */
export function contracts(
  count: number,
  { alpha, beta }: ShiftedBetaGeometricParameters,
  yearsAhead: number,
  stream: RandomStream,
): Contracts {
  const years = 6;
  const lost = new Float64Array(years);
  const running = new Float64Array(years);
  const renewed: number[] = [];
  const renewalsAhead: number[] = [];
  for (let customer = 0; customer < count; customer += 1) {
    const observed = 1 + stream.integer(years);
    const leaving = stream.beta(alpha, beta);
    let year = 1;
    while (stream.uniform() >= leaving && year <= observed + yearsAhead) year += 1;
    if (year <= observed) lost[year - 1] = (lost[year - 1] as number) + 1;
    else {
      running[observed - 1] = (running[observed - 1] as number) + 1;
      renewed.push(observed);
      renewalsAhead.push(year - 1 - observed);
    }
  }
  return {
    lost,
    running,
    renewed: Float64Array.from(renewed),
    renewalsAhead: Float64Array.from(renewalsAhead),
  };
}

/** Buying once a season at most, with the purchases in the seasons ahead. */
export type Seasons = {
  readonly bought: Float64Array;
  readonly last: Float64Array;
  readonly occasions: Float64Array;
  readonly customers: Float64Array;
  readonly purchasesAhead: Float64Array;
};

/** Customers won over eight seasons, as the BG/BB makes them. */
export function seasons(
  count: number,
  { alpha, beta, gamma, delta }: BetaBernoulliParameters,
  seasonsAhead: number,
  stream: RandomStream,
): Seasons {
  const column = () => new Float64Array(count);
  const made = {
    bought: column(),
    last: column(),
    occasions: column(),
    customers: column().fill(1),
    purchasesAhead: column(),
  };
  for (let customer = 0; customer < count; customer += 1) {
    const observed = 2 + stream.integer(7);
    const buying = stream.beta(alpha, beta);
    const leaving = stream.beta(gamma, delta);
    made.occasions[customer] = observed;
    for (let season = 1; season <= observed + seasonsAhead; season += 1) {
      if (stream.uniform() < leaving) break;
      if (stream.uniform() >= buying) continue;
      if (season > observed)
        made.purchasesAhead[customer] = (made.purchasesAhead[customer] as number) + 1;
      else {
        made.bought[customer] = (made.bought[customer] as number) + 1;
        made.last[customer] = season;
      }
    }
  }
  return made;
}
