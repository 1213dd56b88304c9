import type { Month } from "./calendar.ts";
import type { Person, Role } from "./firm.ts";
import { plain } from "./identity.ts";
import { euros } from "./money.ts";
import { nameSource } from "./person-name.ts";
import type { Random } from "./random.ts";

/** Role, number of people, gross monthly wage of a full week. */
const posts: readonly (readonly [Role, number, number])[] = [
  ["partner", 2, 7200],
  ["account-manager", 2, 4550],
  ["project-manager", 3, 4800],
  ["designer", 6, 3600],
  ["engineer", 9, 4000],
  ["support-engineer", 1, 3450],
  ["office", 2, 3050],
];

const never = 999_999;

/** 25 posts, always filled; three people left and were followed up, two of them once the circle turned. */
export function makePeople(
  random: Random,
  domain: string,
  period: { readonly firstMonth: Month; readonly circleMonth: Month },
): Person[] {
  const names = nameSource(random.fork("names"), true);
  const people: Person[] = [];

  function hire(role: Role, wage: number, dayOff: number, firstMonth: Month, lastMonth: Month) {
    const { firstName, lastName } = names();
    const local = plain(firstName)
      .replace(/ı/g, "i")
      .replace(/[^a-z]/g, "");
    const part = dayOff === 0 ? 1 : 0.8;
    people.push({
      name: `${firstName} ${lastName}`,
      email: `${local}.${plain(lastName).replace(/ı/g, "i").replace(/\s+/g, "")}@${domain}`,
      role,
      dayOff,
      firstMonth,
      lastMonth,
      wage: euros((wage + random.integer(-4, 8) * 50) * part),
    });
  }

  const departures = new Map<string, Month>([
    ["engineer/2", period.firstMonth + 16],
    ["designer/3", period.circleMonth + 9],
    ["engineer/6", period.circleMonth + 15],
  ]);
  for (const [role, count, wage] of posts) {
    for (let index = 0; index < count; index++) {
      const dayOff = random.chance(0.5) ? random.pick([3, 5, 5, 1]) : 0;
      const departure = departures.get(`${role}/${index}`);
      hire(role, wage, dayOff, 0, departure ?? never);
      if (departure !== undefined) hire(role, wage - 250, 0, departure + 1, never);
    }
  }
  return people;
}

export function atWork(people: readonly Person[], month: Month): Person[] {
  return people.filter((person) => person.firstMonth <= month && month <= person.lastMonth);
}
