import type { RandomStream } from "../numeric/random-stream.ts";
import type { PlaybookRates } from "./playbook-rates.ts";

/** Which playbook to do, and how likely each was to be it: to be logged with the outcome. */
export type PlaybookChoice =
  | {
      readonly kind: "chosen";
      readonly playbook: number;
      /** The probability with which this choice fell on each playbook; they add up to 1. Exact. */
      readonly propensities: Float64Array;
    }
  /** No playbook is worth anything here. */
  | { readonly kind: "nothing-worthwhile" };

export type PlaybookChoiceOptions = {
  /** Playbooks whose mean value misses the best by at most this part are tied; 1 for all (0.1). */
  readonly tie?: number;
  /** The part of choices made at random among all worthwhile ones, so that each can be learned from (0.05). */
  readonly explore?: number;
};

/**
 * Chooses the playbook that is worth most here. Ties are broken by Thompson sampling: each tied one is
 * chosen as often as it is the best in the posterior (Thompson 1933; Chapelle and Li 2011). The
 * probabilities are those of the draws at hand, so what is logged is exact.
 *
 * @param worth what success would be worth, in euros less what it costs, per playbook; 0 or less where it
 *   does not apply
 * @throws RangeError for as many worths as there are no playbooks, a worth that is not finite (with its
 *   index), or options outside 0..1
 */
export function choosePlaybook(
  rates: Extract<PlaybookRates, { readonly kind: "learned" }>,
  worth: ArrayLike<number>,
  random: RandomStream,
  { tie = 0.1, explore = 0.05 }: PlaybookChoiceOptions = {},
): PlaybookChoice {
  const playbooks = rates.mean.length;
  if (worth.length !== playbooks)
    throw new RangeError(`${worth.length} worths for ${playbooks} playbooks`);
  for (let row = 0; row < playbooks; row += 1)
    if (!Number.isFinite(worth[row]))
      throw new RangeError(`playbook ${row}: worth is not finite: ${worth[row]}`);
  for (const [name, share] of Object.entries({ tie, explore }))
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`${name} is not between 0 and 1: ${share}`);
  const values = rates.mean.map((mean, row) => mean * (worth[row] as number));
  const best = values.reduce((most, value) => Math.max(most, value), 0);
  if (best <= 0) return { kind: "nothing-worthwhile" };
  const tied = values.map((value) => (value > 0 && value >= best * (1 - tie) ? 1 : 0));
  const propensities = sharesOfBest(rates.draws, worth, tied);
  const worthwhile = values.filter((value) => value > 0).length;
  for (let row = 0; row < playbooks; row += 1)
    propensities[row] =
      (1 - explore) * (propensities[row] as number) +
      ((values[row] as number) > 0 ? explore / worthwhile : 0);
  return { kind: "chosen", playbook: drawn(propensities, random.uniform()), propensities };
}

/** In which part of the draws each of the tied playbooks is the best. */
function sharesOfBest(
  draws: Float64Array,
  worth: ArrayLike<number>,
  tied: Float64Array,
): Float64Array {
  const playbooks = tied.length;
  const shares = new Float64Array(playbooks);
  const count = draws.length / playbooks;
  for (let draw = 0; draw < count; draw += 1) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < playbooks; row += 1) {
      const value = (draws[draw * playbooks + row] as number) * (worth[row] as number);
      if (tied[row] === 1 && value > most) {
        most = value;
        best = row;
      }
    }
    shares[best] = (shares[best] as number) + 1;
  }
  return shares.map((times) => times / count);
}

function drawn(propensities: Float64Array, at: number): number {
  let reached = 0;
  let last = 0;
  for (let row = 0; row < propensities.length; row += 1) {
    if (propensities[row] === 0) continue;
    last = row;
    reached += propensities[row] as number;
    if (reached > at) break;
  }
  return last;
}
