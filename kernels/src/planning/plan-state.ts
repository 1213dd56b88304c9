import { fitsSlot, hoursTolerance, type PlanModel, valueIn } from "./plan-model.ts";

/** A plan in the making: which action is in which slot, and what room is left. */
export type PlanState = {
  readonly model: PlanModel;
  /** Slot of each action, -1 if it is not in the plan. */
  readonly slotOf: Int32Array;
  /** Hours left in each slot. */
  readonly room: Float64Array;
  /** How many actions each customer has. */
  readonly count: Uint32Array;
  /** The action in the plan of each group that exclude each other, or -1. */
  readonly holder: Int32Array;
  value: number;
};

export function emptyState(model: PlanModel): PlanState {
  return {
    model,
    slotOf: new Int32Array(model.size).fill(-1),
    room: Float64Array.from(model.capacity),
    count: new Uint32Array(model.customerStart.length - 1),
    holder: new Int32Array(model.groups).fill(-1),
    value: 0,
  };
}

export function copyState(state: PlanState): PlanState {
  return {
    ...state,
    slotOf: state.slotOf.slice(),
    room: state.room.slice(),
    count: state.count.slice(),
    holder: state.holder.slice(),
  };
}

export function put(state: PlanState, action: number, slot: number): void {
  const { model, slotOf, room, count, holder } = state;
  const customer = model.customerOf[action] as number;
  const group = model.group[action] as number;
  if (group >= 0) holder[group] = action;
  slotOf[action] = slot;
  room[slot] = (room[slot] as number) - (model.hours[action] as number);
  count[customer] = (count[customer] as number) + 1;
  state.value += valueIn(model, action, slot);
}

export function take(state: PlanState, action: number): void {
  const { model, slotOf, room, count, holder } = state;
  const customer = model.customerOf[action] as number;
  const group = model.group[action] as number;
  if (group >= 0) holder[group] = -1;
  const slot = slotOf[action] as number;
  slotOf[action] = -1;
  room[slot] = (room[slot] as number) + (model.hours[action] as number);
  count[customer] = (count[customer] as number) - 1;
  state.value -= valueIn(model, action, slot);
}

/** Whether a slot has the hours left, apart from whether the action can be done there at all. */
export function hasRoom(state: PlanState, action: number, slot: number): boolean {
  return (state.model.hours[action] as number) <= (state.room[slot] as number) + hoursTolerance;
}

/** Whether the customer may have this action beside those it has. */
export function customerAllows(state: PlanState, action: number): boolean {
  const { model, count } = state;
  const customer = model.customerOf[action] as number;
  if ((count[customer] as number) >= model.mostPerCustomer) return false;
  return rivalOf(state, action) < 0;
}

/** The action in the plan with which this one conflicts, or -1. */
export function rivalOf({ model, holder }: PlanState, action: number): number {
  const group = model.group[action] as number;
  if (group < 0 || holder[group] === action) return -1;
  return holder[group] as number;
}

/**
 * The slot with room in which an action gives most at these prices, or -1; of equals the one that it
 * fills best.
 */
export function bestSlot(state: PlanState, action: number, prices: Float64Array): number {
  const { model, room } = state;
  const { weeks, reach, slotsFor, hours, first, last } = model;
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  const needed = (hours[action] as number) - hoursTolerance;
  for (let week = first[action] as number; week <= (last[action] as number); week += 1) {
    const slots = slotsFor[model.skill[action] as number]?.[week] as Int32Array;
    const count = reach[action * weeks + week] as number;
    for (let rank = 0; rank < count; rank += 1) {
      const slot = slots[rank] as number;
      const left = room[slot] as number;
      if (left < needed) continue;
      const reward =
        valueIn(model, action, slot) - (hours[action] as number) * (prices[slot] as number);
      if (
        reward > most + 1e-12 ||
        (reward > most - 1e-12 && left < (room[best] as number) - hoursTolerance)
      ) {
        most = reward;
        best = slot;
      }
    }
  }
  return best;
}

/** Whether an action could be moved to a slot with the room that is left there. */
export function canMove(state: PlanState, action: number, slot: number): boolean {
  return hasRoom(state, action, slot) && fitsSlot(state.model, action, slot);
}
