import { spawnSync } from "node:child_process";
import { atLeast, type Bar } from "../bar.ts";
import { cpuSeconds } from "../measure.ts";

/** A program of others that does the same work. */
export type PeerName = "lifetimes" | "clvtools" | "pysubgroup" | "fasterrisk";

/** What a peer's script prints: its CPU seconds without imports and reading, and what it found. */
export type PeerRun = { readonly cpuSeconds: number } & Readonly<Record<string, unknown>>;

/** Runs a task of a peer over a file. */
export type Peer = (task: string, file: string) => PeerRun;

/**
 * The peer behind the command that `KOERS_PEER_<NAME>` gives, such as
 * `KOERS_PEER_LIFETIMES="python3 bench/peers/lifetimes.py"`; null where none is given.
 */
export function peer(name: PeerName): Peer | null {
  const variable = `KOERS_PEER_${name.toUpperCase()}`;
  const command = process.env[variable];
  if (command === undefined || command === "") return null;
  const [program = "", ...fixed] = command.split(/\s+/);
  return (task, file) => {
    const done = spawnSync(program, [...fixed, task, file], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      env: { ...process.env, ...singleThreaded },
    });
    const run = readRun(done.stdout);
    if (done.status !== 0 || run === null) {
      const said = done.error?.message ?? (done.stderr.trim() || done.stdout);
      throw new Error(`${variable}: "${command} ${task} ${file}" failed: ${said}`);
    }
    return run;
  };
}

// A second thread would be counted all the same, and cost more than it brings.
const singleThreaded = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
  R_DATATABLE_NUM_THREADS: "1",
};

/** The last line, as the packages themselves may print before it. */
function readRun(printed: string | null): PeerRun | null {
  const line = printed?.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) return null;
  const run = JSON.parse(line) as PeerRun;
  return Number.isFinite(run.cpuSeconds) ? run : null;
}

/** A comparison of CPU seconds: the same work, ours and a peer's. */
export type Race = {
  readonly bar: string;
  readonly peer: PeerName;
  readonly task: string;
  /** Writes the input that the peer reads, and says where; asked only if the peer runs. */
  readonly file: () => string;
  readonly ours: () => unknown;
  /** How often ours runs before anything counts. */
  readonly warm?: number;
  /** How often ours runs for one run of the peer, so that a short run can be measured. */
  readonly repeats?: number;
  readonly rounds?: number;
  /** The peer's CPU seconds as they were measured before, for where it does not run. */
  readonly recorded: number;
  readonly goal: number;
  /** Looks at what the peer found, and throws if it did other work. */
  readonly check?: (run: PeerRun) => void;
};

/**
 * How many times the CPU seconds of the peer are ours: both in turns in this run, medians, when the
 * peer's command is given; else against the recorded seconds, which the bar's name says.
 */
export function race({ bar, rounds = 3, warm = 0, repeats = 1, ...work }: Race): Bar {
  const run = peer(work.peer);
  const file = run === null ? "" : work.file();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let time = 0; time < warm; time += 1) work.ours();
  for (let round = 0; round < rounds; round += 1) {
    const { seconds } = cpuSeconds(() => {
      for (let time = 0; time < repeats; time += 1) work.ours();
    });
    ours.push(seconds / repeats);
    if (run === null) continue;
    const found = run(work.task, file);
    work.check?.(found);
    theirs.push(found.cpuSeconds);
  }
  return run === null
    ? atLeast(`${bar} (${work.recorded} s recorded)`, work.recorded / median(ours), "x", work.goal)
    : atLeast(bar, median(theirs) / median(ours), "x", work.goal);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = Number.NaN, high = low] = sorted.slice(
    (sorted.length - 1) >> 1,
    (sorted.length >> 1) + 1,
  );
  return (low + high) / 2;
}
