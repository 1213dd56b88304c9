import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import type { Team } from "../../src/planning/candidate-actions.ts";
import { planWeeks } from "../../src/planning/week-plan.ts";
import { type ActionRow, actionsOf, brokenRules, bruteForce, plannedOf } from "./checked-plan.ts";
import { solver } from "./solver.ts";

function teamOf(freeHours: readonly number[], weeks: number, able?: readonly number[]): Team {
  const people = freeHours.length / weeks;
  const skills = able === undefined ? 0 : able.length / people;
  return { people, weeks, skills, freeHours, able: able ?? [] };
}

const team: fc.Arbitrary<Team> = fc
  .record({ people: fc.integer({ min: 1, max: 3 }), weeks: fc.integer({ min: 1, max: 2 }) })
  .chain(({ people, weeks }) =>
    fc.record({
      people: fc.constant(people),
      weeks: fc.constant(weeks),
      skills: fc.constant(2),
      freeHours: fc.array(fc.integer({ min: 0, max: 6 }), {
        minLength: people * weeks,
        maxLength: people * weeks,
      }),
      able: fc.array(fc.integer({ min: 0, max: 1 }), {
        minLength: people * 2,
        maxLength: people * 2,
      }),
      keptFree: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: people, maxLength: people }),
    }),
  );

function rowsOf(most: number, mandatory: boolean): fc.Arbitrary<readonly ActionRow[]> {
  return fc.array(
    fc
      .record({
        customer: fc.integer({ min: 0, max: 2 }),
        hours: fc.integer({ min: 0, max: 12 }).map((quarters) => quarters / 4),
        value: fc.integer({ min: -20, max: 400 }),
        earliest: fc.integer({ min: -1, max: 1 }),
        wait: fc.integer({ min: 0, max: 2 }),
        skill: fc.integer({ min: -1, max: 1 }),
        conflict: fc.integer({ min: -1, max: 1 }),
        mandatory: mandatory
          ? fc.integer({ min: 0, max: 5 }).map((die) => die === 0)
          : fc.constant(false),
      })
      .map(({ wait, ...row }) => ({ ...row, latest: row.earliest + wait })),
    { minLength: 1, maxLength: most },
  );
}

/** A firm of five people over three weeks, with eight actions a customer. */
function serviceFirm(seed: number, customers: number): [readonly ActionRow[], Team] {
  const random = randomStream(seed);
  const rows = Array.from({ length: customers }, (_, customer) => {
    const worth = Math.exp(7 + random.normal());
    return Array.from({ length: 8 }, (_action, action) => {
      const earliest = random.integer(3);
      const mandatory = action === 0 && random.uniform() < 0.01;
      return {
        customer,
        hours: (1 + random.integer(12)) / 4,
        value: Math.round(worth * random.uniform()),
        earliest: mandatory ? 0 : earliest,
        latest: earliest + random.integer(3),
        skill: mandatory ? -1 : random.integer(4) - 1,
        conflict: action < 3 ? 0 : -1,
        mandatory,
      };
    });
  }).flat();
  const who = {
    people: 5,
    weeks: 3,
    skills: 3,
    freeHours: Array.from({ length: 15 }, () => 6 + random.integer(8)),
    able: Array.from({ length: 15 }, (_, place) =>
      place % 3 === 0 || random.uniform() < 0.4 ? 1 : 0,
    ),
  };
  return [rows, who];
}

