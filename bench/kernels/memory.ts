import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { OrderRows } from "../generate/orders.ts";

/** A kernel whose memory is measured, or `nothing` for that of an empty Node. */
export type MemoryKernel = "nothing" | "bg-nbd" | "pareto-nbd" | "subgroups";

/** The most megabytes that a Node held which did only this, its input and itself included. */
export function peakMegabytes(kernel: MemoryKernel, file = ""): number {
  const script = path.join(import.meta.dirname, "memory-pass.ts");
  const done = spawnSync(process.execPath, ["--conditions=source", script, kernel, file], {
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`memory of ${kernel}: ${done.stderr}`);
  return Number(done.stdout);
}

/** Writes customers as `memory-pass.ts` reads them. */
export function writeHistory(place: string, { repeats, last, age }: OrderRows): string {
  writeFileSync(place, Buffer.concat([repeats, last, age].map((each) => Buffer.from(each.buffer))));
  return place;
}
