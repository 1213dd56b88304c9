import { delayFlows, delayLevels } from "./delay.ts";
import { graphFunction } from "./graph-function.ts";
import type { Flows } from "./stock-and-flow.ts";

/** The choices of Forrester's market growth model (1968); times in months, money in dollars. */
export type MarketGrowth = {
  /** Whether salesmen sell (as against a fixed number of them). */
  readonly salesLoop: boolean;
  /** Whether the market answers to the delivery delay (as against a fixed effectiveness). */
  readonly marketLoop: boolean;
  /** Whether capacity is ordered on the delivery delay. */
  readonly capacityLoop: boolean;
  /** Salesmen who sell where `salesLoop` is off. */
  readonly fixedSalesmen: number;
  /** Time in which the number of salesmen follows the budget. */
  readonly hiringTime: number;
  /** Monthly salary of a salesman. */
  readonly salary: number;
  /** Part of the price of a unit that goes to sales. */
  readonly revenueToSales: number;
  /** Time over which deliveries are averaged for the budget. */
  readonly budgetTime: number;
  /** Capacity at the start, units a month. */
  readonly initialCapacity: number;
  /** Time in which ordered capacity arrives. */
  readonly capacityTime: number;
  /** Delivery delay that the firm strives for. */
  readonly delayGoal: number;
  /** Weight of tradition, against the goal, in what the firm finds a normal delay: 0 to 1. */
  readonly traditionWeight: number;
  /** Pressure that the firm tolerates before it orders capacity. */
  readonly delayBias: number;
  readonly delaySeenByFirmTime: number;
  readonly delaySeenByMarketTime: number;
  readonly traditionTime: number;
  /** Units that a salesman sells in a month at best. */
  readonly salesEffectiveness: number;
  /** Effectiveness as a fraction of the best, before and from `effectivenessChange` on, without market loop. */
  readonly effectivenessBefore: number;
  readonly effectivenessAfter: number;
  readonly effectivenessChange: number;
  readonly salesmen: number;
  readonly backlog: number;
};

/** The published values, all loops off. */
export const marketGrowthDefaults: MarketGrowth = {
  salesLoop: false,
  marketLoop: false,
  capacityLoop: false,
  fixedSalesmen: 60,
  hiringTime: 20,
  salary: 2000,
  revenueToSales: 12,
  budgetTime: 1,
  initialCapacity: 12000,
  capacityTime: 12,
  delayGoal: 2,
  traditionWeight: 0,
  delayBias: 0.3,
  delaySeenByFirmTime: 4,
  delaySeenByMarketTime: 6,
  traditionTime: 12,
  salesEffectiveness: 400,
  effectivenessBefore: 1,
  effectivenessAfter: 1,
  effectivenessChange: 36,
  salesmen: 10,
  backlog: 8000,
};

const capacityUse = graphFunction(0, 5, [0, 0.25, 0.5, 0.67, 0.8, 0.87, 0.93, 0.95, 0.97, 0.98, 1]);
const effectivenessOfDelay = graphFunction(
  0,
  10,
  [1, 0.97, 0.87, 0.73, 0.53, 0.38, 0.25, 0.15, 0.08, 0.03, 0.02],
);
const capacityExpansion = graphFunction(0, 2.5, [-0.07, -0.02, 0, 0.02, 0.07, 0.15]);

/** The stocks of the model in their order; the last three are capacity on order. */
export const marketGrowthStocks = [
  "salesmen",
  "backlog",
  "capacity",
  "averageDeliveries",
  "delaySeenByFirm",
  "delaySeenByMarket",
  "traditionalDelay",
  "capacityOnOrderFirst",
  "capacityOnOrderSecond",
  "capacityOnOrderThird",
] as const;

/** What the model works out on the way, for a chart beside the stocks. */
export type MarketGrowthMoment = {
  readonly ordersBooked: number;
  readonly deliveries: number;
  readonly salesEffectiveness: number;
};

