import type { HourPrices } from "./hour-prices.ts";
import type { MixedIntegerSolver } from "./mixed-integer-solver.ts";
import {
  canMove,
  copyState,
  customerAllows,
  emptyState,
  type PlanState,
  put,
} from "./plan-state.ts";
import { type Columns, priceColumns, restrictedProgramme } from "./restricted-programme.ts";

const mostColumns = 1500;
const mostIterations = 1200;

/** A plan that the mixed-integer programme made better, and the least bound that was proven. */
export type Improvement = { readonly state: PlanState; readonly bound: number };

/**
 * The mixed-integer programme over the columns that could be in a better plan. Where all of them could be
 * taken in, its own bound holds for every plan.
 */
export function programmePlan(
  known: PlanState,
  { prices, relaxation }: HourPrices,
  solver: MixedIntegerSolver,
  relativeGap: number,
): Improvement {
  const { model } = known;
  const tolerance = Math.max(0, relaxation.bound - known.value) + 1e-9;
  const { columns, complete } = priceColumns(
    known,
    prices,
    relaxation.rewards,
    tolerance,
    mostColumns,
  );
  const base = emptyState(model);
  const inside = known.slotOf.filter((slot) => slot >= 0).length;
  // With hardly anything but the plan itself among them there is nothing to decide.
  if (!complete && inside > 0.6 * mostColumns) return { state: known, bound: relaxation.bound };
  const solution = solver({
    ...restrictedProgramme(base, columns, known),
    whole: true,
    relativeGap,
    mostIterations,
  });
  if (solution.kind !== "solved") return { state: known, bound: relaxation.bound };
  const state = withColumns(base, columns, solution.x);
  const better = holdsMandatory(state) && state.value > known.value ? state : known;
  const bound = complete
    ? Math.min(relaxation.bound, Math.max(solution.bound, better.value))
    : relaxation.bound;
  return { state: better, bound };
}

/** A plan with the columns that were chosen, each checked: a solver's numbers are nearly whole. */
export function withColumns(
  base: PlanState,
  { actions, slots }: Columns,
  x: Float64Array,
): PlanState {
  const state = copyState(base);
  for (let column = 0; column < actions.length; column += 1) {
    const action = actions[column] as number;
    const slot = slots[column] as number;
    if ((x[column] as number) < 0.5 || (state.slotOf[action] as number) >= 0) continue;
    if (customerAllows(state, action) && canMove(state, action, slot)) put(state, action, slot);
  }
  return state;
}

/** Whether all mandatory actions are in the plan. */
export function holdsMandatory({ model, slotOf }: PlanState): boolean {
  return model.mandatory.every((must, action) => must === 0 || (slotOf[action] as number) >= 0);
}
