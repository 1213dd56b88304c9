import { type RandomStream, randomStream } from "../numeric/random-stream.ts";
import type { HourPrices } from "./hour-prices.ts";
import type { MixedIntegerSolver } from "./mixed-integer-solver.ts";
import { fitsSlot, type PlanModel, valueIn } from "./plan-model.ts";
import { copyState, customerAllows, type PlanState, take } from "./plan-state.ts";
import { holdsMandatory, withColumns } from "./programme-plan.ts";
import { type Columns, restrictedProgramme } from "./restricted-programme.ts";

const mostColumns = 700;
const mostIterations = 500;
const parts = 10;
const slotsOfPart = 5;
const mostOutside = 100;

/**
 * Decides again about a few slots at a time, with all that could be in them, and keeps the rest as it is
 * (a large-neighbourhood search with the programme as its step).
 */
export function programmeByParts(
  known: PlanState,
  { prices, relaxation }: HourPrices,
  near: Int32Array,
  solver: MixedIntegerSolver,
  goodEnough: number,
): PlanState {
  const random = randomStream(0);
  let state = known;
  for (let part = 0; part < parts && state.value < goodEnough; part += 1) {
    const slots = slotsOfPartOf(state.model, prices, random, part % 2 === 0);
    const inside = Array.from(near).filter((action) => slots.has(state.slotOf[action] as number));
    const base = copyState(state);
    for (const action of inside) take(base, action);
    const columns = columnsOfPart(base, slots, inside, near, prices);
    if (columns.actions.length === 0) continue;
    const solution = solver({
      ...restrictedProgramme(base, columns, state),
      whole: true,
      relativeGap: Math.min(1e-3, Math.max(0, 1 - state.value / relaxation.bound)),
      mostIterations,
    });
    if (solution.kind !== "solved") continue;
    const next = withColumns(base, columns, solution.x);
    if (holdsMandatory(next) && next.value > state.value + 1e-12) state = next;
  }
  return state;
}

/** Slots that cost about the same, which often share people's skills; or any. */
function slotsOfPartOf(
  { capacity }: PlanModel,
  prices: Float64Array,
  random: RandomStream,
  alike: boolean,
): ReadonlySet<number> {
  const order = Array.from(capacity, (_, slot) => slot).toSorted(
    (one, other) => (prices[one] as number) - (prices[other] as number) || one - other,
  );
  if (order.length <= slotsOfPart) return new Set(order);
  const start = random.integer(order.length);
  return new Set(
    Array.from({ length: slotsOfPart }, (_, index) =>
      alike
        ? (order[(start + index) % order.length] as number)
        : (order.splice(random.integer(order.length), 1)[0] as number),
    ),
  );
}

function columnsOfPart(
  base: PlanState,
  slots: ReadonlySet<number>,
  inside: readonly number[],
  near: Int32Array,
  prices: Float64Array,
): Columns {
  const { model } = base;
  const within = new Set(inside);
  const outside: { readonly action: number; readonly reward: number }[] = [];
  for (const action of near) {
    if ((base.slotOf[action] as number) >= 0 || within.has(action)) continue;
    if (!customerAllows(base, action)) continue;
    let reward = Number.NEGATIVE_INFINITY;
    for (const slot of slots)
      if (fitsSlot(model, action, slot))
        reward = Math.max(
          reward,
          valueIn(model, action, slot) - (model.hours[action] as number) * (prices[slot] as number),
        );
    if (reward > Number.NEGATIVE_INFINITY) outside.push({ action, reward });
  }
  outside.sort((one, other) => other.reward - one.reward || one.action - other.action);
  const chosen = [...inside, ...outside.slice(0, mostOutside).map(({ action }) => action)];
  const actions: number[] = [];
  const places: number[] = [];
  for (const action of chosen.toSorted((one, other) => one - other))
    for (const slot of [...slots].toSorted((one, other) => one - other))
      if (fitsSlot(model, action, slot) && (actions.length < mostColumns || within.has(action))) {
        actions.push(action);
        places.push(slot);
      }
  return { actions: Int32Array.from(actions), slots: Int32Array.from(places) };
}
