import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { nominalTrait, type Subgroup, searchSubgroups, type Trait } from "@koers/kernels";
import { type NominalTable, nominalTable } from "../generate/nominal-table.ts";

const folder = path.resolve(
  import.meta.dirname,
  "../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
  "profile",
);

/** Whether the tables of the samples are there. */
export const haveTables = existsSync(folder);

/** A table of the samples, or `million`: a million seeded rows. */
export type ProfileTable = "german" | "bank" | "adult" | "million";

/** Which target, with which exponent of the size, how deep. */
export type ProfileTask = {
  readonly table: ProfileTable;
  readonly target: "binary" | "numeric";
  readonly exponent: number;
  readonly depth: number;
};

/** The trait that is the numeric target in bins, which such a task leaves out. */
const numberOf: Readonly<Record<ProfileTable, string | null>> = {
  german: "amount",
  bank: "balance",
  adult: "hours_per_week",
  million: null,
};

/** The task as `bench/peers/pysubgroup.py` takes it. */
export function peerTask({ table, target, exponent, depth }: ProfileTask): string {
  const leftOut = target === "numeric" ? [numberOf[table]] : [];
  return [target, exponent, depth, ...leftOut].join(":");
}

/** The file of a table of the samples. */
export function tableFile(table: Exclude<ProfileTable, "million">): string {
  return path.join(folder, `${table}.binned.csv`);
}

/** The search of a task with its table in memory, ready to be run again and again. */
export function profileTask(task: ProfileTask): () => readonly Subgroup[] {
  const { traits, hits, values } = table(task.table);
  const { exponent, depth } = task;
  const chosen = traits
    .filter(({ name }) => task.target === "binary" || name !== numberOf[task.table])
    .map(({ trait }) => trait);
  const target =
    task.target === "binary"
      ? ({ kind: "share", hits } as const)
      : ({ kind: "mean", values } as const);
  return () => searchSubgroups(chosen, target, { exponent, depth });
}

type NamedTable = {
  readonly traits: readonly { readonly name: string; readonly trait: Trait }[];
  readonly hits: Uint8Array;
  readonly values: Float64Array;
};

const tables = new Map<ProfileTable, NamedTable>();

function table(name: ProfileTable): NamedTable {
  const known = tables.get(name) ?? (name === "million" ? named(millionRows()) : read(name));
  tables.set(name, known);
  return known;
}

function read(name: Exclude<ProfileTable, "million">): NamedTable {
  const [head = [], ...rows] = readFileSync(tableFile(name), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const column = (place: number): string[] => rows.map((row) => row[place] as string);
  return {
    traits: head.flatMap((trait, place) =>
      trait.startsWith("__") ? [] : [{ name: trait, trait: nominalTrait(column(place)).trait }],
    ),
    hits: Uint8Array.from(column(head.indexOf("__target")), Number),
    values: Float64Array.from(column(head.indexOf("__num")), Number),
  };
}

/** A million rows, the same at every call. */
export function millionRows(): NominalTable {
  return nominalTable(1_000_000, 20261121);
}

function named({ traits, hits }: NominalTable): NamedTable {
  return {
    traits: traits.map((trait, place) => ({ name: `t${place}`, trait })),
    hits,
    values: new Float64Array(0),
  };
}

/** Writes the million rows as the peer reads them. */
export function writeMillion(place: string): string {
  const { traits, hits } = millionRows();
  const file = openSync(place, "w");
  writeSync(file, `${traits.map((_, trait) => `t${trait}`).join(",")},__target,__num\n`);
  for (let start = 0; start < hits.length; start += 10_000) {
    const lines: string[] = [];
    for (let row = start; row < Math.min(hits.length, start + 10_000); row += 1)
      lines.push(`${traits.map(({ codes }) => codes[row]).join(",")},${hits[row]},0\n`);
    writeSync(file, lines.join(""));
  }
  closeSync(file);
  return place;
}
