/**
 * Actions that could be done, one entry of each array per action: a playbook's action for a customer.
 * Weeks are counted from the first of the plan, which is 0.
 */
export type CandidateActions = {
  /** The customer that it is for: any whole number from 0. */
  readonly customer: ArrayLike<number>;
  /** Effort in hours, from 0; done by one person within one week. */
  readonly hours: ArrayLike<number>;
  /** Expected value, chance times euros; may be negative, then it is done only if mandatory. */
  readonly value: ArrayLike<number>;
  /** First week in which it can be done; before 0 means that it already could. */
  readonly earliest: ArrayLike<number>;
  /** Last week in which it can be done; may lie beyond the plan. */
  readonly latest: ArrayLike<number>;
  /** The skill that it asks, an index into the skills of the team; -1 if anyone can do it. */
  readonly skill: ArrayLike<number>;
  /** Of a customer's actions with the same number from 0 at most one is chosen; -1 for none. */
  readonly conflict?: ArrayLike<number>;
  /** Whether it has to be in the plan (1 or true). */
  readonly mandatory?: ArrayLike<number | boolean>;
};

/** Who is there, what they can do and how many hours they have. */
export type Team = {
  readonly people: number;
  readonly weeks: number;
  readonly skills: number;
  /** Free hours, person by person, of each the weeks in turn (people x weeks). */
  readonly freeHours: ArrayLike<number>;
  /** Whether a person has a skill, person by person (people x skills). */
  readonly able: ArrayLike<number | boolean>;
  /** Hours a week that each person keeps free; none if left out. */
  readonly keptFree?: ArrayLike<number>;
};

function isWhole(value: number | undefined, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

function checkSizes(names: Readonly<Record<string, ArrayLike<unknown>>>, size: number): void {
  for (const [name, column] of Object.entries(names))
    if (column.length !== size)
      throw new RangeError(`${name} has ${column.length} entries, not ${size}`);
}

/** Refuses actions that cannot be, with their row. */
export function checkActions(actions: CandidateActions, skills: number): void {
  const { customer, hours, value, earliest, latest, skill, conflict, mandatory } = actions;
  const size = customer.length;
  checkSizes({ hours, value, earliest, latest, skill }, size);
  if (conflict !== undefined) checkSizes({ conflict }, size);
  if (mandatory !== undefined) checkSizes({ mandatory }, size);
  for (let row = 0; row < size; row += 1) {
    const refuse = (what: string): never => {
      throw new RangeError(`action ${row}: ${what}`);
    };
    if (!isWhole(customer[row], 0))
      refuse(`customer is not a whole number from 0: ${customer[row]}`);
    if (!((hours[row] as number) >= 0 && (hours[row] as number) < Number.POSITIVE_INFINITY))
      refuse(`hours are negative or not finite: ${hours[row]}`);
    if (!Number.isFinite(value[row])) refuse(`value is not finite: ${value[row]}`);
    if (!Number.isSafeInteger(earliest[row]) || !Number.isSafeInteger(latest[row]))
      refuse(`weeks are not whole numbers: ${earliest[row]}, ${latest[row]}`);
    if ((latest[row] as number) < (earliest[row] as number))
      refuse(`its time is over before it begins: ${earliest[row]} to ${latest[row]}`);
    if (!isWhole(skill[row], -1) || (skill[row] as number) >= skills)
      refuse(`skill is not -1 or an index below ${skills}: ${skill[row]}`);
    if (conflict !== undefined && !isWhole(conflict[row], -1))
      refuse(`conflict is not a whole number from -1: ${conflict[row]}`);
    const must = mandatory?.[row] ?? 0;
    if (must !== 0 && must !== 1 && must !== true && must !== false)
      refuse(`mandatory is not 0 or 1: ${must}`);
  }
}

/** Refuses a team that cannot be, with the person. */
export function checkTeam({ people, weeks, skills, freeHours, able, keptFree }: Team): void {
  for (const [name, count, least] of [
    ["people", people, 0],
    ["weeks", weeks, 1],
    ["skills", skills, 0],
  ] as const)
    if (!isWhole(count, least))
      throw new RangeError(`${name} is not a whole number from ${least}: ${count}`);
  checkSizes({ freeHours }, people * weeks);
  checkSizes({ able }, people * skills);
  if (keptFree !== undefined) checkSizes({ keptFree }, people);
  for (let person = 0; person < people; person += 1) {
    const kept = keptFree?.[person] ?? 0;
    if (!(kept >= 0 && kept < Number.POSITIVE_INFINITY))
      throw new RangeError(`person ${person}: hours kept free are negative or not finite: ${kept}`);
    for (let week = 0; week < weeks; week += 1) {
      const free = freeHours[person * weeks + week] as number;
      if (!(free >= 0 && free < Number.POSITIVE_INFINITY))
        throw new RangeError(
          `person ${person}, week ${week}: free hours are negative or not finite: ${free}`,
        );
    }
    for (let skill = 0; skill < skills; skill += 1) {
      const has = able[person * skills + skill];
      if (has !== 0 && has !== 1 && has !== true && has !== false)
        throw new RangeError(`person ${person}, skill ${skill}: able is not 0 or 1: ${has}`);
    }
  }
}
