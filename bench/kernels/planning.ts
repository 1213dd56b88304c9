import {
  type CandidateActions,
  highsSolver,
  planWeeks,
  randomStream,
  type Team,
} from "@koers/kernels";
import loadHighs from "highs";
import { type Bar, bar } from "../bar.ts";
import { cpuSeconds } from "../measure.ts";

const people = 10;
const weeks = 4;
const skills = 4;
const playbooks = 8;
const efforts = [0.25, 0.5, 1, 1.5, 2, 3, 4];

// The package's types describe its CommonJS form, where the loader is a property; as a module it is the default.
const load = loadHighs as unknown as typeof loadHighs.default;

/**
 * A firm with eight playbooks: effort, chance and skill differ by playbook, worth by customer (log-normal),
 * one in a hundred has to be called whatever it is worth; 16 free hours a week each, of which one kept free.
 */
function planningProblem(seed: number, customers: number): [CandidateActions, Team] {
  const random = randomStream(seed);
  const books = Array.from({ length: playbooks }, () => ({
    effort: efforts[random.integer(efforts.length)] as number,
    skill: random.integer(skills + 1) - 1,
    chance: 0.05 + 0.4 * random.uniform(),
    conflict: random.integer(5),
  }));
  const rows = Array.from({ length: customers }, (_, customer) => {
    const worth = Math.exp(7 + random.normal());
    return books.map((book, place) => {
      const must = place === 0 && random.uniform() < 0.01;
      const earliest = must ? 0 : random.integer(weeks);
      const hours = Math.max(
        0.25,
        Math.round(4 * book.effort * Math.exp(0.3 * random.normal())) / 4,
      );
      const value = book.chance * worth * Math.exp(0.5 * random.normal()) * Math.sqrt(book.effort);
      return {
        customer,
        hours: must ? 0.5 : hours,
        value: Math.round(100 * value) / 100,
        earliest,
        latest: must ? 0 : earliest + random.integer(weeks),
        skill: must ? -1 : book.skill,
        conflict: book.conflict < 2 ? book.conflict : -1,
        mandatory: must,
      };
    });
  }).flat();
  const actions: CandidateActions = {
    customer: rows.map((row) => row.customer),
    hours: rows.map((row) => row.hours),
    value: rows.map((row) => row.value),
    earliest: rows.map((row) => row.earliest),
    latest: rows.map((row) => row.latest),
    skill: rows.map((row) => row.skill),
    conflict: rows.map((row) => row.conflict),
    mandatory: rows.map((row) => row.mandatory),
  };
  const team: Team = {
    people,
    weeks,
    skills,
    freeHours: Array.from(
      { length: people * weeks },
      () => Math.round(32 * (0.5 + random.uniform())) / 2,
    ),
    able: Array.from({ length: people * skills }, () => random.uniform() < 0.4),
    keptFree: new Array<number>(people).fill(1),
  };
  return [actions, team];
}

/** The bars of the plan of the weeks: how near its bound it comes, and in how many CPU seconds. */
export async function benchPlanning(quick: boolean): Promise<readonly Bar[]> {
  const solver = highsSolver(await load());
  const seeds = quick ? [1] : [1, 2, 3, 4, 5];
  const found = seeds.map((seed) => {
    const [actions, team] = planningProblem(seed, 5000);
    const run = (options: Parameters<typeof planWeeks>[2]) =>
      cpuSeconds(() => {
        const plan = planWeeks(actions, team, options);
        if (plan.kind !== "planned") throw new Error(`seed ${seed} gave ${plan.kind}`);
        return plan;
      });
    const { seconds, result } = run({ solver });
    const alone = run({});
    return {
      gap: 100 * result.gap,
      seconds,
      aloneGap: 100 * alone.result.gap,
      aloneSeconds: alone.seconds,
      greedyLoss: 100 * (1 - result.greedyValue / result.bound),
    };
  });
  const worst = (name: keyof (typeof found)[number]): number =>
    Math.max(...found.map((figures) => figures[name]));
  return [
    bar("plan of 40,000 actions: gap to the bound", worst("gap"), "%", 0.5),
    bar("plan of 40,000 actions: CPU seconds", worst("seconds"), "s", 5),
    bar("plan without a solver: gap to the bound", worst("aloneGap"), "%"),
    bar("plan without a solver: CPU seconds", worst("aloneSeconds"), "s"),
    bar("greedy plan: part of the bound lost", worst("greedyLoss"), "%"),
  ];
}
