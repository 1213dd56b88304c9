import type { MixedIntegerProgramme } from "./mixed-integer-solver.ts";
import { type PlanModel, valueIn } from "./plan-model.ts";
import type { PlanState } from "./plan-state.ts";

/** A choice of actions and slots to decide between, one entry per column of the programme. */
export type Columns = {
  readonly actions: Int32Array;
  readonly slots: Int32Array;
};

/**
 * The columns that matter at these prices. The loss of a column is what the bound falls by when it is
 * forced into the plan: one that loses as much as lies between the bound and a known plan is in no better
 * plan, so it can be left out (reduced-cost fixing).
 *
 * @param known a plan whose columns are all taken in
 * @param tolerance the loss below which columns are wanted
 * @param most how many columns there may be
 * @returns the columns, and whether all that were wanted are among them
 */
export function priceColumns(
  known: PlanState,
  prices: Float64Array,
  rewards: Float64Array,
  tolerance: number,
  most: number,
): { readonly columns: Columns; readonly complete: boolean } {
  const needed: number[] = [];
  const wanted: PricedColumn[] = [];
  for (const column of columnsWithin(known, prices, rewards, tolerance))
    if (known.slotOf[column.action] === column.slot) needed.push(columnKey(known.model, column));
    else wanted.push(column);
  const room = Math.max(0, most - needed.length);
  const complete = wanted.length <= room;
  if (!complete) wanted.sort(dearestLast);
  const keys = [
    ...needed,
    ...wanted.slice(0, room).map((column) => columnKey(known.model, column)),
  ];
  return { columns: columnsOfKeys(known.model, keys), complete };
}

type PricedColumn = {
  readonly action: number;
  readonly slot: number;
  readonly loss: number;
  /** The how-manieth of its action's columns it is, from the one that loses least. */
  readonly rank: number;
};

/** Where many slots cost the same, each action in its first is taken before any in its second. */
function dearestLast(one: PricedColumn, other: PricedColumn): number {
  return one.loss - other.loss || one.rank - other.rank || one.action - other.action;
}

/** A number for an action in a slot; in order of actions, then slots. */
function columnKey(
  model: PlanModel,
  { action, slot }: { readonly action: number; readonly slot: number },
): number {
  return action * model.capacity.length + slot;
}

/** The columns of these keys, each once and in order. */
export function columnsOfKeys(model: PlanModel, keys: Iterable<number>): Columns {
  const sorted = Float64Array.from(new Set(keys)).sort();
  const slots = model.capacity.length;
  return {
    actions: Int32Array.from(sorted, (key) => Math.floor(key / slots)),
    slots: Int32Array.from(sorted, (key) => key % slots),
  };
}

/** The keys of columns. */
export function keysOfColumns(model: PlanModel, { actions, slots }: Columns): readonly number[] {
  return Array.from(actions, (action, column) =>
    columnKey(model, { action, slot: slots[column] as number }),
  );
}

function columnsWithin(
  known: PlanState,
  prices: Float64Array,
  rewards: Float64Array,
  tolerance: number,
): readonly PricedColumn[] {
  const found: PricedColumn[] = [];
  const { model } = known;
  const { size, weeks, first, last, reach, slotsFor, skill, hours, mandatory } = model;
  const mine: { action: number; slot: number; loss: number; turn: number }[] = [];
  for (let action = 0; action < size; action += 1) {
    const best = rewards[action] as number;
    // A mandatory action is done anyhow: what counts is what a slot loses beside its best.
    const reached = mandatory[action] === 1 ? best : Math.max(0, best);
    const chosen = known.slotOf[action] as number;
    if (chosen < 0 && reached - best > tolerance) continue;
    mine.length = 0;
    for (let week = first[action] as number; week <= (last[action] as number); week += 1) {
      const slots = slotsFor[skill[action] as number]?.[week] as Int32Array;
      const count = reach[action * weeks + week] as number;
      for (let rank = 0; rank < count; rank += 1) {
        const slot = slots[rank] as number;
        const reward =
          valueIn(model, action, slot) - (hours[action] as number) * (prices[slot] as number);
        const loss = reached - reward;
        // Equal slots take turns over the actions, so that not all of them ask for the same one.
        if (slot === chosen || loss <= tolerance)
          mine.push({ action, slot, loss, turn: (slot * 7919 + action * 104729) % 1009 });
      }
    }
    mine.sort((one, other) => one.loss - other.loss || one.turn - other.turn);
    for (const [rank, { slot, loss }] of mine.entries()) found.push({ action, slot, loss, rank });
  }
  return found;
}

/**
 * The programme over these columns beside what is in the plan already; its first rows are the slots, in
 * their order.
 *
 * @param base a plan that stays as it is; columns are of actions that are not in it
 * @param known a plan that adds columns to the base
 */
export function restrictedProgramme(
  base: PlanState,
  { actions, slots }: Columns,
  known: PlanState,
): Omit<MixedIntegerProgramme, "whole" | "relativeGap" | "mostIterations"> {
  const { model } = base;
  const size = actions.length;
  const rowLower: number[] = Array.from(base.room, () => Number.NEGATIVE_INFINITY);
  const rowUpper: number[] = Array.from(base.room, (room) => Math.max(0, room));
  const rowsOf: number[][] = Array.from(actions, () => []);
  const addRow = (columns: readonly number[], least: number, most: number): void => {
    for (const column of columns) rowsOf[column]?.push(rowLower.length);
    rowLower.push(least);
    rowUpper.push(most);
  };
  // Columns are sorted by action and those by customer, so what belongs together stands together.
  for (let from = 0; from < size; ) {
    const customer = model.customerOf[actions[from] as number] as number;
    let to = from;
    const mine: number[][] = [];
    const rivals = new Map<number, number[]>();
    for (; to < size && model.customerOf[actions[to] as number] === customer; to += 1) {
      const action = actions[to] as number;
      if (to > from && actions[to - 1] === action) mine.at(-1)?.push(to);
      else mine.push([to]);
      const group = model.group[action] as number;
      if (group < 0) continue;
      const others = rivals.get(group);
      if (others === undefined) rivals.set(group, [to]);
      else others.push(to);
    }
    for (const columns of mine) {
      const must = model.mandatory[actions[columns[0] as number] as number] === 1;
      if (must) addRow(columns, 1, 1);
      else if (columns.length > 1) addRow(columns, Number.NEGATIVE_INFINITY, 1);
    }
    for (const columns of rivals.values())
      if (actions[columns[0] as number] !== actions[columns.at(-1) as number])
        addRow(columns, Number.NEGATIVE_INFINITY, 1);
    const left = model.mostPerCustomer - (base.count[customer] as number);
    if (mine.length > left) addRow(mine.flat(), Number.NEGATIVE_INFINITY, left);
    from = to;
  }
  const starts = new Int32Array(size + 1);
  const rows: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < size; column += 1) {
    const effort = model.hours[actions[column] as number] as number;
    if (effort > 0) {
      rows.push(slots[column] as number);
      values.push(effort);
    }
    for (const row of rowsOf[column] as readonly number[]) {
      rows.push(row);
      values.push(1);
    }
    starts[column + 1] = rows.length;
  }
  return {
    rewards: Float64Array.from(actions, (action, column) =>
      valueIn(model, action, slots[column] as number),
    ),
    columnLower: new Float64Array(size),
    columnUpper: new Float64Array(size).fill(1),
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    starts,
    rows: Int32Array.from(rows),
    values: Float64Array.from(values),
    known: Float64Array.from(actions, (action, column) =>
      known.slotOf[action] === slots[column] ? 1 : 0,
    ),
  };
}