/**
 * Forrester's market growth model (1968): salesmen bring orders, orders bring the budget for more salesmen; a
 * backlog beyond capacity lengthens the delivery delay, which puts the market off, and leads the firm to
 * order capacity that arrives late. Gives what `simulate` needs.
 *
 * @throws RangeError for a value that is not finite, or a time, capacity, goal or salary that is not above zero
 */
export function marketGrowth(choices: Partial<MarketGrowth> = {}): {
  readonly initial: Float64Array;
  readonly flows: Flows;
  readonly momentOf: (time: number, levels: ArrayLike<number>) => MarketGrowthMoment;
} {
  const model = { ...marketGrowthDefaults, ...choices };
  checkMarketGrowth(model);

  function ordered(capacity: number, delaySeen: number, tradition: number): number {
    if (!model.capacityLoop) return 0;
    const normal =
      tradition * model.traditionWeight + model.delayGoal * (1 - model.traditionWeight);
    return capacity * capacityExpansion(delaySeen / normal - model.delayBias);
  }

  function deliveriesOf(capacity: number, backlog: number): number {
    return capacity * capacityUse(backlog / capacity);
  }

  function effectiveness(time: number, delaySeen: number): number {
    if (model.marketLoop) return model.salesEffectiveness * effectivenessOfDelay(delaySeen);
    const changed = time >= model.effectivenessChange;
    const fraction = changed ? model.effectivenessAfter : model.effectivenessBefore;
    return model.salesEffectiveness * fraction;
  }

  const deliveries = deliveriesOf(model.initialCapacity, model.backlog);
  const delay = model.backlog / deliveries;
  const initial = Float64Array.of(
    model.salesmen,
    model.backlog,
    model.initialCapacity,
    deliveries,
    delay,
    delay,
    delay,
    ...delayLevels(3, ordered(model.initialCapacity, delay, delay), model.capacityTime),
  );

  const flows: Flows = (time, levels, net) => {
    const salesmen = levels[0] as number;
    const backlog = levels[1] as number;
    const capacity = levels[2] as number;
    const average = levels[3] as number;
    const seenByFirm = levels[4] as number;
    const seenByMarket = levels[5] as number;
    const tradition = levels[6] as number;
    const sent = deliveriesOf(capacity, backlog);
    const selling = model.salesLoop ? salesmen : model.fixedSalesmen;
    net[0] = ((average * model.revenueToSales) / model.salary - salesmen) / model.hiringTime;
    net[1] = selling * effectiveness(time, seenByMarket) - sent;
    net[3] = (sent - average) / model.budgetTime;
    net[4] = (backlog / average - seenByFirm) / model.delaySeenByFirmTime;
    net[5] = (seenByFirm - seenByMarket) / model.delaySeenByMarketTime;
    net[6] = (seenByFirm - tradition) / model.traditionTime;
    const order = ordered(capacity, seenByFirm, tradition);
    net[2] = delayFlows(3, order, model.capacityTime, levels, net, 7);
  };

  function momentOf(time: number, levels: ArrayLike<number>): MarketGrowthMoment {
    const salesEffectiveness = effectiveness(time, levels[5] as number);
    return {
      ordersBooked:
        (model.salesLoop ? (levels[0] as number) : model.fixedSalesmen) * salesEffectiveness,
      deliveries: deliveriesOf(levels[2] as number, levels[1] as number),
      salesEffectiveness,
    };
  }

  return { initial, flows, momentOf };
}

function checkMarketGrowth(model: MarketGrowth): void {
  for (const [name, value] of Object.entries(model))
    if (typeof value === "number" && !Number.isFinite(value))
      throw new RangeError(`${name} is ${value}`);
  for (const name of [
    "hiringTime",
    "salary",
    "budgetTime",
    "initialCapacity",
    "capacityTime",
    "delayGoal",
    "delaySeenByFirmTime",
    "delaySeenByMarketTime",
    "traditionTime",
    "backlog",
  ] as const)
    if (!(model[name] > 0)) throw new RangeError(`${name} is ${model[name]}, not above zero`);
}
