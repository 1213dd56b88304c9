import { chosenPlan, greedyPlan, pricedPlan } from "./greedy-plan.ts";
import { type HourPrices, hourPrices } from "./hour-prices.ts";
import { improvePlan, nearActions } from "./improve-plan.ts";
import { linearPrices, type PricedColumns, roundedPlan } from "./linear-prices.ts";
import { mandatoryPlan } from "./mandatory-plan.ts";
import type { MixedIntegerSolver } from "./mixed-integer-solver.ts";
import type { PlanState } from "./plan-state.ts";
import { programmeByParts } from "./programme-by-parts.ts";
import { programmePlan } from "./programme-plan.ts";
import type { Relaxation } from "./relaxation.ts";

const stepsAlone = 400;
const stepsBeforeProgrammes = 300;
/** With more actions in a plan each is small beside the whole, and programmes would cost more than they bring. */
const mostForProgrammes = 4000;

/** The best plan that was found, in units of the model. */
export type FoundPlan = {
  readonly state: PlanState;
  /** No plan is worth more. */
  readonly bound: number;
  readonly greedy: PlanState;
  readonly prices: Float64Array;
  readonly relaxation: Relaxation;
};

/**
 * Looks for the best plan: greedy, then by prices of hours, then by programmes if there is a solver.
 *
 * @param start the mandatory actions in their slots
 * @param goalGap a plan within this part of its bound is good enough
 */
export function findPlan(
  start: PlanState,
  solver: MixedIntegerSolver | undefined,
  goalGap: number,
): FoundPlan {
  const greedy = greedyPlan(start);
  const steps = solver === undefined ? stepsAlone : stepsBeforeProgrammes;
  const cheap = hourPrices(start.model, greedy.value, steps);
  const byPrices = planAtPrices(start, cheap);
  improvePlan(byPrices, cheap.prices, cheap.relaxation);
  const first = better(byPrices, greedy);
  const found = { state: first, bound: cheap.relaxation.bound, greedy, ...cheap };
  const inside = first.slotOf.reduce((count, slot) => (slot < 0 ? count : count + 1), 0);
  const goodEnough = cheap.relaxation.bound * (1 - goalGap);
  if (solver === undefined || inside > mostForProgrammes || first.value >= goodEnough) return found;

  const closeEnough = Math.max(1e-7, goalGap / 20);
  const priced = linearPrices(first, cheap, solver, closeEnough);
  const rounded = roundedPlan(atPrices(start, priced.prices), priced.chosen);
  const filled = pricedPlan(rounded, priced.prices, priced.relaxation.rewards);
  improvePlan(filled, priced.prices, priced.relaxation);
  return { ...byProgrammes(better(filled, first), priced, solver, goalGap), greedy, ...priced };
}

function byProgrammes(
  known: PlanState,
  priced: PricedColumns,
  solver: MixedIntegerSolver,
  goalGap: number,
): { readonly state: PlanState; readonly bound: number } {
  const goodEnough = priced.relaxation.bound * (1 - goalGap);
  if (known.value >= goodEnough) return { state: known, bound: priced.relaxation.bound };
  const { state, bound } = programmePlan(known, priced, solver, goalGap);
  if (state.value >= bound * (1 - goalGap)) return { state, bound };
  const near = nearActions(state, priced.relaxation);
  return { state: programmeByParts(state, priced, near, solver, goodEnough), bound };
}

/** The better of two plans at prices: most reward first, or fewest slots to choose from first. */
function planAtPrices(start: PlanState, { prices, relaxation }: HourPrices): PlanState {
  const must = atPrices(start, prices);
  const { rewards } = relaxation;
  return better(
    pricedPlan(chosenPlan(must, prices, relaxation), prices, rewards),
    pricedPlan(must, prices, rewards),
  );
}

/** The mandatory actions where they cost least, if they all find room there. */
function atPrices(start: PlanState, prices: Float64Array): PlanState {
  const plan = mandatoryPlan(start.model, prices);
  return plan.kind === "fits" ? plan.state : start;
}

function better(one: PlanState, other: PlanState): PlanState {
  return one.value > other.value ? one : other;
}
