import { type Bar, bar } from "../bar.ts";
import { type ProfileTask, profileTask } from "./profile-tasks.ts";
import { referenceText } from "./reference-sample.ts";

/** Tasks of the golden file in which a quality of the best ten is not the published one. */
export function goldenProfiles(): readonly Bar[] {
  const text = referenceText("golden/pysubgroup_top10.json");
  if (text === null) return [];
  const golden = JSON.parse(text) as Readonly<
    Record<string, { readonly top10: readonly (readonly [number, unknown])[] }>
  >;
  const wrong = Object.entries(golden).filter(([key, { top10 }]) => {
    const task = taskOf(key);
    const found = profileTask(task)();
    const scale = task.target === "numeric" ? rowsOf[task.table] ** task.exponent : 1;
    return top10.some(
      ([quality], place) =>
        !(Math.abs(scale * (found[place]?.quality ?? 0) - quality) <= 1e-9 * quality),
    );
  });
  const name = `subgroups: of ${Object.keys(golden).length} golden tasks, those with another best ten`;
  return [bar(name, wrong.length, "tasks", 1)];
}

// The golden qualities of a mean have the number of rows where ours have their share.
const rowsOf = { german: 1_000, bank: 45_211, adult: 48_842, million: 1_000_000 } as const;

/** Such as `german|a=0.5|depth=3|bin`. */
function taskOf(key: string): ProfileTask {
  const [table, exponent, depth, kind] = key.split("|");
  return {
    table: table as ProfileTask["table"],
    target: kind === "num" ? "numeric" : "binary",
    exponent: Number(exponent?.slice("a=".length)),
    depth: Number(depth?.slice("depth=".length)),
  };
}
