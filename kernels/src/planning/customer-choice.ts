import type { PlanModel } from "./plan-model.ts";

/** A customer with more actions than this is decided by one sort instead of a pass for each choice. */
const fewActions = 32;

/**
 * Chooses the actions of one customer that give most at given rewards: all mandatory ones, then the
 * best of each conflict, as many as the customer may have and as give more than nothing.
 *
 * @param rewards of each action; minus infinity for what cannot be done
 * @param chosen where the actions are written, from `from` on
 * @returns where the next customer's can be written
 */
export function chooseForCustomer(
  model: PlanModel,
  customer: number,
  rewards: Float64Array,
  chosen: Int32Array,
  from: number,
): number {
  const { customerStart, mandatory, mostPerCustomer } = model;
  const start = customerStart[customer] as number;
  const end = customerStart[customer + 1] as number;
  let next = from;
  for (let action = start; action < end; action += 1)
    if (mandatory[action] && (rewards[action] as number) > Number.NEGATIVE_INFINITY)
      chosen[next++] = action;
  if (end - start > fewActions)
    return chooseOfMany(model, start, end, rewards, chosen, { from, next });
  while (next - from < mostPerCustomer) {
    let best = -1;
    let most = 0;
    for (let action = start; action < end; action += 1) {
      const reward = rewards[action] as number;
      if (reward > most && allowedBeside(model, action, chosen, from, next)) {
        most = reward;
        best = action;
      }
    }
    if (best < 0) break;
    chosen[next++] = best;
  }
  return next;
}

function allowedBeside(
  { group }: PlanModel,
  action: number,
  chosen: Int32Array,
  from: number,
  to: number,
): boolean {
  for (let index = from; index < to; index += 1) {
    const other = chosen[index] as number;
    if (other === action) return false;
    if ((group[action] as number) >= 0 && group[other] === group[action]) return false;
  }
  return true;
}

function chooseOfMany(
  { group, mandatory, mostPerCustomer }: PlanModel,
  start: number,
  end: number,
  rewards: Float64Array,
  chosen: Int32Array,
  { from, next }: { readonly from: number; readonly next: number },
): number {
  const held = new Set<number>();
  for (let index = from; index < next; index += 1)
    held.add(group[chosen[index] as number] as number);
  held.delete(-1);
  const bestOfGroup = new Map<number, number>();
  const wanted: number[] = [];
  for (let action = start; action < end; action += 1) {
    const reward = rewards[action] as number;
    if (!(reward > 0) || mandatory[action]) continue;
    const rivals = group[action] as number;
    if (rivals < 0) wanted.push(action);
    else if (!held.has(rivals)) {
      const best = bestOfGroup.get(rivals);
      if (best === undefined || reward > (rewards[best] as number)) bestOfGroup.set(rivals, action);
    }
  }
  for (const action of bestOfGroup.values()) wanted.push(action);
  const room = Math.max(0, mostPerCustomer - (next - from));
  let to = next;
  for (const action of mostRewarding(wanted, rewards, room)) chosen[to++] = action;
  return to;
}

/** Of these actions so many that give most; of equals the first. */
function mostRewarding(
  actions: readonly number[],
  rewards: Float64Array,
  most: number,
): readonly number[] {
  if (actions.length <= most) return actions;
  // Sorting numbers is many times faster than sorting actions by them.
  const sorted = Float64Array.from(actions, (action) => rewards[action] as number).sort();
  const least = sorted[sorted.length - most] ?? Number.POSITIVE_INFINITY;
  const above = actions.filter((action) => (rewards[action] as number) > least);
  const equal = actions
    .filter((action) => rewards[action] === least)
    .toSorted((one, other) => one - other);
  return [...above, ...equal.slice(0, most - above.length)];
}
