import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ProfileTarget } from "../../src/profile/subgroup.ts";
import { type NamedTrait, nominalTrait } from "../../src/profile/trait.ts";

const folder = path.resolve(
  import.meta.dirname,
  "../../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
  "profile",
);

/** Whether the sample files are there; tests that need one are skipped when they are not. */
export const tablesThere = existsSync(folder);

/** The text of a sample file. */
export function profileText(file: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

/** A table of the samples: its traits by name, and both targets. */
export type BinnedTable = {
  readonly traits: ReadonlyMap<string, NamedTrait>;
  readonly hits: Uint8Array;
  readonly values: Float64Array;
};

const known = new Map<string, BinnedTable>();

/** The table NAME.binned.csv. */
export function binnedTable(name: string): BinnedTable {
  const before = known.get(name);
  if (before !== undefined) return before;
  const [head = [], ...rows] = profileText(`${name}.binned.csv`)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const column = (place: number): string[] => rows.map((row) => row[place] as string);
  const table = {
    traits: new Map(
      head.flatMap((trait, place) =>
        trait.startsWith("__") ? [] : [[trait, nominalTrait(column(place))] as const],
      ),
    ),
    hits: Uint8Array.from(column(head.indexOf("__target")), Number),
    values: Float64Array.from(column(head.indexOf("__num")), Number),
  };
  known.set(name, table);
  return table;
}

/** The numeric target of a table under the name that its bins have among the traits. */
const numberOf = new Map([
  ["bank", "balance"],
  ["adult", "hours_per_week"],
  ["german", "amount"],
]);

/** The traits and the target of a task; the bins of the number are left out where it is the target. */
export function tableOf(name: string, kind: ProfileTarget["kind"]) {
  const { traits, hits, values } = binnedTable(name);
  const chosen = [...traits].filter(([trait]) => kind === "share" || trait !== numberOf.get(name));
  const target: ProfileTarget = kind === "share" ? { kind, hits } : { kind, values };
  return {
    names: chosen.map(([trait]) => trait),
    levels: chosen.map(([, { names }]) => names),
    traits: chosen.map(([, { trait }]) => trait),
    target,
  };
}
