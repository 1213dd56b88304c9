import type { CandidateActions, Team } from "./candidate-actions.ts";

/**
 * The problem laid out for search: actions sorted by customer and then by what they are, so that the
 * order of the caller's rows does not matter; a slot is a person in a week.
 */
export type PlanModel = {
  readonly size: number;
  /** The caller's row of each action. */
  readonly row: Uint32Array;
  readonly hours: Float64Array;
  /** Value divided by the largest, so that the unit of money does not matter. */
  readonly value: Float64Array;
  /** What was divided by. */
  readonly scale: number;
  /** Weeks in which it can be done, cut to the plan; the first is after the last if there are none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly skill: Int32Array;
  /** The group of a customer's actions that exclude each other, counted from 0 over all customers; -1 for none. */
  readonly group: Int32Array;
  readonly groups: number;
  readonly mandatory: Uint8Array;
  /** Where each customer's actions begin, and after the last customer the size. */
  readonly customerStart: Uint32Array;
  readonly customerOf: Uint32Array;
  readonly mostPerCustomer: number;
  readonly people: number;
  readonly weeks: number;
  /** Hours of each slot that can be planned; slot = person * weeks + week. */
  readonly capacity: Float64Array;
  /** For each skill (the last one is "anyone") and week its slots, roomiest first. */
  readonly slotsFor: readonly (readonly Int32Array[])[];
  /** Of those slots, how many are roomy enough for an action in a week (size x weeks); 0 outside its time. */
  readonly reach: Uint32Array;
  /** The part of its value that an action keeps when it is done so many weeks after its first. */
  readonly worth: Float64Array;
};

/** Hours of a slot may be exceeded by this much, some milliseconds: sums of decimal fractions round. */
export const hoursTolerance = 1e-6;

export function planModel(
  actions: CandidateActions,
  team: Team,
  mostPerCustomer: number,
  worthPerWeek: number,
): PlanModel {
  const { people, weeks, skills } = team;
  const size = actions.customer.length;
  const sorted = sortedRows(actions);
  const at = (column: ArrayLike<number>) => (_: unknown, index: number) =>
    column[sorted[index] as number] as number;
  const length = { length: size };
  const largest = Array.from(actions.value).reduce(
    (most, value) => Math.max(most, Math.abs(value)),
    0,
  );
  const scale = largest > 0 ? largest : 1;
  const { mandatory } = actions;
  const capacity = Float64Array.from({ length: people * weeks }, (_, slot) =>
    Math.max(
      0,
      (team.freeHours[slot] as number) - (team.keptFree?.[Math.floor(slot / weeks)] ?? 0),
    ),
  );
  const slotsFor = Array.from({ length: skills + 1 }, (_, skill) =>
    Array.from({ length: weeks }, (_week, week) =>
      Int32Array.from(
        Array.from({ length: people }, (_person, person) => person)
          .filter((person) => skill === skills || Boolean(team.able[person * skills + skill]))
          .map((person) => person * weeks + week)
          .sort((one, other) => (capacity[other] as number) - (capacity[one] as number)),
      ),
    ),
  );
  const customerOf = new Uint32Array(size);
  const starts: number[] = [];
  for (let action = 0; action < size; action += 1) {
    const mine = actions.customer[sorted[action] as number];
    if (action === 0 || mine !== actions.customer[sorted[action - 1] as number])
      starts.push(action);
    customerOf[action] = starts.length - 1;
  }
  const model = {
    size,
    row: sorted,
    hours: Float64Array.from(length, at(actions.hours)),
    value: Float64Array.from(length, at(actions.value)).map((value) => value / scale),
    scale,
    first: Int32Array.from(length, (_, index) =>
      Math.min(weeks, Math.max(0, actions.earliest[sorted[index] as number] as number)),
    ),
    last: Int32Array.from(length, (_, index) =>
      Math.max(-1, Math.min(weeks - 1, actions.latest[sorted[index] as number] as number)),
    ),
    skill: Int32Array.from(length, at(actions.skill)).map((skill) => (skill < 0 ? skills : skill)),
    ...groupsOf(actions, sorted),
    mandatory: Uint8Array.from(length, (_, index) =>
      mandatory?.[sorted[index] as number] ? 1 : 0,
    ),
    customerStart: Uint32Array.from([...starts, size]),
    customerOf,
    mostPerCustomer,
    people,
    weeks,
    capacity,
    slotsFor,
    worth: Float64Array.from({ length: weeks }, (_, wait) => worthPerWeek ** wait),
  };
  return { ...model, reach: reachOf(model) };
}

function groupsOf(
  { customer, conflict }: CandidateActions,
  sorted: Uint32Array,
): Pick<PlanModel, "group" | "groups"> {
  const group = new Int32Array(sorted.length).fill(-1);
  let groups = 0;
  let mine = new Map<number, number>();
  for (const [action, row] of sorted.entries()) {
    if (action > 0 && customer[row] !== customer[sorted[action - 1] as number]) mine = new Map();
    const rivals = conflict?.[row] ?? -1;
    if (rivals < 0) continue;
    if (!mine.has(rivals)) mine.set(rivals, groups++);
    group[action] = mine.get(rivals) as number;
  }
  return { group, groups };
}

function reachOf(model: Omit<PlanModel, "reach">): Uint32Array {
  const { size, weeks, hours, first, last, skill, capacity, slotsFor } = model;
  const reach = new Uint32Array(size * weeks);
  for (let action = 0; action < size; action += 1)
    for (let week = first[action] as number; week <= (last[action] as number); week += 1) {
      const slots = slotsFor[skill[action] as number]?.[week] as Int32Array;
      let count = slots.length;
      const needed = (hours[action] as number) - hoursTolerance;
      while (count > 0 && (capacity[slots[count - 1] as number] as number) < needed) count -= 1;
      reach[action * weeks + week] = count;
    }
  return reach;
}

/** What an action is worth in a slot, in units of the model. */
export function valueIn(model: PlanModel, action: number, slot: number): number {
  const wait = (slot % model.weeks) - (model.first[action] as number);
  return (model.value[action] as number) * (model.worth[wait] as number);
}

/** Whether an action can be done in a slot that is otherwise empty. */
export function fitsSlot(model: PlanModel, action: number, slot: number): boolean {
  const week = slot % model.weeks;
  const count = model.reach[action * model.weeks + week] as number;
  const slots = model.slotsFor[model.skill[action] as number]?.[week] as Int32Array;
  for (let rank = 0; rank < count; rank += 1) if (slots[rank] === slot) return true;
  return false;
}

/** Rows by customer, then by all that tells actions apart; rows that are equal in all keep their order. */
function sortedRows(actions: CandidateActions): Uint32Array {
  const { customer, value, hours, earliest, latest, skill, conflict, mandatory } = actions;
  const by = (column: ArrayLike<number | boolean> | undefined, one: number, other: number) =>
    column === undefined ? 0 : Number(column[one]) - Number(column[other]);
  return Uint32Array.from({ length: customer.length }, (_, row) => row).sort(
    (one, other) =>
      by(customer, one, other) ||
      by(value, other, one) ||
      by(hours, one, other) ||
      by(earliest, one, other) ||
      by(latest, one, other) ||
      by(skill, one, other) ||
      by(conflict, one, other) ||
      by(mandatory, one, other) ||
      one - other,
  );
}
