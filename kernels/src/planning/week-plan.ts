import { type CandidateActions, checkActions, checkTeam, type Team } from "./candidate-actions.ts";
import { type FoundPlan, findPlan } from "./find-plan.ts";
import { type MandatoryPlan, mandatoryPlan } from "./mandatory-plan.ts";
import type { MixedIntegerSolver } from "./mixed-integer-solver.ts";
import { type PlanModel, planModel } from "./plan-model.ts";
import { type PlanReason, planReasons } from "./plan-reason.ts";

export type WeekPlanOptions = {
  /** How many actions a customer gets at most, a whole number from 1 (3). */
  readonly mostPerCustomer?: number;
  /** The part of its value that an action keeps for each week after its first, above 0 to 1 (1). */
  readonly worthPerWeek?: number;
  /** A plan that misses at most this part of its bound is good enough, from 0 (0.001). */
  readonly goalGap?: number;
  /** Without one the plan is found by prices and local search alone. */
  readonly solver?: MixedIntegerSolver;
};

/** Who does what in which week, what it is worth and how much better it could be at most. */
export type PlannedWeeks = {
  readonly kind: "planned";
  /** For each action the person, or -1 if it is not in the plan. */
  readonly person: Int32Array;
  /** For each action the week, or -1. */
  readonly week: Int32Array;
  /** Expected value of what is in the plan, in euros. */
  readonly value: number;
  readonly hours: number;
  /** No plan is worth more, in euros. */
  readonly bound: number;
  /** The part of the bound that the plan misses, from 0 to 1. */
  readonly gap: number;
  /** What the plan by most value per hour first is worth, in euros. */
  readonly greedyValue: number;
  /** What an hour more of a person in a week is worth, in euros (people x weeks); 0 where they have none. */
  readonly hourPrices: Float64Array;
  /** Hours that stay free beyond those kept free (people x weeks). */
  readonly hoursLeft: Float64Array;
  readonly reasons: readonly PlanReason[];
};

/** The plan, or why there is none. */
export type WeekPlan =
  | PlannedWeeks
  | { readonly kind: "no-actions" }
  | { readonly kind: "no-people" }
  /** Nobody has an hour to plan, and every action takes time. */
  | { readonly kind: "no-hours" }
  /** A customer has more mandatory actions than allowed, or some that conflict; their rows. */
  | { readonly kind: "mandatory-exclude-each-other"; readonly actions: readonly number[] }
  /**
   * The mandatory actions that found no place, and hours that are enough for them. They are found by search, so
   * another packing may need fewer.
   */
  | {
      readonly kind: "mandatory-do-not-fit";
      readonly actions: readonly number[];
      readonly missingHours: number;
      /** Where they would have to come from; person and week are -1 where nobody is able in its time. */
      readonly shortages: readonly {
        readonly person: number;
        readonly week: number;
        readonly hours: number;
      }[];
    };

/**
 * Chooses actions and who does them in which week, so that their expected value is as high as possible
 * within everyone's hours: prices of hours by Lagrangian relaxation (Held, Wolfe and Crowder 1974; Fisher
 * 1981), and with a solver the linear relaxation by column generation and a mixed-integer programme over
 * the columns that matter. The same input gives the same plan; the order of the actions does not matter,
 * but for actions that are equal in everything.
 *
 * @throws RangeError with the row of an action, or the person, that cannot be; or an option that cannot be
 */
