/**
 * First and second derivatives to r, alpha, s, beta, gathered over rows; the second ones in the
 * order rr, r alpha, r s, r beta, alpha alpha, alpha s, alpha beta, ss, s beta, beta beta.
 */
export type Derivatives = { readonly first: Float64Array; readonly second: Float64Array };

/** Adds to one place of an array. */
export function add(target: Float64Array, place: number, amount: number): void {
  target[place] = (target[place] as number) + amount;
}

/** Takes the square of a row's gradient off the second derivatives: those of a logarithm. */
export function addRow(
  { first, second }: Derivatives,
  weight: number,
  dr: number,
  da: number,
  ds: number,
  db: number,
): void {
  add(first, 0, weight * dr);
  add(first, 1, weight * da);
  add(first, 2, weight * ds);
  add(first, 3, weight * db);
  add(second, 0, -weight * dr * dr);
  add(second, 1, -weight * dr * da);
  add(second, 2, -weight * dr * ds);
  add(second, 3, -weight * dr * db);
  add(second, 4, -weight * da * da);
  add(second, 5, -weight * da * ds);
  add(second, 6, -weight * da * db);
  add(second, 7, -weight * ds * ds);
  add(second, 8, -weight * ds * db);
  add(second, 9, -weight * db * db);
}

/**
 * Adds a mass at which a customer left (or, for `exponent` s, the mass of being alive): its
 * second derivatives over itself, times the mass. `inverseS` is 1 / s where the mass has a
 * factor s, else 0.
 */
export function addMass(
  second: Float64Array,
  mass: number,
  shape: number,
  exponent: number,
  inverseS: number,
  logA: number,
  inverseA: number,
  logB: number,
  inverseB: number,
): void {
  const da = -shape * inverseA;
  const ds = inverseS - logB;
  const db = -exponent * inverseB;
  add(second, 0, mass * logA * logA);
  add(second, 1, mass * (-logA * da - inverseA));
  add(second, 2, -mass * logA * ds);
  add(second, 3, -mass * logA * db);
  add(second, 4, mass * (shape + 1) * shape * inverseA * inverseA);
  add(second, 5, mass * da * ds);
  add(second, 6, mass * da * db);
  add(second, 7, mass * (ds * ds - inverseS * inverseS));
  add(second, 8, mass * (ds * db - inverseB));
  add(second, 9, mass * (exponent + 1) * exponent * inverseB * inverseB);
}
