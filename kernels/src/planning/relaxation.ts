import { chooseForCustomer } from "./customer-choice.ts";
import type { PlanModel } from "./plan-model.ts";

/** What a plan would be worth if hours could be bought at these prices: never less than any plan is. */
export type Relaxation = {
  readonly bound: number;
  /** Hours asked of each slot beyond what it has. */
  readonly shortage: Float64Array;
  /** Reward of each action at its best slot, price of its hours subtracted; minus infinity if it has none. */
  readonly rewards: Float64Array;
  /** That slot, or -1. */
  readonly slots: Int32Array;
  /** The actions that would be done. */
  readonly chosen: Int32Array;
};

/**
 * The Lagrangian relaxation of the limits on hours: prices per slot decide for each customer apart.
 */
export function relax(model: PlanModel, prices: Float64Array): Relaxation {
  const { size, weeks, hours, value, first, last, skill, worth, reach, slotsFor, capacity } = model;
  // Per skill and week: the cheapest of the `rank + 1` roomiest slots.
  const cheapest = slotsFor.map((perWeek) =>
    perWeek.map((slots) => {
      const best = new Int32Array(slots.length);
      for (let rank = 0; rank < slots.length; rank += 1) {
        const slot = slots[rank] as number;
        const before = rank === 0 ? slot : (best[rank - 1] as number);
        best[rank] = (prices[slot] as number) < (prices[before] as number) ? slot : before;
      }
      return best;
    }),
  );
  const rewards = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const slotOf = new Int32Array(size).fill(-1);
  for (let action = 0; action < size; action += 1) {
    const perWeek = cheapest[skill[action] as number] as readonly Int32Array[];
    const begin = first[action] as number;
    const effort = hours[action] as number;
    const worthNow = value[action] as number;
    let most = Number.NEGATIVE_INFINITY;
    let where = -1;
    for (let week = begin; week <= (last[action] as number); week += 1) {
      const count = reach[action * weeks + week] as number;
      if (count === 0) continue;
      const slot = (perWeek[week] as Int32Array)[count - 1] as number;
      const reward = worthNow * (worth[week - begin] as number) - effort * (prices[slot] as number);
      if (reward > most) {
        most = reward;
        where = slot;
      }
    }
    rewards[action] = most;
    slotOf[action] = where;
  }
  const shortage = capacity.map((room) => -room);
  let bound = 0;
  for (let slot = 0; slot < capacity.length; slot += 1)
    bound += (capacity[slot] as number) * (prices[slot] as number);
  const chosen = new Int32Array(size);
  const customers = model.customerStart.length - 1;
  let end = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    const from = end;
    end = chooseForCustomer(model, customer, rewards, chosen, from);
    for (let index = from; index < end; index += 1) {
      const action = chosen[index] as number;
      const slot = slotOf[action] as number;
      bound += rewards[action] as number;
      shortage[slot] = (shortage[slot] as number) + (hours[action] as number);
    }
  }
  return { bound, shortage, rewards, slots: slotOf, chosen: chosen.slice(0, end) };
}
