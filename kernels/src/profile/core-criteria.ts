/** One way in which a customer can be ideal, a value per customer, NaN where it is not known. */
export type CoreCriterion = {
  readonly values: ArrayLike<number>;
  readonly better: "more" | "less";
};

/**
 * How criteria are made comparable. `rank`: the share of customers that one is better than, so that one extreme customer
 * does not drown the others. `standard`: distance from the mean in standard deviations, where sizes themselves matter.
 */
export type CoreScale = "rank" | "standard";

/** Criteria, made comparable: more is better. */
export type ScaledCriterion = {
  /** NaN where it is not known. */
  readonly scaled: Float64Array;
  /** The known ones: what someone unknown may turn out to be. */
  readonly known: Float64Array;
};

/**
 * How many customers the criteria are of.
 *
 * @throws RangeError with the index of the row for a value that is infinite; for no criterion, or lengths that differ
 */
export function checkCriteria(criteria: readonly CoreCriterion[]): number {
  const [first] = criteria;
  if (first === undefined) throw new RangeError("there is no criterion");
  const customers = first.values.length;
  for (const [index, { values }] of criteria.entries()) {
    if (values.length !== customers)
      throw new RangeError(`criterion ${index} has ${values.length} values, not ${customers}`);
    for (let row = 0; row < customers; row += 1)
      if (Math.abs(values[row] as number) === Number.POSITIVE_INFINITY)
        throw new RangeError(`row ${row} of criterion ${index} is ${values[row]}`);
  }
  return customers;
}

export function scaleCriterion(criterion: CoreCriterion, scale: CoreScale): ScaledCriterion {
  const sign = criterion.better === "more" ? 1 : -1;
  const signed = Float64Array.from(criterion.values, (value) => sign * value);
  const scaled = scale === "rank" ? ranked(signed) : standardised(signed);
  return { scaled, known: scaled.filter((value) => !Number.isNaN(value)).sort() };
}

/** Share of the others below, ties for half, from 0 to 1. */
function ranked(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys())
    .filter((row) => !Number.isNaN(values[row]))
    .sort((one, other) => (values[one] as number) - (values[other] as number) || one - other);
  const scaled = new Float64Array(values.length).fill(Number.NaN);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number])
      end += 1;
    for (let place = start; place < end; place += 1)
      scaled[order[place] as number] = (start + end) / 2 / order.length;
    start = end;
  }
  return scaled;
}

function standardised(values: Float64Array): Float64Array {
  // Sorted, so that the order of customers does not change the last digits.
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  const deviation = Math.sqrt(variance);
  // Values that are all equal differ by rounding at most.
  if (!(deviation > 1e-12 * Math.abs(mean)))
    return values.map((value) => (Number.isNaN(value) ? value : 0));
  return values.map((value) => (value - mean) / deviation);
}
