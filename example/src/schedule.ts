import { type Day, type Month, weekday, workdays } from "./calendar.ts";
import { circleAt } from "./circle.ts";
import type { Activity, Firm, Hours, Person, Role, Service } from "./firm.ts";
import { describeHours } from "./hours-description.ts";
import { atWork } from "./person.ts";
import type { Random } from "./random.ts";
import { listRate } from "./rate.ts";
import { services, type Work } from "./work.ts";

const quartersPerDay = 32;

/** Days of leave by calendar month; a day off is not in the time sheets. */
const leave = [0.8, 1.6, 0.6, 1, 2.4, 0.8, 5.2, 6.8, 0.8, 1.9, 0.6, 1.5];

/** Who does what, first choice first; anyone in delivery helps out when they are full. */
const roles: Readonly<Record<Exclude<Activity, "internal">, readonly Role[]>> = {
  design: ["designer", "engineer"],
  engineering: ["engineer", "designer"],
  "project-management": ["project-manager", "engineer"],
  quotation: ["account-manager", "partner", "project-manager"],
  "account-management": ["account-manager", "partner"],
  negotiation: ["partner", "account-manager"],
  support: ["support-engineer", "engineer"],
  rework: ["engineer", "designer"],
  complaint: ["project-manager", "partner"],
  acquisition: ["account-manager", "partner"],
};

export type Presence = { readonly person: Person; readonly days: readonly Day[] };

/** Who works on which days of a month: holidays, days off, leave and illness taken out. */
export function presence(
  random: Random,
  firm: Pick<Firm, "people" | "circleMonth">,
  month: Month,
): Presence[] {
  const strain = circleAt(month, firm.circleMonth).delivery;
  return atWork(firm.people, month).map((person) => {
    const own = random.fork(`${person.name}/${month}`);
    const days = workdays(month).filter((day) => weekday(day) !== person.dayOff);
    const away = Math.min(
      days.length - 1,
      own.round((leave[month % 12] ?? 1) * (days.length / 21)) + own.round(0.5 + 0.4 * strain),
    );
    const from = own.integer(0, days.length - 1);
    const gone = new Set(Array.from({ length: away }, (_, index) => (from + index) % days.length));
    return { person, days: days.filter((_, index) => !gone.has(index)) };
  });
}

/** Quarters that those who can work for customers have in a month. */
export function deliveryCapacity(present: readonly Presence[]): number {
  return present
    .filter(({ person }) => person.role !== "office")
    .reduce((total, { days }) => total + days.length * quartersPerDay, 0);
}

type Task = Work & { readonly assigned: number };

/** Puts the work of a month on people and days, and fills what is left with acquisition and internal hours. */
export function schedule(
  random: Random,
  firm: Pick<Firm, "firstMonth" | "circleMonth">,
  month: Month,
  work: readonly Work[],
  present: readonly Presence[],
): Hours[] {
  const free = new Map(present.map(({ person, days }) => [person, days.length * quartersPerDay]));
  const tasks = new Map<Person, Task[]>(present.map(({ person }) => [person, []]));

  function give(person: Person, item: Work, quarters: number) {
    if (quarters <= 0) return;
    tasks.get(person)?.push({ ...item, assigned: quarters });
    free.set(person, (free.get(person) ?? 0) - quarters);
  }

  const ordered = [...work].sort((a, b) => b.quarters - a.quarters);
  for (const item of ordered) {
    let rest = item.quarters;
    for (const { person, most } of candidates(item, present)) {
      if (rest === 0) break;
      const quarters = Math.min(rest, most, free.get(person) ?? 0);
      give(person, item, quarters);
      rest -= quarters;
    }
    if (rest > 0) throw new RangeError(`month ${month} has more work than people`);
  }

  const { selling } = circleAt(month, firm.circleMonth);
  for (const { person } of present) {
    const rest = free.get(person) ?? 0;
    const hunts = person.role === "account-manager" || person.role === "partner";
    const part = hunts
      ? 0.45 + 0.4 * selling
      : person.role === "project-manager"
        ? 0.1 + 0.3 * selling
        : 0;
    const acquisition = Math.floor(rest * part);
    give(person, idle("acquisition", acquisition), acquisition);
    give(person, idle("internal", rest - acquisition), rest - acquisition);
  }

  return present.flatMap(({ person, days }) =>
    pour(
      random.fork(`${person.name}/${month}/days`),
      firm.firstMonth,
      month,
      person,
      days,
      tasks.get(person) ?? [],
    ),
  );
}

function idle(activity: "acquisition" | "internal", quarters: number): Work {
  return { customer: null, project: null, activity, quarters, billable: false };
}

/** The customer's own team first, with at most some 30 hours a head, then whoever has time. */
function* candidates(
  item: Work,
  present: readonly Presence[],
): Generator<{ person: Person; most: number }> {
  const wanted = item.activity === "internal" ? [] : roles[item.activity];
  const offset = item.customer === null ? 0 : Number(item.customer.id);
  for (const most of [128, 100_000]) {
    for (const role of wanted) {
      const people = present.filter(({ person }) => person.role === role);
      for (let index = 0; index < people.length; index++) {
        const person = people[(offset + index) % people.length]?.person;
        if (person !== undefined) yield { person, most };
      }
    }
  }
  for (const { person } of present) if (person.role !== "office") yield { person, most: 100_000 };
  for (const { person } of present) yield { person, most: 100_000 };
}

/**
 * Lays a person's tasks over the days: whole days and half days as far as they go, the rest in pieces,
 * and then the days in any order.
 */
function pour(
  random: Random,
  firstMonth: Month,
  month: Month,
  person: Person,
  days: readonly Day[],
  tasks: readonly Task[],
): Hours[] {
  const bins: { task: Task; quarters: number }[][] = [[]];
  let left = quartersPerDay;
  for (const piece of random.shuffle(cut(random, tasks)).sort((a, b) => b.quarters - a.quarters)) {
    let rest = piece.quarters;
    while (rest > 0) {
      if (left === 0) {
        bins.push([]);
        left = quartersPerDay;
      }
      const now = Math.min(rest, left);
      const bin = bins.at(-1) ?? [];
      const same = bin.find(({ task }) => task === piece.task);
      if (same === undefined) bin.push({ task: piece.task, quarters: now });
      else same.quarters += now;
      rest -= now;
      left -= now;
    }
  }
  if (bins.length > days.length) throw new RangeError(`no day left for ${person.name}`);

  return random.shuffle(bins).flatMap((bin, index) =>
    bin.map(({ task, quarters }): Hours => {
      const { activity, billable, customer, project } = task;
      return {
        day: days[index] ?? 0,
        person,
        customer,
        project,
        activity,
        quarters,
        billable,
        listRate: billable && isService(activity) ? listRate(activity, month, firstMonth) : null,
        description: describeHours(random, activity, billable),
      };
    }),
  );
}

function cut(random: Random, tasks: readonly Task[]): { task: Task; quarters: number }[] {
  const pieces: { task: Task; quarters: number }[] = [];
  for (const task of tasks) {
    let rest = task.assigned;
    while (rest > 0) {
      const size = rest >= 32 && random.chance(0.65) ? 32 : Math.min(rest, 16);
      pieces.push({ task, quarters: size });
      rest -= size;
    }
  }
  return pieces;
}

function isService(activity: Activity): activity is Service {
  return (services as readonly Activity[]).includes(activity);
}
