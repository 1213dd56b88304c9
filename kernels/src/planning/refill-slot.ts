import { fitsSlot, hoursTolerance, valueIn } from "./plan-model.ts";
import { type PlanState, put, rivalOf, take } from "./plan-state.ts";

const mostConsidered = 80;
const mostTakenOut = 160;
const mostNodes = 4000;

/** What can stand in a slot, best value per hour first. */
type Contents = {
  readonly actions: readonly number[];
  readonly values: Float64Array;
  readonly hours: Float64Array;
};

/**
 * Empties a slot but for what has to stay and fills it again as well as possible: a knapsack by
 * depth-first branch and bound over the most rewarding actions. Never makes the plan worse.
 *
 * @param near actions that could be worth their hours
 * @returns whether the plan became better
 */
export function refillSlot(
  state: PlanState,
  slot: number,
  near: Int32Array,
  prices: Float64Array,
): boolean {
  const { model, slotOf } = state;
  const before = state.value;
  const inside = actionsIn(state, slot, near, prices[slot] as number);
  for (const action of inside) take(state, action);
  const contents = contentsOf(state, slot, near, inside, prices[slot] as number);
  const found = bestContents(
    state,
    contents,
    (state.room[slot] as number) + hoursTolerance,
    inside.reduce((sum, action) => sum + valueIn(model, action, slot), 0),
  );
  for (const action of found ?? inside) if (slotOf[action] === -1) put(state, action, slot);
  return state.value > before + 1e-12;
}

/** What can be taken out of a slot: not what is mandatory or takes no time, and of many the least rewarding. */
function actionsIn(
  { model, slotOf }: PlanState,
  slot: number,
  near: Int32Array,
  price: number,
): readonly number[] {
  const inside: number[] = [];
  for (const action of near)
    if (
      slotOf[action] === slot &&
      model.mandatory[action] === 0 &&
      (model.hours[action] as number) > 0
    )
      inside.push(action);
  if (inside.length <= mostTakenOut) return inside;
  const reward = (action: number): number =>
    valueIn(model, action, slot) - price * (model.hours[action] as number);
  return inside
    .toSorted((one, other) => reward(one) - reward(other) || one - other)
    .slice(0, mostTakenOut);
}

function contentsOf(
  state: PlanState,
  slot: number,
  near: Int32Array,
  inside: readonly number[],
  price: number,
): Contents {
  const { model, slotOf, count } = state;
  const reward = (action: number): number =>
    valueIn(model, action, slot) - price * (model.hours[action] as number);
  const outside: { readonly action: number; readonly reward: number }[] = [];
  const within = new Set(inside);
  const room = (state.room[slot] as number) + hoursTolerance;
  for (const action of near) {
    if (slotOf[action] !== -1 || within.has(action) || (model.hours[action] as number) > room)
      continue;
    if ((count[model.customerOf[action] as number] as number) >= model.mostPerCustomer) continue;
    if (!fitsSlot(model, action, slot) || rivalOf(state, action) >= 0) continue;
    outside.push({ action, reward: reward(action) });
  }
  outside.sort((one, other) => other.reward - one.reward || one.action - other.action);
  const actions = [...inside, ...outside.slice(0, mostConsidered).map(({ action }) => action)].sort(
    (one, other) =>
      valueIn(model, other, slot) * (model.hours[one] as number) -
        valueIn(model, one, slot) * (model.hours[other] as number) || one - other,
  );
  return {
    actions,
    values: Float64Array.from(actions, (action) => valueIn(model, action, slot)),
    hours: Float64Array.from(actions, (action) => model.hours[action] as number),
  };
}

/** The best contents that are worth more than `known`, or null. */
function bestContents(
  state: PlanState,
  { actions, values, hours }: Contents,
  room: number,
  known: number,
): readonly number[] | null {
  const { model } = state;
  const count = state.count.slice();
  const taken: number[] = [];
  let best: readonly number[] | null = null;
  let most = known + 1e-12;
  let nodes = 0;

  function bound(from: number, left: number): number {
    let sum = 0;
    let rest = left;
    for (let index = from; index < actions.length; index += 1) {
      const effort = hours[index] as number;
      if (effort > rest) return sum + ((values[index] as number) * rest) / effort;
      sum += values[index] as number;
      rest -= effort;
    }
    return sum;
  }

  function fits(action: number): boolean {
    if ((count[model.customerOf[action] as number] as number) >= model.mostPerCustomer)
      return false;
    const group = model.group[action] as number;
    return group < 0 || taken.every((other) => model.group[other] !== group);
  }

  function search(from: number, left: number, value: number): void {
    if (value > most) {
      most = value;
      best = taken.slice();
    }
    nodes += 1;
    for (let index = from; index < actions.length; index += 1) {
      if (nodes > mostNodes || value + bound(index, left) <= most) return;
      const action = actions[index] as number;
      if ((hours[index] as number) > left || !fits(action)) continue;
      const customer = model.customerOf[action] as number;
      taken.push(action);
      count[customer] = (count[customer] as number) + 1;
      search(index + 1, left - (hours[index] as number), value + (values[index] as number));
      count[customer] = (count[customer] as number) - 1;
      taken.pop();
    }
  }

  search(0, room, 0);
  return best;
}
