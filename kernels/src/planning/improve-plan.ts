import type { PlanState } from "./plan-state.ts";
import { refillSlot } from "./refill-slot.ts";
import type { Relaxation } from "./relaxation.ts";

const mostNear = 6000;
const mostRounds = 12;

/** The actions in a plan, and those outside that lose least at these prices; in order. */
export function nearActions(state: PlanState, { rewards }: Relaxation): Int32Array {
  const inside: number[] = [];
  const outside: number[] = [];
  for (let action = 0; action < state.model.size; action += 1)
    if ((state.slotOf[action] as number) >= 0) inside.push(action);
    else if ((rewards[action] as number) > -1) outside.push(action);
  if (outside.length > mostNear) {
    outside.sort(
      (one, other) => (rewards[other] as number) - (rewards[one] as number) || one - other,
    );
    outside.length = mostNear;
  }
  return Int32Array.from([...inside, ...outside]).sort();
}

/** Fills slot after slot again until none gets better. */
export function improvePlan(state: PlanState, prices: Float64Array, relaxation: Relaxation): void {
  const near = nearActions(state, relaxation);
  for (let round = 0; round < mostRounds; round += 1) {
    let better = false;
    for (let slot = 0; slot < prices.length; slot += 1)
      if (refillSlot(state, slot, near, prices)) better = true;
    if (!better) return;
  }
}
