import { type GrowthParameters, growthParameterNames } from "./growth-parameters.ts";
import { normalLoad, normalWait, waitOf } from "./service-wait.ts";
import type { Flows } from "./stock-and-flow.ts";

/** The stocks of the growth model, in their order. */
export const growthStocks = [
  "core",
  "rest",
  "pipeline",
  "backlog",
  "people",
  "sellingShare",
  "satisfaction",
  "reputation",
  "price",
  "customaryRevenue",
] as const;

export type GrowthStock = (typeof growthStocks)[number];

/** Length of a step in months. No time of the model may be shorter. */
export const growthStep = 0.25;

/** Most of the hours that a firm sells with. */
export const mostSelling = 0.9;
/** Months over which a firm gets used to its revenue. */
const customTime = 12;

/** What the firm, or its market, does from the start of a run on. All zero: it goes on as it did. */
export type GrowthPolicy = {
  /** Part of all hours that moves from selling to serving; below zero the other way round. */
  readonly servingShift: number;
  /** Part by which the price rises, as contracts are renewed. */
  readonly priceRise: number;
  /** Part of the hours of a job that is left out, at the same fee. */
  readonly cut: number;
  /** Part by which the market pushes the price down in a year. */
  readonly pricePressure: number;
};

export const unchangedGrowth: GrowthPolicy = {
  servingShift: 0,
  priceRise: 0,
  cut: 0,
  pricePressure: 0,
};

/** Chance, month by month: standard normal numbers, or none for the expected course. */
export type GrowthShocks = Readonly<
  Record<"wonCore" | "wonRest" | "lostCore" | "lostRest" | "people" | "selling", Float64Array>
>;

/** What the model works out on the way; flows a month. */
export type GrowthMoment = {
  readonly revenue: number;
  readonly wonCore: number;
  readonly wonRest: number;
  readonly lostCore: number;
  readonly lostRest: number;
  readonly sellingHours: number;
  readonly servingHours: number;
  /** Agreed hours asked for, and delivered. */
  readonly asked: number;
  readonly delivered: number;
  /** Months from asked to delivered. */
  readonly wait: number;
};

/**
 * The growth model of a service firm: customers ask for work; work waits when serving hours are
 * short; waiting and cuts make them less satisfied, after a while; the less satisfied leave sooner
 * and recommend less; where revenue falls behind what the firm is used to, it moves hours from
 * serving to selling. Months and money; gives what `simulate` needs, to be run from time 0 in steps
 * of `growthStep` by Euler's method.
 *
 * Structure after Forrester (1968) and Oliva and Sterman (2001); all equations are in
 * docs/models/growth-model.md.
 *
 * @param initial a level for each of `growthStocks`; `growthStart` gives them
 * @throws RangeError for a parameter not above zero, a time shorter than a step, a level below
 *   zero, or a policy out of range
 */
export function growthModel(
  parameters: GrowthParameters,
  initial: ArrayLike<number>,
  policy: Partial<GrowthPolicy> = {},
  shocks?: GrowthShocks,
): {
  readonly initial: Float64Array;
  readonly flows: Flows;
  readonly momentOf: (time: number, levels: ArrayLike<number>) => GrowthMoment;
  /** What the latest call of `flows` worked out; written over by the next. */
  readonly latest: GrowthMoment;
} {
  const chosen = { ...unchangedGrowth, ...policy };
  checkParameters(parameters);
  checkPolicy(chosen);
  if (initial.length !== growthStocks.length)
    throw new RangeError(`${growthStocks.length} levels are needed, got ${initial.length}`);
  for (const [at, stock] of growthStocks.entries()) {
    const level = initial[at] as number;
    if (!(level >= 0 && Number.isFinite(level)))
      throw new RangeError(`${stock} starts at ${level}`);
  }
  return growthEquations(parameters, initial, chosen, shocks);
}

