import { hoursTolerance, type PlanModel } from "./plan-model.ts";
import { bestSlot, emptyState, hasRoom, type PlanState, put, take } from "./plan-state.ts";

/** Hours that someone lacks in a week; the slot is -1 where nobody can do the action at all. */
export type Shortage = { readonly slot: number; readonly hours: number };

/** A plan of the mandatory actions, or those that do not fit and the hours that they lack. */
export type MandatoryPlan =
  | { readonly kind: "fits"; readonly state: PlanState }
  | {
      readonly kind: "lacks";
      readonly actions: readonly number[];
      readonly shortages: readonly Shortage[];
    };

const mostRounds = 60;
/** Rounds without a smaller shortage after which it is given up. */
const mostIdle = 8;
/** How many actions may be looked at to be moved out of the way, over all rounds. */
const mostLooks = 2_000_000;

/**
 * Finds room for all mandatory actions: those with the fewest hours to choose from first, and again with
 * whatever found no room moved to the front (squeaky wheel, Joslin and Clements 1999).
 *
 * @param prices of an hour in each slot: each action goes where it costs least
 */
export function mandatoryPlan(model: PlanModel, prices: Float64Array): MandatoryPlan {
  const must = Array.from({ length: model.size }, (_, action) => action).filter(
    (action) => model.mandatory[action] === 1,
  );
  const choice = new Map(must.map((action) => [action, slotsOf(model, action).length]));
  let order = must.toSorted(
    (one, other) =>
      (choice.get(one) as number) - (choice.get(other) as number) ||
      (model.hours[other] as number) - (model.hours[one] as number) ||
      one - other,
  );
  let least = Number.POSITIVE_INFINITY;
  let idle = 0;
  let best: MandatoryPlan = { kind: "lacks", actions: must, shortages: [] };
  const looks = { left: mostLooks };
  for (let round = 0; round < mostRounds && idle < mostIdle; round += 1) {
    const { state, left } = placed(model, order, prices, looks);
    if (left.length === 0) return { kind: "fits", state };
    const shortages = shortagesOf(state, left);
    const missing = shortages.reduce((sum, { hours }) => sum + hours, 0);
    idle += 1;
    if (missing < least) {
      idle = 0;
      least = missing;
      best = { kind: "lacks", actions: left, shortages };
    }
    const late = new Set(left);
    order = [...left, ...order.filter((action) => !late.has(action))];
  }
  return best;
}

function placed(
  model: PlanModel,
  order: readonly number[],
  prices: Float64Array,
  looks: { left: number },
): { readonly state: PlanState; readonly left: readonly number[] } {
  const state = emptyState(model);
  const left: number[] = [];
  for (const action of order) {
    const slot = bestSlot(state, action, prices);
    if (slot >= 0) put(state, action, slot);
    else if (!makeRoom(state, action, order, looks)) left.push(action);
  }
  return { state, left };
}

/** Moves one of these actions out of the way to another slot, if that makes room. */
function makeRoom(
  state: PlanState,
  action: number,
  among: readonly number[],
  looks: { left: number },
): boolean {
  const { model, slotOf, room } = state;
  const effort = model.hours[action] as number;
  for (const slot of slotsOf(model, action)) {
    if (effort > (model.capacity[slot] as number) + hoursTolerance) continue;
    for (const other of among) {
      if (looks.left <= 0) return false;
      looks.left -= 1;
      if (slotOf[other] !== slot) continue;
      const opened = (room[slot] as number) + (model.hours[other] as number);
      if (effort > opened + hoursTolerance) continue;
      const elsewhere = slotsOf(model, other).find(
        (target) => target !== slot && hasRoom(state, other, target),
      );
      if (elsewhere === undefined) continue;
      take(state, other);
      put(state, other, elsewhere);
      put(state, action, slot);
      return true;
    }
  }
  return false;
}

/** All slots of people who are able in its time, roomy or not. */
function slotsOf(model: PlanModel, action: number): readonly number[] {
  const slots: number[] = [];
  for (let week = model.first[action] as number; week <= (model.last[action] as number); week += 1)
    slots.push(...(model.slotsFor[model.skill[action] as number]?.[week] ?? []));
  return slots;
}

/** Puts what is left where it lacks least. */
function shortagesOf(state: PlanState, left: readonly number[]): readonly Shortage[] {
  const { model } = state;
  const room = state.room.map((hours) => Math.max(0, hours));
  const lacking = new Map<number, number>();
  for (const action of left) {
    const effort = model.hours[action] as number;
    const slots = slotsOf(model, action);
    const roomiest = slots.reduce(
      (best, slot) => (best < 0 || (room[slot] as number) > (room[best] as number) ? slot : best),
      -1,
    );
    const there = roomiest < 0 ? 0 : (room[roomiest] as number);
    if (roomiest >= 0) room[roomiest] = Math.max(0, there - effort);
    lacking.set(roomiest, (lacking.get(roomiest) ?? 0) + Math.max(0, effort - there));
  }
  return [...lacking]
    .map(([slot, hours]) => ({ slot, hours }))
    .toSorted((one, other) => one.slot - other.slot);
}
