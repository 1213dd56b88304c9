import { tmpdir } from "node:os";
import path from "node:path";
import { discoverProfile, randomStream } from "@koers/kernels";
import { type Bar, bar } from "../bar.ts";
import { nominalTable } from "../generate/nominal-table.ts";
import { peakMegabytes } from "./memory.ts";
import { type PeerRun, race } from "./peer.ts";
import {
  haveTables,
  type ProfileTask,
  peerTask,
  profileTask,
  tableFile,
  writeMillion,
} from "./profile-tasks.ts";

/** Tasks with the CPU seconds of pysubgroup's fastest algorithm, as measured on two cores of an AMD EPYC. */
const tasks: readonly (readonly [...Parameters<typeof taskOf>, recorded: number])[] = [
  ["german", "binary", 1, 3, 0.03],
  ["german", "binary", 1, 4, 0.053],
  ["german", "binary", 0.5, 3, 0.073],
  ["german", "binary", 0.5, 4, 0.06],
  ["german", "numeric", 1, 3, 0.026],
  ["german", "numeric", 0.5, 3, 0.047],
  ["bank", "binary", 1, 3, 0.136],
  ["bank", "binary", 1, 4, 0.145],
  ["bank", "binary", 0.5, 3, 0.268],
  ["bank", "binary", 0.5, 4, 0.381],
  ["bank", "numeric", 1, 3, 0.46],
  ["bank", "numeric", 0.5, 3, 1.42],
  ["adult", "binary", 1, 3, 0.107],
  ["adult", "binary", 1, 4, 0.12],
  ["adult", "binary", 0.5, 3, 0.229],
  ["adult", "binary", 0.5, 4, 0.277],
  ["adult", "numeric", 1, 3, 0.253],
  ["adult", "numeric", 0.5, 3, 1.32],
];

/** The bars of profile discovery: against pysubgroup, memory at a million rows, and profiles where there are none. */
export function benchProfile(quick: boolean): Promise<readonly Bar[]> {
  const chosen = quick ? tasks.filter(([, , exponent, depth]) => exponent < 1 && depth < 4) : tasks;
  return Promise.resolve([
    ...(haveTables ? chosen : []).map(([table, target, exponent, depth, recorded]) =>
      raceTask(taskOf(table, target, exponent, depth), recorded, 3, quick),
    ),
    ...(quick ? [] : millionBars()),
    falseProfiles(quick ? 100 : 1000),
  ]);
}

function taskOf(
  table: ProfileTask["table"],
  target: ProfileTask["target"],
  exponent: number,
  depth: number,
): ProfileTask {
  return { table, target, exponent, depth };
}

function raceTask(task: ProfileTask, recorded: number, goal: number, quick: boolean): Bar {
  const { table, target, exponent, depth } = task;
  const ours = profileTask(task);
  return race({
    bar: `subgroups of ${table}, ${target}, a = ${exponent}, depth ${depth}, against pysubgroup`,
    peer: "pysubgroup",
    task: peerTask(task),
    file: () =>
      table === "million" ? writeMillion(path.join(tmpdir(), "million.csv")) : tableFile(table),
    ours,
    warm: table === "million" ? 1 : 3,
    repeats: table === "million" ? 1 : 5,
    rounds: quick || table === "million" ? 1 : 3,
    recorded,
    goal,
    check: (run) => expectSameQualities(run, task, ours()),
  });
}

function expectSameQualities(
  run: PeerRun,
  { target, exponent }: ProfileTask,
  ours: ReturnType<ReturnType<typeof profileTask>>,
): void {
  const theirs = run["best"] as readonly (readonly [number, unknown])[];
  const scale = target === "numeric" ? (run["rows"] as number) ** exponent : 1;
  for (const [place, { quality }] of ours.entries())
    if (Math.abs((scale * quality) / (theirs[place]?.[0] ?? 0) - 1) > 1e-9)
      throw new Error(`place ${place}: ${scale * quality}, and pysubgroup ${theirs[place]?.[0]}`);
}

function millionBars(): readonly Bar[] {
  return [
    raceTask(taskOf("million", "binary", 1, 3), 9.2, 5, false),
    bar(
      "memory of subgroups of a million rows, its table included",
      peakMegabytes("subgroups"),
      "MB",
      150,
    ),
  ];
}

/** The share of tables of 100 rows without any profile in which one is reported. */
function falseProfiles(trials: number): Bar {
  let reported = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const random = randomStream(9000 + trial);
    const { traits } = nominalTable(100, 20_000 + trial);
    const hits = Uint8Array.from({ length: 100 }, () => (random.uniform() < 0.25 ? 1 : 0));
    const quickly = { resamples: 1, splits: 1 };
    const found = discoverProfile(traits, { kind: "share", hits }, random.split(1), quickly);
    if (found.kind === "profile") reported += 1;
  }
  // Two standard errors above 5 %: a share that is 5 % exceeds 5 % itself in half of all runs.
  const atMost = Number((5 + 200 * Math.sqrt((0.05 * 0.95) / trials)).toFixed(1));
  return bar(
    `profiles reported in ${trials} tables without one`,
    (100 * reported) / trials,
    "%",
    atMost,
  );
}