describe("the plan of the weeks", () => {
  it("equals the best of all plans where all can be tried, and says so by a gap of nothing", () => {
    fc.assert(
      fc.property(rowsOf(6, true), team, (rows, who) => {
        const plan = planWeeks(actionsOf(rows), who, { solver, goalGap: 0 });
        const best = bruteForce(rows, who);
        if (plan.kind === "planned") {
          expect(plan.value).toBeCloseTo(best ?? Number.NaN, 6);
          expect(plan.gap).toBeLessThan(1e-6);
        } else if (plan.kind !== "no-hours") expect(best).toBeNull();
        else expect(best).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it("never breaks a rule and never passes its bound, with a solver or without", () => {
    fc.assert(
      fc.property(
        rowsOf(30, true),
        team,
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        (rows, who, alone, most) => {
          const options = { mostPerCustomer: most, ...(alone ? {} : { solver }) };
          const plan = planWeeks(actionsOf(rows), who, options);
          fc.pre(plan.kind === "planned");
          expect(brokenRules(rows, who, plan, most)).toEqual([]);
          expect(plan.value).toBeLessThanOrEqual(plan.bound + 1e-6);
          expect(plan.value).toBeGreaterThanOrEqual(plan.greedyValue - 1e-6);
          const sum = rows.reduce(
            (all, row, index) => all + ((plan.person[index] as number) < 0 ? 0 : row.value),
            0,
          );
          expect(plan.value).toBeCloseTo(sum, 6);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("without a solver has a bound that no plan passes, and mostly finds the best", () => {
    let found = 0;
    let tried = 0;
    fc.assert(
      fc.property(rowsOf(6, false), team, (rows, who) => {
        const plan = planWeeks(actionsOf(rows), who);
        fc.pre(plan.kind === "planned");
        const best = bruteForce(rows, who) ?? Number.NaN;
        expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-6);
        tried += 1;
        if (plan.value > best - 1e-6) found += 1;
      }),
      { numRuns: 100, seed: 11 },
    );
    expect(found / tried).toBeGreaterThan(0.9);
  });

  it("does not depend on the order of the actions", () => {
    fc.assert(
      fc.property(
        rowsOf(20, true).chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray(
              rows.map((_, index) => index),
              { minLength: rows.length },
            ),
          ),
        ),
        team,
        ([rows, order], who) => {
          const plan = planWeeks(actionsOf(rows), who, { solver });
          const turned = planWeeks(actionsOf(order.map((index) => rows[index] as ActionRow)), who, {
            solver,
          });
          expect(turned.kind).toBe(plan.kind);
          fc.pre(plan.kind === "planned" && turned.kind === "planned");
          expect(turned.value).toBe(plan.value);
          expect(turned.bound).toBe(plan.bound);
          expect([...turned.hoursLeft]).toEqual([...plan.hoursLeft]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("scales with money and then chooses the same", () => {
    fc.assert(
      fc.property(
        rowsOf(20, false),
        team,
        fc.constantFrom(2, 10, 0.25, 1000),
        (rows, who, factor) => {
          const plan = planWeeks(actionsOf(rows), who, { solver });
          const scaled = planWeeks(
            actionsOf(rows.map((row) => ({ ...row, value: factor * row.value }))),
            who,
            { solver },
          );
          fc.pre(plan.kind === "planned" && scaled.kind === "planned");
          expect([...scaled.person]).toEqual([...plan.person]);
          expect([...scaled.week]).toEqual([...plan.week]);
          expect(scaled.value).toBeCloseTo(factor * plan.value, 6);
          expect(scaled.bound).toBeCloseTo(factor * plan.bound, 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is never worth less with more hours", () => {
    fc.assert(
      fc.property(rowsOf(12, false), team, fc.nat(), (rows, who, pick) => {
        // Every action fits into every week, so that more hours do not let in what was too long.
        const roomy = {
          ...who,
          keptFree: who.freeHours && new Array(who.people).fill(0),
          freeHours: Array.from(who.freeHours, (hours) => hours + 3),
        };
        const slot = pick % (who.people * who.weeks);
        const more = {
          ...roomy,
          freeHours: roomy.freeHours.map((hours, index) => hours + (index === slot ? 1 : 0)),
        };
        const before = plannedOf(planWeeks(actionsOf(rows), roomy, { solver, goalGap: 0 }));
        const after = plannedOf(planWeeks(actionsOf(rows), more, { solver, goalGap: 0 }));
        expect(after.value).toBeGreaterThanOrEqual(before.value - 1e-6);
        expect(after.bound).toBeGreaterThanOrEqual(before.value - 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it("comes within half a per cent of its bound for 150 customers, the same every time", () => {
    const [rows, who] = serviceFirm(1, 150);
    const actions = actionsOf(rows);
    const plan = plannedOf(planWeeks(actions, who, { solver, goalGap: 0.005 }));
    expect(brokenRules(rows, who, plan)).toEqual([]);
    expect(plan.gap).toBeLessThan(0.005);
    expect(plan.greedyValue).toBeLessThan(0.98 * plan.value);
    const alone = plannedOf(planWeeks(actions, who));
    expect(brokenRules(rows, who, alone)).toEqual([]);
    expect(alone.gap).toBeLessThan(0.03);
    expect(alone.bound).toBeGreaterThanOrEqual(plan.value);
    expect(plan.bound).toBeGreaterThanOrEqual(alone.value);
    const again = plannedOf(planWeeks(actions, who, { solver, goalGap: 0.005 }));
    expect([...again.person]).toEqual([...plan.person]);
    expect([...again.hourPrices]).toEqual([...plan.hourPrices]);
  });

  it("is concave: an hour more is worth its price at most, and the bound knows", () => {
    const [rows, who] = serviceFirm(1, 60);
    const actions = actionsOf(rows);
    const plan = plannedOf(planWeeks(actions, who, { solver, goalGap: 0.0015 }));
    for (const slot of [0, 7]) {
      const freeHours = Array.from(
        who.freeHours,
        (hours, index) => hours + (index === slot ? 1 : 0),
      );
      const more = plannedOf(
        planWeeks(actions, { ...who, freeHours }, { solver, goalGap: 0.0015 }),
      );
      expect(more.bound).toBeGreaterThanOrEqual(plan.bound * (1 - 2e-4));
      expect(more.bound).toBeLessThanOrEqual(
        plan.bound + (plan.hourPrices[slot] as number) + 2e-4 * plan.bound,
      );
    }
  });

  it("takes free actions and all that fits where very many take hardly any time", () => {
    // Half take nothing, half an hour; a customer has two and may have three, so nothing is excluded.
    const size = 3000;
    const who = teamOf(new Array(20).fill(8), 4);
    const mixed = Array.from({ length: size }, (_, index) => ({
      customer: Math.floor(index / 2),
      hours: index % 2,
      value: 1 + ((index * 7919) % 1000),
      latest: index % 4,
    }));
    const small = mixed.map((row) => ({ ...row, hours: 0.01 }));
    const equal = mixed.map((row) => ({ ...row, hours: 1, value: 5 }));
    const free = mixed.filter(({ hours }) => hours === 0);
    const worthOf = (rows: readonly ActionRow[]) => rows.reduce((sum, { value }) => sum + value, 0);
    const dearest = mixed
      .filter(({ hours }) => hours === 1)
      .toSorted((one, other) => other.value - one.value)
      .slice(0, 160);
    for (const [rows, best] of [
      [mixed, worthOf(free) + worthOf(dearest)],
      [small, worthOf(small)],
      [equal, 5 * 160],
    ] as const)
      for (const alone of [true, false]) {
        let columns = 0;
        const counting: typeof solver = (programme) => {
          columns += programme.rewards.length;
          return solver(programme);
        };
        const plan = plannedOf(planWeeks(actionsOf(rows), who, alone ? {} : { solver: counting }));
        expect(brokenRules(rows, who, plan)).toEqual([]);
        expect(plan.value).toBeGreaterThan(0.999 * best);
        expect(plan.gap).toBeLessThan(0.001);
        expect(columns).toBeLessThan(60_000);
      }
  });

  it("prices an hour as the linear programme does", () => {
    // Ann alone can do the dear ones; every hour more of hers does a tenth more of the next one.
    const rows = Array.from({ length: 20 }, (_, index) => ({
      customer: index,
      hours: 1,
      value: 100 - index,
      skill: index % 2,
    }));
    const plan = plannedOf(planWeeks(actionsOf(rows), teamOf([5, 3], 1, [1, 0, 0, 1]), { solver }));
    expect(plan.value).toBe(100 + 98 + 96 + 94 + 92 + 99 + 97 + 95);
    expect(plan.gap).toBeLessThan(1e-9);
    expect(plan.hourPrices[0]).toBeGreaterThanOrEqual(90 - 1e-6);
    expect(plan.hourPrices[0]).toBeLessThanOrEqual(92 + 1e-6);
    expect(plan.hourPrices[1]).toBeGreaterThanOrEqual(93 - 1e-6);
    expect(plan.hourPrices[1]).toBeLessThanOrEqual(95 + 1e-6);
  });

  it("gives each action its reason", () => {
    const rows: ActionRow[] = [
      { customer: 0, hours: 1, value: 90 },
      { customer: 0, hours: 1, value: 80, conflict: 0 },
      { customer: 0, hours: 1, value: 70, conflict: 0 },
      { customer: 1, hours: 1, value: 60 },
      { customer: 1, hours: 9, value: 60 },
      { customer: 1, hours: 1, value: 60, skill: 0 },
      { customer: 1, hours: 1, value: 60, earliest: 3, latest: 4 },
      { customer: 1, hours: 1, value: 60, earliest: -4, latest: -1 },
      { customer: 1, hours: 1, value: 0 },
      { customer: 2, hours: 2, value: 50, mandatory: true },
      { customer: 3, hours: 3, value: 4 },
      { customer: 0, hours: 1, value: 65 },
      { customer: 0, hours: 1, value: 64 },
    ];
    const plan = plannedOf(planWeeks(actionsOf(rows), teamOf([4, 2.5], 2, [0]), { solver }));
    expect(plan.reasons.map(({ kind }) => kind)).toEqual([
      "chosen",
      "chosen",
      "conflict",
      "chosen",
      "too-long",
      "nobody-able",
      "outside-plan",
      "outside-plan",
      "no-value",
      "chosen",
      "hours-worth-more",
      "chosen",
      "customer-has-enough",
    ]);
    expect(plan.reasons[2]).toMatchObject({ kind: "conflict", with: 1 });
    expect(plan.reasons[9]).toMatchObject({ mandatory: true });
  });

  it("does first what loses by waiting", () => {
    const rows = [
      { customer: 0, hours: 2, value: 100 },
      { customer: 1, hours: 2, value: 50 },
    ];
    const plan = plannedOf(
      planWeeks(actionsOf(rows), teamOf([2, 2], 2), { solver, worthPerWeek: 0.9 }),
    );
    expect([...plan.week]).toEqual([0, 1]);
    expect(plan.value).toBeCloseTo(145, 9);
  });

  it("says which mandatory actions do not fit, and how many hours are missing", () => {
    const must = { customer: 0, mandatory: true, value: 1, latest: 0 };
    const rows = [
      { ...must, hours: 3 },
      { ...must, customer: 1, hours: 2 },
      { customer: 2, hours: 1, value: 500 },
    ];
    expect(planWeeks(actionsOf(rows), teamOf([4, 9], 2), { solver })).toEqual({
      kind: "mandatory-do-not-fit",
      actions: [1],
      missingHours: 1,
      shortages: [{ person: 0, week: 0, hours: 1 }],
    });
    expect(planWeeks(actionsOf([{ ...must, hours: 2, skill: 0 }]), teamOf([4, 9], 2, [0]))).toEqual(
      {
        kind: "mandatory-do-not-fit",
        actions: [0],
        missingHours: 2,
        shortages: [{ person: -1, week: -1, hours: 2 }],
      },
    );
    const four = [0, 1, 2, 3].map(() => ({ ...must, hours: 0.5 }));
    expect(planWeeks(actionsOf(four), teamOf([4], 1))).toEqual({
      kind: "mandatory-exclude-each-other",
      actions: [0, 1, 2, 3],
    });
    const rivals = [
      { ...must, hours: 1, conflict: 2 },
      { ...must, hours: 1, conflict: 2 },
    ];
    expect(planWeeks(actionsOf(rivals), teamOf([4], 1))).toEqual({
      kind: "mandatory-exclude-each-other",
      actions: [0, 1],
    });
  });

  it("says by name what is too thin", () => {
    const one = actionsOf([{ customer: 0, hours: 1, value: 10 }]);
    expect(planWeeks(actionsOf([]), teamOf([4], 1))).toEqual({ kind: "no-actions" });
    expect(planWeeks(one, teamOf([], 1))).toEqual({ kind: "no-people" });
    expect(planWeeks(one, teamOf([0, 0], 1))).toEqual({ kind: "no-hours" });
    expect(planWeeks(one, { ...teamOf([4], 1), keptFree: [5] })).toEqual({ kind: "no-hours" });
    expect(planWeeks(one, teamOf([4], 1))).toMatchObject({ kind: "planned", value: 10, gap: 0 });
  });

  it("does everything that costs no time, also when nobody has any", () => {
    const free = actionsOf([
      { customer: 0, hours: 0, value: 10 },
      { customer: 1, hours: 0, value: 5 },
      { customer: 1, hours: 1, value: 5 },
    ]);
    for (const options of [{}, { solver }])
      expect(planWeeks(free, teamOf([0], 1), options)).toMatchObject({
        kind: "planned",
        value: 15,
      });
  });

  it("refuses a caller's mistake and names its row", () => {
    const good = { customer: 0, hours: 1, value: 10 };
    const bad: readonly [Partial<ActionRow>, RegExp][] = [
      [{ hours: -1 }, /action 1: hours are negative/],
      [{ hours: Number.NaN }, /action 1: hours/],
      [{ value: Number.NaN }, /action 1: value/],
      [{ value: Number.POSITIVE_INFINITY }, /action 1: value/],
      [{ customer: -1 }, /action 1: customer/],
      [{ earliest: 2, latest: 1 }, /action 1: its time is over before it begins/],
      [{ earliest: 0.5 }, /action 1: weeks/],
      [{ skill: 1 }, /action 1: skill/],
      [{ conflict: -2 }, /action 1: conflict/],
    ];
    for (const [change, message] of bad)
      expect(() =>
        planWeeks(actionsOf([good, { ...good, ...change }]), teamOf([4], 1, [1])),
      ).toThrow(message);
    const one = actionsOf([good]);
    expect(() => planWeeks(one, teamOf([4, -1], 2))).toThrow(/person 0, week 1: free hours/);
    expect(() => planWeeks(one, teamOf([4, Number.NaN], 1))).toThrow(/person 1, week 0/);
    expect(() => planWeeks(one, { ...teamOf([4], 1), keptFree: [-1] })).toThrow(
      /person 0: hours kept/,
    );
    expect(() => planWeeks(one, { ...teamOf([4], 1), people: 2 })).toThrow(/freeHours has 1/);
    expect(() => planWeeks({ ...one, hours: [1, 2] }, teamOf([4], 1))).toThrow(/hours has 2/);
    for (const options of [{ mostPerCustomer: 0 }, { worthPerWeek: 0 }, { goalGap: -1 }])
      expect(() => planWeeks(one, teamOf([4], 1), options)).toThrow(RangeError);
  });
});
