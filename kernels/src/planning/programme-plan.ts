import { type RandomStream, randomStream } from "../numeric/random-stream.ts";
import { type Relaxation, relax } from "./hour-prices.ts";
import type { MixedIntegerSolver } from "./mixed-integer-solver.ts";
import { fitsSlot, type PlanModel, valueIn } from "./plan-model.ts";
import {
  canMove,
  copyState,
  customerAllows,
  emptyState,
  type PlanState,
  put,
  take,
} from "./plan-state.ts";
import {
  type Columns,
  columnsOfKeys,
  keysOfColumns,
  priceColumns,
  restrictedProgramme,
} from "./restricted-programme.ts";

const mostColumnsOfRelaxation = 8000;
const mostColumnsOfProgramme = 1500;
const mostColumnsOfPart = 700;
const mostIterations = 2000;
const mostIterationsOfPart = 1000;
const mostRounds = 12;
const parts = 10;
const slotsOfPart = 5;
const outsidersOfPart = 100;

/** Prices of hours with what they imply, and columns that the linear programme chose in part or whole. */
export type PricedColumns = {
  readonly prices: Float64Array;
  readonly relaxation: Relaxation;
  readonly chosen: readonly {
    readonly action: number;
    readonly slot: number;
    readonly part: number;
  }[];
};

/**
 * Solves the linear relaxation by column generation: over the columns that matter at the prices, then again
 * with those that its own prices ask for, until the bound meets its value.
 */
export function linearPrices(
  known: PlanState,
  start: { readonly prices: Float64Array; readonly relaxation: Relaxation },
  solver: MixedIntegerSolver,
): PricedColumns {
  const { model } = known;
  let best: PricedColumns = { ...start, chosen: [] };
  let at = start;
  const keys = new Set<number>();
  const { columns: first } = priceColumns(
    known,
    start.prices,
    start.relaxation.rewards,
    Math.max(0, start.relaxation.bound - known.value) / 2,
    mostColumnsOfRelaxation,
  );
  for (const key of keysOfColumns(model, first)) keys.add(key);
  for (let round = 0; round < mostRounds; round += 1) {
    // What would be done at these prices is what the linear programme could want and may not have.
    const { chosen: asked, slots } = at.relaxation;
    for (const key of keysOfColumns(model, {
      actions: asked,
      slots: asked.map((action) => slots[action] as number),
    }))
      keys.add(key);
    const columns = columnsOfKeys(model, keys);
    const solution = solver({
      ...restrictedProgramme(emptyState(model), columns, known),
      whole: false,
      relativeGap: 0,
      mostIterations: 100_000,
    });
    if (solution.kind !== "solved" || solution.rowPrices === null) break;
    const prices = solution.rowPrices.slice(0, model.capacity.length);
    const relaxation = relax(model, prices);
    const chosen = chosenColumns(columns, solution.x);
    best =
      relaxation.bound <= best.relaxation.bound
        ? { prices, relaxation, chosen }
        : { ...best, chosen };
    if (best.relaxation.bound <= solution.bound * (1 + 1e-7) + 1e-12) break;
    at = { prices, relaxation };
  }
  return best;
}

function chosenColumns({ actions, slots }: Columns, x: Float64Array): PricedColumns["chosen"] {
  return Array.from(x, (part, column) => ({
    action: actions[column] as number,
    slot: slots[column] as number,
    part,
  }))
    .filter(({ part }) => part > 0.5)
    .toSorted((one, other) => other.part - one.part || one.action - other.action);
}

/**
 * The whole parts of the linear relaxation as far as they fit.
 *
 * @param start a plan of the mandatory actions
 */
export function roundedPlan(start: PlanState, chosen: PricedColumns["chosen"]): PlanState {
  const state = copyState(start);
  for (const { action, slot } of chosen)
    if (
      state.slotOf[action] === -1 &&
      customerAllows(state, action) &&
      canMove(state, action, slot)
    )
      put(state, action, slot);
  return state;
}

/** A plan that the mixed-integer programme made better, and the least bound that was proven. */
export type Improvement = { readonly state: PlanState; readonly bound: number };

/**
 * The mixed-integer programme over the columns that could be in a better plan. Where all of them could be
 * taken in, its own bound holds for every plan.
 */
export function programmePlan(
  known: PlanState,
  { prices, relaxation }: PricedColumns,
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
    mostColumnsOfProgramme,
  );
  const base = emptyState(model);
  const inside = known.slotOf.filter((slot) => slot >= 0).length;
  // With hardly anything but the plan itself among them there is nothing to decide.
  if (!complete && inside > 0.6 * mostColumnsOfProgramme)
    return { state: known, bound: relaxation.bound };
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

/**
 * Decides again about a few slots at a time, with all that could be in them, and keeps the rest as it is
 * (a large-neighbourhood search with the programme as its step).
 */
export function programmeByParts(
  known: PlanState,
  { prices, relaxation }: PricedColumns,
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
      mostIterations: mostIterationsOfPart,
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
  const chosen = [...inside, ...outside.slice(0, outsidersOfPart).map(({ action }) => action)];
  const actions: number[] = [];
  const places: number[] = [];
  for (const action of chosen.toSorted((one, other) => one - other))
    for (const slot of [...slots].toSorted((one, other) => one - other))
      if (
        fitsSlot(model, action, slot) &&
        (actions.length < mostColumnsOfPart || within.has(action))
      ) {
        actions.push(action);
        places.push(slot);
      }
  return { actions: Int32Array.from(actions), slots: Int32Array.from(places) };
}

/** A plan with the columns that were chosen, each checked: a solver's numbers are nearly whole. */
function withColumns(base: PlanState, { actions, slots }: Columns, x: Float64Array): PlanState {
  const state = copyState(base);
  for (let column = 0; column < actions.length; column += 1) {
    const action = actions[column] as number;
    const slot = slots[column] as number;
    if ((x[column] as number) < 0.5 || (state.slotOf[action] as number) >= 0) continue;
    if (customerAllows(state, action) && canMove(state, action, slot)) put(state, action, slot);
  }
  return state;
}

function holdsMandatory({ model, slotOf }: PlanState): boolean {
  return model.mandatory.every((must, action) => must === 0 || (slotOf[action] as number) >= 0);
}
