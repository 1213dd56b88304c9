import { eachConjunction } from "./conjunctions.ts";
import type { PermutationTest } from "./permutation-test.ts";
import type { Condition } from "./subgroup.ts";
import type { Trait } from "./trait.ts";

/** A subgroup and how much it surprises. */
export type TestedSubgroup = {
  readonly conditions: readonly Condition[];
  readonly surprise: number;
};

/** All subgroups tested, and those that chance does not explain. */
export type SignificantSubgroups = {
  /** Most surprising first. */
  readonly significant: readonly TestedSubgroup[];
  /** The one that surprises most, significant or not; null if there was none to test. */
  readonly strongest: TestedSubgroup | null;
  /** How many subgroups were tested. */
  readonly tested: number;
};

/** Tests every subgroup of at most `depth` conditions and at least `fewest` rows. */
export function significantSubgroups(
  traits: readonly Trait[],
  rows: number,
  test: PermutationTest,
  {
    depth,
    fewest,
    level,
  }: { readonly depth: number; readonly fewest: number; readonly level: number },
): SignificantSubgroups {
  let candidates: TestedSubgroup[] = [];
  let strongest: TestedSubgroup | null = null;
  let tested = 0;
  let needed = 0;
  eachConjunction(traits, rows, depth, fewest, (conditions, chosen, size) => {
    const surprise = test.test(chosen, size);
    tested += 1;
    if (surprise > (strongest?.surprise ?? Number.NEGATIVE_INFINITY))
      strongest = { conditions: [...conditions], surprise };
    // What is needed only rises while testing, so what falls short now never comes back.
    if (surprise > needed) candidates.push({ conditions: [...conditions], surprise });
    if (tested % 1024 === 0) {
      needed = test.needed(level);
      candidates = candidates.filter((candidate) => candidate.surprise > needed);
    }
  });
  const significant = candidates
    .filter(({ surprise }) => test.adjusted(surprise) <= level)
    .sort((one, other) => other.surprise - one.surprise);
  return { significant, strongest, tested };
}
