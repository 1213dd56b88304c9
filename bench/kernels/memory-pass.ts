// One kernel over one file of input in a process of its own, so that its memory is its own:
// node memory-pass.ts KERNEL FILE. Prints the most megabytes that the process ever held.
import { readFileSync } from "node:fs";
import type { OrderHistory } from "@koers/kernels";

const [, , kernel, file = ""] = process.argv;
await run();
console.log(mostMegabytes());

async function run(): Promise<void> {
  if (kernel === "nothing") return;
  if (kernel === "subgroups") {
    const { profileTask } = await import("./profile-tasks.ts");
    profileTask({ table: "million", target: "binary", exponent: 1, depth: 3 })();
    return;
  }
  const { fitBetaGeometric, fitPareto } = await import("@koers/kernels");
  const fits = {
    "bg-nbd": (history: OrderHistory) => fitBetaGeometric(history, "bg-nbd"),
    "pareto-nbd": fitPareto,
  };
  const chosen = fits[kernel as keyof typeof fits];
  const { kind } = chosen(readHistory());
  if (kind !== "fitted") throw new Error(kind);
}

/** What the system reports at the end begins, on Linux, with what the parent held when it started this. */
function mostMegabytes(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS / 1024;
  const status = readFileSync("/proc/self/status", "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

/** Three columns of doubles behind each other: repeats, last, age. */
function readHistory(): OrderHistory {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  const customers = byteLength / 24;
  const column = (place: number) =>
    new Float64Array(buffer, byteOffset + place * customers * 8, customers);
  return { repeats: column(0), last: column(1), age: column(2) };
}
