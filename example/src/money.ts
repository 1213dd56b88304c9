/** Amounts are whole cents in `bigint` everywhere in the firm. */
export type Cents = bigint;

/** `part / whole` of an amount, rounded to the cent, half away from zero. */
export function share(amount: Cents, part: bigint, whole: bigint): Cents {
  const product = amount * part;
  const twice = 2n * (product < 0n ? -product : product) + whole;
  const rounded = twice / (2n * whole);
  return product < 0n ? -rounded : rounded;
}

/** VAT at 21 %, rounded to the cent, half away from zero. */
export function vat(amount: Cents): Cents {
  return share(amount, 21n, 100n);
}

/** An amount in whole euros, from a number without fraction. */
export function euros(amount: number): Cents {
  return BigInt(Math.round(amount)) * 100n;
}

/** Cents from a number of euros that may have a fraction (for generated amounts only). */
export function centsNear(amount: number): Cents {
  return BigInt(Math.round(amount * 100));
}

/** `-1234.50`, as XML formats write amounts. */
export function decimal(amount: Cents): string {
  const absolute = amount < 0n ? -amount : amount;
  const text = absolute.toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** `-1234,50`, as Dutch exports write amounts. */
export function decimalComma(amount: Cents): string {
  return decimal(amount).replace(".", ",");
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
