import {
  type Condition,
  coveredRows,
  discoverProfile,
  nominalTrait,
  randomStream,
  type SubgroupSearchOptions,
  searchSubgroups,
  type Trait,
} from "@koers/kernels";
import { colors, percent, plain } from "./drawing.ts";
import { rows } from "./rows.ts";
import { readTable } from "./samples.ts";
import { shuffled } from "./shuffled.ts";

type Customers = { readonly traits: readonly Trait[]; readonly hits: Uint8Array };

/** The customers of a bank, some of them drawn by chance and all others. */
function bank(seed: number, drawn: number) {
  const table = readTable("profile/bank.binned.csv");
  const order = shuffled(table.length, seed);
  const names = Object.keys(table[0] ?? {}).filter((name) => !name.startsWith("__"));
  const named = names.map((name) => nominalTrait(table.map((row) => row[name] ?? "")));
  const part = (picked: Int32Array): Customers => ({
    traits: named.map(({ trait }) => ({
      levels: trait.levels,
      codes: Int32Array.from(picked, (row) => trait.codes[row] as number),
    })),
    hits: Uint8Array.from(picked, (row) => Number(table[row]?.["__target"])),
  });
  const told = ({ trait, level }: Condition) =>
    `${names[trait]} ${named[trait]?.names[level]}`.replaceAll("_", " ");
  return { seen: part(order.subarray(0, drawn)), others: part(order.subarray(drawn)), told };
}

function shareOf({ traits, hits }: Customers, conditions: readonly Condition[]): number {
  const covered = coveredRows(traits, conditions, hits.length);
  return covered.reduce((sum, row) => sum + (hits[row] as number), 0) / covered.length;
}

/** The rules found in a few customers, and what of them holds in all the others. */
export function profilePlot(): string {
  const { seen, others, told } = bank(3, 600);
  const profile = discoverProfile(
    seen.traits,
    { kind: "share", hits: seen.hits },
    randomStream(1),
    { depth: 2 },
  );
  if (profile.kind !== "profile") throw new Error(profile.kind);
  return rows(
    `Bank Marketing: rules found in 600 customers, and in the other ${plain(others.hits.length)}`,
    { label: "share who took a deposit", from: 0, to: 1, format: percent },
    [
      { label: "everyone", value: shareOf(others, []), color: colors.ink },
      ...profile.rules.flatMap(({ conditions }) => [
        {
          label: conditions.map(told).join(", "),
          value: shareOf(seen, conditions),
          color: colors.pale,
        },
        { label: "in the others", value: shareOf(others, conditions) },
      ]),
    ],
    250,
  );
}

/** What is left on other customers of the ten best by raw share, and of the ten best by shrunk quality. */
export function subgroups(): string {
  const firms = Array.from({ length: 10 }, (_, seed) => bank(seed, 150));
  const shared = { depth: 2, keep: 10, minimumRows: 8 };
  const meansOf = (options: SubgroupSearchOptions) => {
    const pairs = firms.flatMap(({ seen, others }) =>
      searchSubgroups(seen.traits, { kind: "share", hits: seen.hits }, options)
        .map(({ conditions }) => [shareOf(seen, conditions), shareOf(others, conditions)] as const)
        .filter(([, held]) => Number.isFinite(held)),
    );
    const mean = (place: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[place], 0) / pairs.length;
    return { seen: mean(0), others: mean(1) };
  };
  // The exponent has to be above 0; so small it hardly counts.
  const raw = meansOf({ ...shared, exponent: 0.001 });
  const shrunk = meansOf({ ...shared, exponent: 0.5, pseudoRows: 8 });
  return rows(
    "Bank Marketing, ten times 150 customers: the ten best subgroups of each",
    { label: "mean share who took a deposit", from: 0, to: 1, format: percent },
    [
      { label: "everyone", value: shareOf(firms[0]?.others as Customers, []), color: colors.ink },
      { label: "by raw share, in the 150", value: raw.seen, color: colors.pale },
      { label: "in the others", value: raw.others, color: colors.second },
      { label: "by shrunk quality, in the 150", value: shrunk.seen, color: colors.pale },
      { label: "in the others", value: shrunk.others },
    ],
    220,
  );
}
