import type { HourPrices } from "./hour-prices.ts";
import type { MixedIntegerSolver } from "./mixed-integer-solver.ts";
import type { PlanModel } from "./plan-model.ts";
import {
  canMove,
  copyState,
  customerAllows,
  emptyState,
  type PlanState,
  put,
} from "./plan-state.ts";
import { type Relaxation, relax } from "./relaxation.ts";
import {
  type Columns,
  columnsOfKeys,
  keysOfColumns,
  priceColumns,
  restrictedProgramme,
} from "./restricted-programme.ts";

const mostColumns = 8000;
/** How many columns a round may add of those that its prices ask for. */
const mostAsked = 2000;
/** Columns of all rounds together: what a linear programme costs grows with them. */
const mostWork = 60_000;
const mostIterations = 100_000;
const mostRounds = 12;
const partsOfTheWay = [0.1, 0.4] as const;

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
 * with those that its own prices ask for, until the bound meets its value, or the work that is allowed is done.
 *
 * @param closeEnough the part of the bound by which it may miss that value
 */
export function linearPrices(
  known: PlanState,
  start: HourPrices,
  solver: MixedIntegerSolver,
  closeEnough: number,
): PricedColumns {
  const { model } = known;
  let best: PricedColumns = { ...start, chosen: [] };
  const { columns: first } = priceColumns(
    known,
    start.prices,
    start.relaxation.rewards,
    Math.max(0, start.relaxation.bound - known.value) / 2,
    mostColumns,
  );
  const keys = new Set(keysOfColumns(model, first));
  addAsked(keys, known, start.relaxation);
  let work = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    work += keys.size;
    if (work > mostWork) break;
    const columns = columnsOfKeys(model, keys);
    const solution = solver({
      ...restrictedProgramme(emptyState(model), columns, known),
      whole: false,
      relativeGap: 0,
      mostIterations,
    });
    if (solution.kind !== "solved" || solution.rowPrices === null) break;
    const { rowPrices } = solution;
    const chosen = chosenColumns(columns, solution.x);
    const there = pricesBetween(model, best.prices, rowPrices, 1);
    const near = lower(best, there);
    if (near.relaxation.bound <= solution.bound * (1 + closeEnough) + 1e-12)
      return { ...near, chosen };
    const between = partsOfTheWay.map((part) => pricesBetween(model, best.prices, rowPrices, part));
    best = { ...between.reduce(lower, near), chosen };
    if (best.relaxation.bound <= solution.bound * (1 + closeEnough) + 1e-12) break;
    const asking = [...between, there];
    for (const { relaxation } of asking) addAsked(keys, known, relaxation);
  }
  return best;
}

function lower(one: HourPrices, other: HourPrices): HourPrices {
  return other.relaxation.bound <= one.relaxation.bound ? other : one;
}

/**
 * Prices on the way from the best ones to those of a linear programme. What it has too few columns for it prices at
 * nothing; nearer to the best prices less is asked for in vain (in-out separation, Ben-Ameur and Neto 2007).
 */
function pricesBetween(
  model: PlanModel,
  best: Float64Array,
  rowPrices: Float64Array,
  part: number,
): HourPrices {
  const prices = best.map((price, slot) => (1 - part) * price + part * (rowPrices[slot] as number));
  return { prices, relaxation: relax(model, prices) };
}

/** What would be done at these prices is what the linear programme could want and may not have. */
function addAsked(keys: Set<number>, { model }: PlanState, asked: Relaxation): void {
  const { rewards, slots } = asked;
  const actions =
    asked.chosen.length <= mostAsked
      ? asked.chosen
      : asked.chosen
          .toSorted(
            (one, other) => (rewards[other] as number) - (rewards[one] as number) || one - other,
          )
          .slice(0, mostAsked);
  const columns = { actions, slots: actions.map((action) => slots[action] as number) };
  for (const key of keysOfColumns(model, columns)) keys.add(key);
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
