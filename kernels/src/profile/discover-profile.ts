import { normalQuantile } from "../numeric/normal.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import { deviationsOf, qualityOf, rankedSubgroups } from "./covered-subgroup.ts";
import { heldOutContrast } from "./held-out-contrast.ts";
import { evidencePossible, rowsNeeded } from "./missing-evidence.ts";
import {
  meanPermutationTest,
  type PermutationTest,
  sharePermutationTest,
} from "./permutation-test.ts";
import { checkedProfileOptions, type ProfileOptions } from "./profile-options.ts";
import { ruleStability } from "./rule-stability.ts";
import { significantSubgroups } from "./significant-subgroups.ts";
import {
  type Condition,
  checkProfileTable,
  coveredRows,
  type ProfileTarget,
  rowsOfTarget,
} from "./subgroup.ts";
import { type Contrast, contrastOf } from "./subgroup-contrast.ts";
import type { Trait } from "./trait.ts";
import { weightedCovering } from "./weighted-covering.ts";
import { withoutRedundant } from "./without-redundant.ts";

/** One rule of a profile. */
export type ProfileRule = Contrast & {
  readonly conditions: readonly Condition[];
  /** The chance of any rule that surprises as much, were the target dealt at random (Westfall-Young). */
  readonly significance: number;
  /** (n / N)^a times the shrunk difference. */
  readonly quality: number;
};

/** What describes the core, or what is missing to say so. */
export type Profile =
  | {
      readonly kind: "profile";
      /** At most 5, most telling first; the first 3 are meant to be shown. */
      readonly rules: readonly (ProfileRule & {
        /** The share of bootstrap resamples in which it came back. */
        readonly stability: number;
      })[];
      /** Rows inside any of the first 3 rules, as found. */
      readonly inSample: Contrast;
      /** The same on rows that rules were not found on: what to expect of new customers. */
      readonly heldOut: Contrast;
      readonly tested: number;
    }
  | {
      readonly kind: "no-reliable-profile";
      /** The rule that comes nearest; chance explains it. */
      readonly nearest: ProfileRule;
      /** About how many rows in all would tell, were it as real as it looks after shrinking; null if never. */
      readonly rowsNeeded: number | null;
      readonly tested: number;
    }
  | { readonly kind: "too-few-rows"; readonly have: number; readonly need: number }
  /** Even a rule with hits alone would be no evidence. */
  | { readonly kind: "too-few-hits"; readonly have: number; readonly need: number }
  /** Every row has the same target: there is nothing to tell apart. */
  | { readonly kind: "target-does-not-vary" }
  /** No level of any trait is had by enough rows, but not by all. */
  | { readonly kind: "traits-do-not-vary" };

/** Rules shown, and rules kept. */
const shownRules = 3;
const keptRules = 5;
/** Only this many of the significant subgroups, best first, are compared with each other. */
const mostCompared = 500;
/** Dealt values of a mean are held in memory: 8 bytes times permutations for each row. */
const mostMeanRows = 20_000;

/**
 * What describes the core: at most five rules over the traits that chance does not explain, with counts, or what is
 * missing to say so.
 *
 * Every subgroup of at most `depth` conditions is tested, against 1,000 new deals of the target (Westfall and Young
 * 1993), so that a profile is reported in at most `level` of tables without one. Those that hold are ranked by shrunk
 * quality, never by raw lift; what repeats another is left out; a greedy weighted covering chooses the rules.
 *
 * @param random decides deals, resamples and splits
 * @throws RangeError as `checkProfileTable`, for an option outside its range, or for more than 20,000 rows of a mean
 */
