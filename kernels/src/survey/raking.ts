/** One way in which respondents are sorted, with what the whole customer base counts in each category. */
export type Margin = {
  readonly name: string;
  /** Category of each respondent, an index into `totals`. */
  readonly categories: ArrayLike<number>;
  /** How many of the whole base are in each category. All margins add up to the same number. */
  readonly totals: ArrayLike<number>;
};

/** Weights that reproduce every margin, or why there are none. */
export type Raking =
  | {
      readonly kind: "raked";
      /** One weight per respondent, adding up to the size of the base. */
      readonly weights: Float64Array;
      readonly rounds: number;
      /** Kish's effective number of answers, (sum of weights) squared over the sum of their squares. */
      readonly effectiveAnswers: number;
    }
  | {
      /** A category of the base in which nobody answered: merge it with another. */
      readonly kind: "nobody-answered";
      readonly margin: string;
      readonly category: number;
    }
  | {
      /** The margins contradict each other for these respondents: merge categories. */
      readonly kind: "not-converged";
      readonly rounds: number;
      /** Largest difference with a margin, as a share of the base. */
      readonly gap: number;
    }
  | { readonly kind: "too-few-answers"; readonly have: number; readonly need: number };

/**
 * Raking (iterative proportional fitting, Deming and Stephan 1940): scales the weights of respondents to each
 * margin in turn until all hold, so that answers speak for the base by size, sector and tenure.
 *
 * @param startingWeights one positive weight per respondent, all one for a plain sample
 * @param options after how many rounds to give up (1000), and within what share of the base the margins
 *   hold (1e-12)
 * @throws RangeError for margins that differ in length or total, an index outside the totals, or a weight
 *   that is not positive
 */
export function rake(
  margins: readonly Margin[],
  startingWeights: ArrayLike<number>,
  {
    mostRounds = 1000,
    tolerance = 1e-12,
  }: { readonly mostRounds?: number; readonly tolerance?: number } = {},
): Raking {
  const answers = startingWeights.length;
  const base = checkMargins(margins, answers);
  const weights = Float64Array.from(startingWeights);
  for (const [index, weight] of weights.entries())
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new RangeError(`weight ${index} is ${weight}, not a positive number`);
  if (answers === 0) return { kind: "too-few-answers", have: 0, need: 1 };
  const empty = emptyCategory(margins);
  if (empty !== undefined) return { kind: "nobody-answered", ...empty };

  let gap = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= mostRounds; round += 1) {
    gap = 0;
    for (const margin of margins) gap = Math.max(gap, fitMargin(margin, weights, base));
    if (gap <= tolerance)
      return { kind: "raked", weights, rounds: round, effectiveAnswers: effectiveAnswers(weights) };
  }
  return { kind: "not-converged", rounds: mostRounds, gap };
}

/**
 * Kish's effective number of answers of weights: as many equal ones would give the same variance.
 *
 * @throws RangeError for a weight below 0 or not finite, with its index
 */
export function effectiveAnswers(weights: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] as number;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`weight ${index} is ${weight}, not zero or more`);
    largest = Math.max(largest, weight);
  }
  if (largest === 0) return 0;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < weights.length; index += 1) {
    // In units of the largest, so that no square leaves the numbers.
    const weight = (weights[index] ?? 0) / largest;
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

/** Scales the weights to one margin; returns how far off they were, as a share of the base. */
function fitMargin({ categories, totals }: Margin, weights: Float64Array, base: number): number {
  const sums = new Float64Array(totals.length);
  for (let row = 0; row < weights.length; row += 1) {
    const category = categories[row] ?? 0;
    sums[category] = (sums[category] ?? 0) + (weights[row] ?? 0);
  }
  let gap = 0;
  for (let category = 0; category < totals.length; category += 1) {
    const sum = sums[category] ?? 0;
    const total = totals[category] ?? 0;
    gap = Math.max(gap, Math.abs(sum - total) / base);
    sums[category] = sum === 0 ? 0 : total / sum;
  }
  for (let row = 0; row < weights.length; row += 1)
    weights[row] = (weights[row] ?? 0) * (sums[categories[row] ?? 0] ?? 0);
  return gap;
}

function checkMargins(margins: readonly Margin[], answers: number): number {
  const first = margins[0];
  if (first === undefined) throw new RangeError("there is no margin to rake to");
  const base = sumOf(first.totals);
  for (const { name, categories, totals } of margins) {
    if (categories.length !== answers)
      throw new RangeError(`margin ${name} has ${categories.length} rows, not ${answers}`);
    for (let category = 0; category < totals.length; category += 1) {
      const total = totals[category] ?? Number.NaN;
      if (!(total >= 0 && Number.isFinite(total)))
        throw new RangeError(`total ${category} of margin ${name} is ${total}`);
    }
    const sum = sumOf(totals);
    if (!(sum > 0 && Math.abs(sum - base) <= 1e-9 * base))
      throw new RangeError(`margin ${name} adds up to ${sum}, not ${base}`);
    for (let row = 0; row < answers; row += 1) {
      const category = categories[row] ?? Number.NaN;
      if (!Number.isInteger(category) || category < 0 || category >= totals.length)
        throw new RangeError(`row ${row} of margin ${name} has category ${category}`);
      if (totals[category] === 0)
        throw new RangeError(`row ${row} of margin ${name} is in a category of total zero`);
    }
  }
  return base;
}

function emptyCategory(
  margins: readonly Margin[],
): { readonly margin: string; readonly category: number } | undefined {
  for (const { name, categories, totals } of margins) {
    const seen = new Uint8Array(totals.length);
    for (let row = 0; row < categories.length; row += 1) seen[categories[row] ?? 0] = 1;
    const category = seen.findIndex((found, index) => found === 0 && (totals[index] ?? 0) > 0);
    if (category >= 0) return { margin: name, category };
  }
  return undefined;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum;
}
