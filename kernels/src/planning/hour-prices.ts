import type { PlanModel } from "./plan-model.ts";
import { type Relaxation, relax } from "./relaxation.ts";

/** Prices of an hour in each slot, and what they imply. */
export type HourPrices = { readonly prices: Float64Array; readonly relaxation: Relaxation };

const mostCommonPrices = 40;
/** Prices of their own tell the slots apart, so the common one has to have a bound that is lower by this part. */
const clearlyBetter = 1e-3;

/**
 * The one price for the hours of all slots that makes the bound lowest. The bound is convex and made of straight
 * pieces, so the tangents on both sides are cut until they meet on it (Kelley 1960).
 */
function commonPrice(model: PlanModel): HourPrices {
  const at = (price: number) => {
    const prices = new Float64Array(model.capacity.length).fill(price);
    const relaxation = relax(model, prices);
    const slope = -relaxation.shortage.reduce((sum, short) => sum + short, 0);
    return { price, prices, relaxation, slope };
  };
  let low = at(0);
  if (low.slope >= 0) return low;
  let high = at(dearestHour(model));
  // Mandatory actions take more hours than there are only within rounding: any price is as good.
  if (high.slope <= 0) return low;
  let best = low.relaxation.bound < high.relaxation.bound ? low : high;
  for (let step = 0; step < mostCommonPrices; step += 1) {
    const meet =
      (high.relaxation.bound -
        low.relaxation.bound -
        high.slope * high.price +
        low.slope * low.price) /
      (low.slope - high.slope);
    if (!(meet > low.price && meet < high.price)) break;
    const next = at(meet);
    const expected = low.relaxation.bound + low.slope * (meet - low.price);
    if (next.relaxation.bound < best.relaxation.bound) best = next;
    if (next.relaxation.bound <= expected + 1e-12 * Math.abs(expected)) break;
    if (next.slope < 0) low = next;
    else high = next;
  }
  return best;
}

/** The most value per hour that any action has: at more nobody would ask for an hour. */
function dearestHour({ hours, value }: PlanModel): number {
  let most = 0;
  for (let action = 0; action < hours.length; action += 1)
    if ((hours[action] as number) > 0)
      most = Math.max(most, (value[action] as number) / (hours[action] as number));
  return most;
}

/**
 * Prices of an hour in each slot that make the bound as low as possible, by subgradient steps after
 * Polyak towards the value of a plan that is known (Held, Wolfe and Crowder 1974), with the direction
 * deflected (Camerini, Fratta and Maffioli 1975). They begin at nothing: where all slots cost the same, a step
 * says little about which is dearer. One price for all is better where everybody is alike.
 *
 * @param known the value of a plan, in units of the model
 */
export function hourPrices(model: PlanModel, known: number, mostSteps: number): HourPrices {
  const alike = alikeSlots(model);
  const common = commonPrice(model);
  let prices: Float64Array = new Float64Array(model.capacity.length);
  let best: HourPrices = { prices, relaxation: relax(model, prices) };
  let at = best.relaxation;
  let direction = new Float64Array(prices.length);
  let eagerness = 1;
  let sinceBetter = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    // What a price of zero pushes further down is no direction.
    const slope = meanOf(at.shortage, alike).map((short, slot) =>
      short < 0 && (prices[slot] as number) <= 0 ? 0 : short,
    );
    direction = slope.map((short, slot) => 0.7 * (direction[slot] as number) + 0.3 * short);
    let square = 0;
    for (const part of direction) square += part * part;
    const gap = at.bound - known;
    if (square < 1e-18 || gap < 1e-9 * Math.abs(at.bound) || eagerness < 1e-4) break;
    const length = (eagerness * gap) / square;
    prices = prices.map((price, slot) => Math.max(0, price + length * (direction[slot] as number)));
    at = relax(model, prices);
    if (at.bound < best.relaxation.bound - 1e-12) {
      best = { prices, relaxation: at };
      sinceBetter = 0;
      continue;
    }
    sinceBetter += 1;
    if (sinceBetter === 12) {
      eagerness *= 0.7;
      sinceBetter = 0;
      prices = best.prices;
      at = best.relaxation;
      direction = new Float64Array(prices.length);
    }
  }
  const clearly = common.relaxation.bound < best.relaxation.bound * (1 - clearlyBetter);
  return clearly ? common : best;
}

/**
 * For each slot the first that is like it: same week, hours and skills. The bound is convex and does not change when
 * alike slots change places, so it is lowest at equal prices; kept equal, they do not take turns in being asked
 * for everything.
 */
function alikeSlots({ capacity, weeks, slotsFor }: PlanModel): Int32Array {
  const first = new Map<string, number>();
  const skills = slotsFor.map((perWeek) => new Set(perWeek.flatMap((slots) => Array.from(slots))));
  return Int32Array.from(capacity, (hours, slot) => {
    const able = skills.map((slots) => (slots.has(slot) ? 1 : 0)).join("");
    const kind = `${slot % weeks} ${hours} ${able}`;
    if (!first.has(kind)) first.set(kind, slot);
    return first.get(kind) as number;
  });
}

/** Each number replaced by the mean over the slots that are alike. */
function meanOf(numbers: Float64Array, alike: Int32Array): Float64Array {
  const sums = new Float64Array(numbers.length);
  const counts = new Float64Array(numbers.length);
  for (let slot = 0; slot < numbers.length; slot += 1) {
    const kind = alike[slot] as number;
    sums[kind] = (sums[kind] as number) + (numbers[slot] as number);
    counts[kind] = (counts[kind] as number) + 1;
  }
  return numbers.map((_, slot) => {
    const kind = alike[slot] as number;
    return (sums[kind] as number) / (counts[kind] as number);
  });
}