export function discoverProfile(
  traits: readonly Trait[],
  target: ProfileTarget,
  random: RandomStream,
  options: ProfileOptions = {},
): Profile {
  checkProfileTable(traits, target);
  const rows = rowsOfTarget(target);
  const settings = checkedProfileOptions(options, rows);
  const { minimumRows, level, permutations, depth } = settings;
  const thin = tooThin(target, rows, minimumRows, level);
  if (thin !== null) return thin;
  if (target.kind === "mean" && rows > mostMeanRows)
    throw new RangeError(`a mean of at most ${mostMeanRows} rows, got ${rows}`);

  const test: PermutationTest =
    target.kind === "share"
      ? sharePermutationTest(target.hits, permutations, random.split(1))
      : meanPermutationTest(target.values, permutations, random.split(1));
  const { significant, strongest, tested } = significantSubgroups(traits, rows, test, {
    depth,
    fewest: minimumRows,
    level,
  });
  if (strongest === null) return { kind: "traits-do-not-vary" };

  const deviations = deviationsOf(target);
  const surpriseOf = new Map(significant.map((one) => [one.conditions, one.surprise]));
  const ranked = rankedSubgroups(traits, target, significant, settings).slice(0, mostCompared);
  const rules = weightedCovering(withoutRedundant(ranked), deviations, keptRules, settings);
  if (rules.length === 0) {
    const covered = coveredRows(traits, strongest.conditions, rows);
    return {
      kind: "no-reliable-profile",
      nearest: {
        conditions: strongest.conditions,
        ...contrastOf(target, covered),
        significance: test.adjusted(strongest.surprise),
        quality: qualityOf(covered, deviations, settings),
      },
      rowsNeeded: rowsNeeded(
        rows,
        shrunkDeviations(covered, deviations, settings.pseudoRows),
        neededDeviations(target, test.needed(level)),
      ),
      tested,
    };
  }
  const shown = rules.slice(0, shownRules);
  const stability = ruleStability(
    traits,
    target,
    rules.map(({ covered }) => covered),
    keptRules,
    random.split(2),
    settings.resamples,
    settings,
  );
  return {
    kind: "profile",
    rules: rules.map(({ conditions, covered, quality }, rule) => ({
      conditions,
      ...contrastOf(target, covered),
      significance: test.adjusted(surpriseOf.get(conditions) as number),
      quality,
      stability: stability[rule] as number,
    })),
    inSample: contrastOf(
      target,
      shown.flatMap(({ covered }) => [...covered]),
    ),
    heldOut: heldOutContrast(
      traits,
      target,
      shown.length,
      random.split(3),
      settings.splits,
      settings,
    ),
    tested,
  };
}

/** What is missing before any subgroup is looked at; null if nothing is. */
function tooThin(
  target: ProfileTarget,
  rows: number,
  minimumRows: number,
  level: number,
): Profile | null {
  const need = 2 * minimumRows;
  if (rows < need) return { kind: "too-few-rows", have: rows, need };
  const values = Float64Array.from(target.kind === "share" ? target.hits : target.values);
  if (values.every((value) => value === values[0])) return { kind: "target-does-not-vary" };
  if (target.kind === "mean") return null;
  const have = values.reduce((sum, hit) => sum + hit, 0);
  for (let hits = have; hits < rows; hits += 1)
    if (evidencePossible(rows, hits, minimumRows, level))
      return hits === have ? null : { kind: "too-few-hits", have, need: hits };
  // More hits would not do either: nearly all rows are hits.
  let enough = rows + 1;
  const hitsOf = (count: number): number => Math.round((have / rows) * count);
  while (!evidencePossible(enough, hitsOf(enough), minimumRows, level)) enough += 1;
  return { kind: "too-few-rows", have: rows, need: enough };
}

/** How many standard deviations these rows lie above the mean, with pseudo-rows that lie on it. */
function shrunkDeviations(
  covered: Int32Array,
  deviations: Float64Array,
  pseudoRows: number,
): number {
  const rows = deviations.length;
  const size = covered.length;
  let sum = 0;
  for (const row of covered) sum += deviations[row] as number;
  const variance = deviations.reduce((total, own) => total + own * own, 0) / rows;
  const shrunk = (sum * size) / (size + pseudoRows);
  return shrunk / Math.sqrt((variance * size * (rows - size)) / (rows - 1));
}

/** The surprise that is needed, as standard deviations. */
function neededDeviations(target: ProfileTarget, surprise: number): number {
  if (target.kind === "mean") return surprise;
  return -normalQuantile(Math.max(Math.min(0.5, Math.exp(-surprise)), 1e-300));
}
