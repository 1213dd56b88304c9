import {
  type Condition,
  coveredRows,
  discoverProfile,
  nominalTrait,
  randomStream,
} from "@koers/kernels";
import { colors, percent } from "./drawing.ts";
import { rows } from "./rows.ts";
import { readTable } from "./samples.ts";
import { shuffled } from "./shuffled.ts";

const found = 600;

/** What is found in a few rows, and what of it holds in all the others. */
export function subgroups(): string {
  const table = readTable("profile/bank.binned.csv");
  const order = shuffled(table.length, 3);
  const names = Object.keys(table[0] ?? {}).filter((name) => !name.startsWith("__"));
  const named = names.map((name) => nominalTrait(table.map((row) => row[name] ?? "")));
  const traitsOf = (from: number, to: number) =>
    named.map(({ trait }) => ({
      levels: trait.levels,
      codes: Int32Array.from(order.slice(from, to), (row) => trait.codes[row] as number),
    }));
  const hitsOf = (from: number, to: number) =>
    Uint8Array.from(order.slice(from, to), (row) => Number(table[row]?.["__target"]));
  const [seen, hits] = [traitsOf(0, found), hitsOf(0, found)];
  const [others, otherHits] = [traitsOf(found, table.length), hitsOf(found, table.length)];
  const told = ({ trait, level }: Condition) =>
    `${names[trait]} ${named[trait]?.names[level]}`.replaceAll("_", " ");
  const profile = discoverProfile(seen, { kind: "share", hits }, randomStream(1), { depth: 2 });
  if (profile.kind !== "profile") throw new Error(profile.kind);
  const base = otherHits.reduce((sum, hit) => sum + hit, 0) / otherHits.length;
  return rows(
    `Bank Marketing: rules found in ${found} customers, and in the other ${otherHits.length.toLocaleString("en-GB")}`,
    { label: "share who took a deposit", from: 0, to: 1, format: percent },
    [
      { label: "everyone", value: base, color: colors.ink },
      ...profile.rules.flatMap(({ conditions, inside }) => {
        const covered = coveredRows(others, conditions, otherHits.length);
        const held = covered.reduce((sum, row) => sum + (otherHits[row] as number), 0);
        return [
          { label: conditions.map(told).join(", "), value: inside.average, color: colors.pale },
          { label: "in the others", value: held / covered.length },
        ];
      }),
    ],
    250,
  );
}
