import type { PlanModel } from "./plan-model.ts";

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
  { conflict }: PlanModel,
  action: number,
  chosen: Int32Array,
  from: number,
  to: number,
): boolean {
  for (let index = from; index < to; index += 1) {
    const other = chosen[index] as number;
    if (other === action) return false;
    if ((conflict[action] as number) >= 0 && conflict[other] === conflict[action]) return false;
  }
  return true;
}