/** The same without the checks, for the inside of a search. */
export function growthEquations(
  parameters: GrowthParameters,
  initial: ArrayLike<number>,
  policy: GrowthPolicy,
  shocks?: GrowthShocks,
): ReturnType<typeof growthModel> {
  const p = parameters;
  const coreOfWins = p.coreToRestWins / (1 + p.coreToRestWins);
  const firstPrice = initial[8] as number;
  const aim = firstPrice * (1 + policy.priceRise);
  const cutEffect = (1 - policy.cut) ** p.cutToSatisfaction;
  const now = {
    revenue: 0,
    wonCore: 0,
    wonRest: 0,
    lostCore: 0,
    lostRest: 0,
    sellingHours: 0,
    servingHours: 0,
    asked: 0,
    delivered: 0,
    wait: 0,
  };
  let satisfactionNow = 1;

  function reckon(time: number, levels: ArrayLike<number>): void {
    const core = levels[0] as number;
    const rest = levels[1] as number;
    const pipeline = levels[2] as number;
    const backlog = levels[3] as number;
    const hours = (levels[4] as number) * p.hoursPerPerson;
    const share = levels[5] as number;
    const satisfaction = levels[6] as number;
    const price = levels[8] as number;
    now.sellingHours = share * hours;
    now.servingHours = hours - now.sellingHours;
    now.asked = p.hoursPerCore * core + p.hoursPerRest * rest;
    // A cut makes an hour stand for more than one that was agreed.
    const capacity = now.servingHours / (1 - policy.cut);
    const atHand = capacity > 0 ? backlog / (capacity * p.handlingTime) : Number.POSITIVE_INFINITY;
    now.delivered = capacity * -Math.expm1(-atHand);
    const busy = waitOf(Math.min(atHand, 1e6));
    now.wait = p.handlingTime * busy;
    now.revenue = p.hourlyRate * price * now.delivered;
    satisfactionNow = cutEffect * (busy / normalWait) ** -p.waitToSatisfaction;
    const leaving = satisfaction ** -p.satisfactionToChurn * price ** p.priceToChurn;
    const month = Math.floor(time + 1e-9);
    const won = pipeline / p.salesCycle;
    now.wonCore = withChance(coreOfWins * won, shocks?.wonCore[month]);
    now.wonRest = withChance((1 - coreOfWins) * won, shocks?.wonRest[month]);
    now.lostCore = Math.min(
      core,
      withChance(p.coreChurn * leaving * core, shocks?.lostCore[month]),
    );
    now.lostRest = Math.min(
      rest,
      withChance(p.restChurn * leaving * rest, shocks?.lostRest[month]),
    );
  }

  const flows: Flows = (time, levels, net) => {
    reckon(time, levels);
    const customers = (levels[0] as number) + (levels[1] as number);
    const people = levels[4] as number;
    const share = levels[5] as number;
    const satisfaction = levels[6] as number;
    const reputation = levels[7] as number;
    const price = levels[8] as number;
    const custom = levels[9] as number;
    const month = Math.floor(time + 1e-9);
    const courted = p.winsPerHour * now.sellingHours + p.referral * reputation * customers;
    net[0] = now.wonCore - now.lostCore;
    net[1] = now.wonRest - now.lostRest;
    net[2] = courted * price ** -p.priceToWins - (levels[2] as number) / p.salesCycle;
    net[3] = now.asked - now.delivered;
    const load = now.servingHours > 0 ? now.asked / now.servingHours : 2 * normalLoad;
    const strain = Math.min(1, load / normalLoad - 1);
    net[4] = people * (p.hiringReaction * strain + p.peopleNoise * (shocks?.people[month] ?? 0));
    const missed = custom > 0 ? 1 - now.revenue / custom : 0;
    const wanted = p.usualSellingShare * Math.exp(p.sellingReaction * missed) - policy.servingShift;
    const moved = (within(0, wanted, mostSelling) - share) / p.policyTime;
    const wobble = share * p.sellingNoise * (shocks?.selling[month] ?? 0);
    net[5] = within(-share / growthStep, moved + wobble, (mostSelling - share) / growthStep);
    net[6] = (satisfactionNow - satisfaction) / p.perceptionTime;
    net[7] = (satisfaction - reputation) / p.reputationTime;
    net[8] = (aim * Math.exp((-policy.pricePressure * time) / 12) - price) / p.renewalTime;
    net[9] = (now.revenue - custom) / customTime;
  };

  return {
    initial: Float64Array.from(initial),
    flows,
    latest: now,
    momentOf: (time, levels) => {
      reckon(time, levels);
      return { ...now };
    },
  };
}

/**
 * A count a month that varies as Poisson's does, around the same mean and never below zero
 * (log-normal).
 */
function withChance(mean: number, shock: number | undefined): number {
  if (shock === undefined || mean <= 0) return mean;
  const variance = Math.log1p(1 / mean);
  return mean * Math.exp(Math.sqrt(variance) * shock - variance / 2);
}

function within(lowest: number, value: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

const times = [
  "salesCycle",
  "handlingTime",
  "perceptionTime",
  "reputationTime",
  "renewalTime",
  "policyTime",
] as const;

function checkParameters(parameters: GrowthParameters): void {
  for (const name of growthParameterNames)
    if (!(parameters[name] > 0 && Number.isFinite(parameters[name])))
      throw new RangeError(`${name} is ${parameters[name]}, not above zero`);
  for (const name of times)
    if (parameters[name] < growthStep)
      throw new RangeError(`${name} is ${parameters[name]}, shorter than a step of ${growthStep}`);
}

function checkPolicy(policy: GrowthPolicy): void {
  const { servingShift, priceRise, cut, pricePressure } = policy;
  if (!(Math.abs(servingShift) <= 1)) throw new RangeError(`servingShift is ${servingShift}`);
  if (!(priceRise > -1 && priceRise <= 10)) throw new RangeError(`priceRise is ${priceRise}`);
  if (!(cut >= 0 && cut < 1)) throw new RangeError(`cut is ${cut}, not from zero to below one`);
  if (!(Math.abs(pricePressure) <= 10)) throw new RangeError(`pricePressure is ${pricePressure}`);
}