export function planWeeks(
  actions: CandidateActions,
  team: Team,
  { mostPerCustomer = 3, worthPerWeek = 1, goalGap = 0.001, solver }: WeekPlanOptions = {},
): WeekPlan {
  checkTeam(team);
  checkActions(actions, team.skills);
  if (!Number.isSafeInteger(mostPerCustomer) || mostPerCustomer < 1)
    throw new RangeError(`mostPerCustomer is not a whole number from 1: ${mostPerCustomer}`);
  if (!(worthPerWeek > 0 && worthPerWeek <= 1))
    throw new RangeError(`worthPerWeek is not above 0 to 1: ${worthPerWeek}`);
  if (!(goalGap >= 0 && goalGap < 1))
    throw new RangeError(`goalGap is not from 0 to below 1: ${goalGap}`);
  if (actions.customer.length === 0) return { kind: "no-actions" };
  if (team.people === 0) return { kind: "no-people" };
  const model = planModel(actions, team, mostPerCustomer, worthPerWeek);
  const excluded = excludedMandatory(model);
  if (excluded.length > 0) return { kind: "mandatory-exclude-each-other", actions: excluded };
  const start = mandatoryPlan(model, new Float64Array(model.capacity.length));
  if (start.kind === "lacks") return lacking(model, start);
  if (model.capacity.every((hours) => hours === 0) && model.hours.every((hours) => hours > 0))
    return { kind: "no-hours" };
  return planned(model, actions.value, findPlan(start.state, solver, goalGap));
}

function planned(
  model: PlanModel,
  values: ArrayLike<number>,
  { state, bound, greedy, prices, relaxation }: FoundPlan,
): PlannedWeeks {
  const person = new Int32Array(model.size).fill(-1);
  const week = new Int32Array(model.size).fill(-1);
  const room = Float64Array.from(model.capacity);
  let value = 0;
  let hours = 0;
  for (let action = 0; action < model.size; action += 1) {
    const slot = state.slotOf[action] as number;
    if (slot < 0) continue;
    const row = model.row[action] as number;
    const wait = (slot % model.weeks) - (model.first[action] as number);
    person[row] = Math.floor(slot / model.weeks);
    week[row] = slot % model.weeks;
    value += (values[row] as number) * (model.worth[wait] as number);
    hours += model.hours[action] as number;
    room[slot] = (room[slot] as number) - (model.hours[action] as number);
  }
  const most = Math.max(bound * model.scale, value);
  return {
    kind: "planned",
    person,
    week,
    value,
    hours,
    bound: most,
    // A part of the bound below rounding is none.
    gap: most - value > 1e-12 * Math.abs(most) ? Math.min(1, (most - value) / Math.abs(most)) : 0,
    greedyValue: greedy.value * model.scale,
    hourPrices: prices.map((price) => price * model.scale),
    hoursLeft: room.map((left) => Math.max(0, left)),
    reasons: planReasons(state, prices, relaxation),
  };
}

/** Mandatory actions of customers that have too many, or that conflict; rows in ascending order. */
function excludedMandatory(model: PlanModel): readonly number[] {
  const { customerOf, customerStart, mandatory, group, mostPerCustomer, row } = model;
  const perCustomer = new Uint32Array(customerStart.length - 1);
  const perGroup = new Uint32Array(model.groups);
  const must = Array.from(row.keys()).filter((action) => mandatory[action] === 1);
  for (const action of must) {
    const customer = customerOf[action] as number;
    const rivals = group[action] as number;
    perCustomer[customer] = (perCustomer[customer] as number) + 1;
    if (rivals >= 0) perGroup[rivals] = (perGroup[rivals] as number) + 1;
  }
  return must
    .filter(
      (action) =>
        (perCustomer[customerOf[action] as number] as number) > mostPerCustomer ||
        (perGroup[group[action] as number] ?? 0) > 1,
    )
    .map((action) => row[action] as number)
    .toSorted((one, other) => one - other);
}

function lacking(
  model: PlanModel,
  { actions, shortages }: Extract<MandatoryPlan, { readonly kind: "lacks" }>,
): WeekPlan {
  return {
    kind: "mandatory-do-not-fit",
    actions: actions
      .map((action) => model.row[action] as number)
      .toSorted((one, other) => one - other),
    missingHours: shortages.reduce((sum, { hours }) => sum + hours, 0),
    shortages: shortages.map(({ slot, hours }) => ({
      person: slot < 0 ? -1 : Math.floor(slot / model.weeks),
      week: slot < 0 ? -1 : slot % model.weeks,
      hours,
    })),
  };
}
