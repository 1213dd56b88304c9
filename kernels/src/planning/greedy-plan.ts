import type { PlanModel } from "./plan-model.ts";
import { bestSlot, copyState, customerAllows, type PlanState, put } from "./plan-state.ts";
import type { Relaxation } from "./relaxation.ts";

/**
 * The plan that a person would make: the most value per hour first, in the first week with room.
 *
 * @param start a plan that holds the mandatory actions
 */
export function greedyPlan(start: PlanState): PlanState {
  const state = copyState(start);
  const { model } = state;
  const free = new Float64Array(model.capacity.length);
  for (const action of byValuePerHour(model)) {
    if ((state.slotOf[action] as number) >= 0 || !customerAllows(state, action)) continue;
    const slot = bestSlot(state, action, free);
    if (slot >= 0) put(state, action, slot);
  }
  return state;
}

function byValuePerHour({ size, value, hours }: PlanModel): Uint32Array {
  const rate = value.map((worth, action) => worth / (hours[action] as number));
  return Uint32Array.from({ length: size }, (_, action) => action)
    .filter((action) => (value[action] as number) > 0)
    .sort((one, other) => {
      const first = rate[one] as number;
      const second = rate[other] as number;
      return first === second ? one - other : second - first;
    });
}

/**
 * Fills a plan at prices: what gives most beyond the price of its hours first, in the slot where it
 * gives most; then what room is left goes to what loses least.
 */
export function pricedPlan(
  start: PlanState,
  prices: Float64Array,
  rewards: Float64Array,
): PlanState {
  const state = copyState(start);
  const { model } = state;
  const order = Uint32Array.from({ length: model.size }, (_, action) => action)
    .filter((action) => (model.value[action] as number) > 0 && (rewards[action] as number) > -1)
    .sort((one, other) => (rewards[other] as number) - (rewards[one] as number) || one - other);
  for (const strict of [true, false])
    for (const action of order) {
      if ((state.slotOf[action] as number) >= 0 || !customerAllows(state, action)) continue;
      const slot = bestSlot(state, action, prices);
      if (slot < 0) continue;
      const lost =
        (rewards[action] as number) -
        ((model.value[action] as number) *
          (model.worth[(slot % model.weeks) - (model.first[action] as number)] as number) -
          (model.hours[action] as number) * (prices[slot] as number));
      // At first only where nothing of the reward is lost: its own slot may be full, another as good.
      if (strict && lost > 0.02 * (model.hours[action] as number) * (prices[slot] as number))
        continue;
      put(state, action, slot);
    }
  return state;
}

/**
 * Puts what would be done at these prices where it costs least, what has the fewest slots to choose from first: what
 * could go anywhere leaves the rest their room.
 */
export function chosenPlan(
  start: PlanState,
  prices: Float64Array,
  { chosen, rewards }: Relaxation,
): PlanState {
  const state = copyState(start);
  const { weeks, reach } = state.model;
  const choice = new Uint32Array(state.model.size);
  for (const action of chosen)
    for (let week = 0; week < weeks; week += 1)
      choice[action] = (choice[action] as number) + (reach[action * weeks + week] as number);
  const order = chosen.toSorted(
    (one, other) =>
      (choice[one] as number) - (choice[other] as number) ||
      (rewards[other] as number) - (rewards[one] as number) ||
      one - other,
  );
  for (const action of order) {
    if ((state.slotOf[action] as number) >= 0 || !customerAllows(state, action)) continue;
    const slot = bestSlot(state, action, prices);
    if (slot >= 0) put(state, action, slot);
  }
  return state;
}
