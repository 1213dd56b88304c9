import type { CandidateActions, Team } from "../../src/planning/candidate-actions.ts";
import type { PlannedWeeks, WeekPlan } from "../../src/planning/week-plan.ts";

/** An action as a row, for tests that write them one by one. */
export type ActionRow = {
  readonly customer: number;
  readonly hours: number;
  readonly value: number;
  readonly earliest?: number;
  readonly latest?: number;
  readonly skill?: number;
  readonly conflict?: number;
  readonly mandatory?: boolean;
};

/** The columns of rows. */
export function actionsOf(rows: readonly ActionRow[]): Required<CandidateActions> {
  return {
    customer: rows.map(({ customer }) => customer),
    hours: rows.map(({ hours }) => hours),
    value: rows.map(({ value }) => value),
    earliest: rows.map(({ earliest = 0 }) => earliest),
    latest: rows.map(({ latest = 99 }) => latest),
    skill: rows.map(({ skill = -1 }) => skill),
    conflict: rows.map(({ conflict = -1 }) => conflict),
    mandatory: rows.map(({ mandatory = false }) => mandatory),
  };
}

/** The plan, or the test fails with what was returned instead. */
export function plannedOf(plan: WeekPlan): PlannedWeeks {
  if (plan.kind !== "planned") throw new Error(JSON.stringify(plan));
  return plan;
}

/** Whether an action may be done by this person in this week, by the words of the input alone. */
export function allowed(row: ActionRow, team: Team, person: number, week: number): boolean {
  const { earliest = 0, latest = 99, skill = -1 } = row;
  if (week < earliest || week > latest) return false;
  return skill < 0 || Boolean(team.able[person * team.skills + skill]);
}

/** Every rule that a plan breaks, checked without the planner's own code. */
export function brokenRules(
  rows: readonly ActionRow[],
  team: Team,
  plan: Pick<PlannedWeeks, "person" | "week">,
  mostPerCustomer = 3,
): readonly string[] {
  const broken: string[] = [];
  const used = new Map<string, number>();
  const counts = new Map<number, number>();
  const groups = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const person = plan.person[index] as number;
    const week = plan.week[index] as number;
    if (person < 0 !== week < 0) broken.push(`action ${index} is half planned`);
    if (person < 0) {
      if (row.mandatory) broken.push(`action ${index} is mandatory and missing`);
      continue;
    }
    if (person >= team.people || week >= team.weeks || !allowed(row, team, person, week))
      broken.push(`action ${index} by ${person} in ${week}`);
    const slot = `${person} ${week}`;
    used.set(slot, (used.get(slot) ?? 0) + row.hours);
    counts.set(row.customer, (counts.get(row.customer) ?? 0) + 1);
    if ((row.conflict ?? -1) >= 0) {
      const group = `${row.customer} ${row.conflict}`;
      groups.set(group, (groups.get(group) ?? 0) + 1);
    }
  }
  for (const [slot, hours] of used) {
    const [person = 0, week = 0] = slot.split(" ").map(Number);
    const free =
      (team.freeHours[person * team.weeks + week] as number) - (team.keptFree?.[person] ?? 0);
    if (hours > Math.max(0, free) + 1e-5) broken.push(`person ${slot}: ${hours} of ${free} hours`);
  }
  for (const [customer, count] of counts)
    if (count > mostPerCustomer) broken.push(`customer ${customer} has ${count}`);
  for (const [group, count] of groups) if (count > 1) broken.push(`conflict ${group}`);
  return broken;
}

/** The most that any plan is worth, by trying all; null if the mandatory actions do not fit. */
export function bruteForce(
  rows: readonly ActionRow[],
  team: Team,
  mostPerCustomer = 3,
): number | null {
  const person = new Int32Array(rows.length).fill(-1);
  const week = new Int32Array(rows.length).fill(-1);
  let most: number | null = null;
  function attempt(index: number, value: number): void {
    if (index === rows.length) {
      if (
        (most === null || value > most) &&
        brokenRules(rows, team, { person, week }, mostPerCustomer).length === 0
      )
        most = value;
      return;
    }
    attempt(index + 1, value);
    const row = rows[index] as ActionRow;
    for (let who = 0; who < team.people; who += 1)
      for (let when = 0; when < team.weeks; when += 1) {
        if (!allowed(row, team, who, when)) continue;
        person[index] = who;
        week[index] = when;
        attempt(index + 1, value + row.value);
      }
    person[index] = -1;
    week[index] = -1;
  }
  attempt(0, 0);
  return most;
}
