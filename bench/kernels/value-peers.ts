import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fitBetaGeometric, fitPareto } from "@koers/kernels";
import { type Bar, bar } from "../bar.ts";
import { type OrderRows, orderRows } from "../generate/orders.ts";
import { cpuSeconds } from "../measure.ts";
import { writeCustomers } from "./customers-file.ts";
import { peakMegabytes, writeHistory } from "./memory.ts";
import { type PeerRun, race } from "./peer.ts";

/** CPU seconds and memory of the fits of repeat buying, beside lifetimes and CLVTools. */
export function raceValue(quick: boolean): readonly Bar[] {
  const folder = mkdtempSync(path.join(tmpdir(), "koers-bench-"));
  try {
    return [...raceSmall(folder), ...(quick ? [] : [...raceLarge(folder), ...memoryOf(folder)])];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function raceSmall(folder: string): readonly Bar[] {
  const history = orderRows(10_000, "staggered");
  const file = () => writeCustomers(path.join(folder, "10k.csv"), history);
  const shared = { file, ours: () => fitted(history), warm: 30, repeats: 20 };
  return [
    race({
      ...shared,
      bar: "BG/NBD, 10k customers, warm: lifetimes folded",
      peer: "lifetimes",
      task: "bgnbd-folded",
      rounds: 5,
      recorded: 0.196,
      goal: 40,
      check: (run) => sameParameters(run, history),
    }),
  ];
}

function raceLarge(folder: string): readonly Bar[] {
  const history = orderRows(1_000_000, "staggered");
  const place = path.join(folder, "1M.csv");
  let written = "";
  const file = () => {
    written ||= writeCustomers(place, history);
    return written;
  };
  const first = cpuSeconds(() => fitted(history)).seconds;
  const geometric = { file, ours: () => fitted(history), warm: 2 };
  const pareto = { file, ours: () => fittedPareto(history), warm: 1 };
  return [
    bar("BG/NBD, 1M customers: the first run of a process", first, "CPU-s"),
    race({
      ...geometric,
      bar: "BG/NBD, 1M customers: lifetimes",
      peer: "lifetimes",
      task: "bgnbd",
      recorded: 11.9,
      goal: 100,
      check: (run) => sameParameters(run, history),
    }),
    race({
      ...geometric,
      bar: "BG/NBD, 1M customers: lifetimes folded",
      peer: "lifetimes",
      task: "bgnbd-folded",
      rounds: 5,
      recorded: 1.29,
      goal: 12,
      check: (run) => sameParameters(run, history),
    }),
    race({
      ...geometric,
      bar: "BG/NBD, 1M customers: CLVTools",
      peer: "clvtools",
      task: "bgnbd",
      rounds: 2,
      recorded: 14,
      goal: 120,
    }),
    race({
      ...pareto,
      bar: "Pareto/NBD, 1M customers: lifetimes folded",
      peer: "lifetimes",
      task: "pareto-folded",
      recorded: 18,
      goal: 40,
    }),
    race({
      ...pareto,
      bar: "Pareto/NBD, 1M customers: CLVTools",
      peer: "clvtools",
      task: "pareto",
      rounds: 2,
      recorded: 15.6,
      goal: 40,
    }),
  ];
}

function memoryOf(folder: string): readonly Bar[] {
  const file = writeHistory(path.join(folder, "1M.doubles"), orderRows(1_000_000, "staggered"));
  return [
    bar("memory of a Node that only reads this script", peakMegabytes("nothing"), "MB"),
    bar("BG/NBD, 1M customers: memory", peakMegabytes("bg-nbd", file), "MB", 150),
    bar("Pareto/NBD, 1M customers: memory", peakMegabytes("pareto-nbd", file), "MB", 150),
  ];
}

function fitted(history: OrderRows) {
  const fit = fitBetaGeometric(history, "bg-nbd");
  if (fit.kind !== "fitted") throw new Error(`BG/NBD: ${fit.kind}`);
  return fit;
}

function fittedPareto(history: OrderRows) {
  const fit = fitPareto(history);
  if (fit.kind !== "fitted") throw new Error(`Pareto/NBD: ${fit.kind}`);
  return fit;
}

/** The peer counts in days. Its steps end a little before the top. */
function sameParameters({ parameters }: PeerRun, history: OrderRows): void {
  const { r, alpha, a, b } = fitted(history).parameters;
  const theirs = parameters as Readonly<Record<"r" | "alpha" | "a" | "b", number>>;
  for (const [name, value] of Object.entries({ r, alpha: alpha * 7, a, b })) {
    const other = theirs[name as keyof typeof theirs];
    if (!(Math.abs(value / other - 1) < 1e-3))
      throw new Error(`The peer has ${name} ${other}, ours is ${value}`);
  }
}
