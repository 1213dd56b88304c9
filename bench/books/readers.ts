import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Bar, bar } from "../bar.ts";
import type { Pass } from "./pass.ts";
import { makeSamples, type Sample } from "./samples.ts";

const rounds = 3;

/** MB/s of each reader beside a bare parser over the same bytes, in turns. */
export async function benchReaders(quick: boolean): Promise<readonly Bar[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "koers-bench-"));
  try {
    const samples = await makeSamples(folder, quick);
    const passes = new Map<string, Pass[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const sample of samples) {
        for (const who of ["reader", "bare"] as const) {
          const key = `${who} ${sample.format}`;
          passes.set(key, [...(passes.get(key) ?? []), runPass(who, sample)]);
        }
      }
    }
    return samples.flatMap((sample) => {
      const reader = median(passes.get(`reader ${sample.format}`) ?? []);
      const bare = median(passes.get(`bare ${sample.format}`) ?? []);
      return barsOf(sample, reader, bare);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function barsOf({ format, peer }: Sample, reader: Pass, bare: Pass): readonly Bar[] {
  return [
    bar(`${format}: file`, reader.megabytes, "MB"),
    bar(`${format}: reader`, reader.megabytes / reader.seconds, "MB/s"),
    bar(`${format}: bare ${peer}`, bare.megabytes / bare.seconds, "MB/s"),
    bar(`${format}: reader, processor time`, reader.cpuSeconds, "s"),
    bar(`${format}: bare, processor time`, bare.cpuSeconds, "s"),
    bar(`${format}: reader, most memory`, reader.peakMegabytes, "MB", 512),
    bar(`${format}: bare, most memory`, bare.peakMegabytes, "MB"),
  ];
}

function runPass(who: "reader" | "bare", { format, place }: Sample): Pass {
  const script = path.join(import.meta.dirname, "pass.ts");
  const done = spawnSync(process.execPath, ["--conditions=source", script, who, format, place], {
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`${who} ${format}: ${done.stderr}`);
  return JSON.parse(done.stdout) as Pass;
}

function median(passes: readonly Pass[]): Pass {
  const middle = passes.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(passes.length / 2)];
  if (middle === undefined) throw new RangeError("nothing was measured");
  return middle;
}
