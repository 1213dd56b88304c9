import { normalQuantile } from "../numeric/normal.ts";

/** How many of a group responded. */
export type GroupResponse = { readonly customers: number; readonly responded: number };

/** What treatment adds to the response, or why that cannot be said. */
export type ResponseUplift =
  | {
      readonly kind: "measured";
      /** Rate of the treated less that of the held out. */
      readonly uplift: number;
      readonly lower: number;
      readonly upper: number;
    }
  | { readonly kind: "nobody-treated" }
  | { readonly kind: "nobody-held-out" };

/**
 * What treatment adds to a response: the difference of two rates with Newcombe's hybrid score interval
 * (1998, method 10), which stays within -1..1 and holds for small groups.
 *
 * @param level of the interval, strictly between 0 and 1
 * @throws RangeError for counts that are not whole or do not go together, or a level that cannot be
 */
export function responseUplift(
  treated: GroupResponse,
  heldOut: GroupResponse,
  level = 0.95,
): ResponseUplift {
  for (const [name, { customers, responded }] of Object.entries({ treated, heldOut }))
    if (
      !(Number.isSafeInteger(customers) && Number.isSafeInteger(responded)) ||
      responded < 0 ||
      responded > customers
    )
      throw new RangeError(`${name}: ${responded} of ${customers} responded`);
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  if (treated.customers === 0) return { kind: "nobody-treated" };
  if (heldOut.customers === 0) return { kind: "nobody-held-out" };
  const z = normalQuantile((1 + level) / 2);
  const one = scoreInterval(treated, z);
  const other = scoreInterval(heldOut, z);
  const uplift = one.rate - other.rate;
  return {
    kind: "measured",
    uplift,
    lower: uplift - Math.hypot(one.rate - one.lower, other.upper - other.rate),
    upper: uplift + Math.hypot(one.upper - one.rate, other.rate - other.lower),
  };
}

/** Wilson's score interval of a rate. */
function scoreInterval(
  { customers, responded }: GroupResponse,
  z: number,
): { readonly rate: number; readonly lower: number; readonly upper: number } {
  const rate = responded / customers;
  const square = z * z;
  const middle = (responded + square / 2) / (customers + square);
  const half = (z * Math.sqrt(customers * rate * (1 - rate) + square / 4)) / (customers + square);
  return { rate, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}
