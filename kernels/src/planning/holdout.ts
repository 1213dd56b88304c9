/** Murmur's 32-bit finaliser: spreads a number over all its bits. */
function spread(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** A number from 0 to below 1 that depends on the key and the seed alone (FNV-1a, then Murmur's finaliser). */
function placeOf(key: string, seed: number): number {
  let hash = spread(seed) ^ 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return spread(hash ^ spread(Math.floor(seed / 4294967296))) / 4294967296;
}

/**
 * Which customers are left alone, so that it can be told what a playbook adds: 10 to 20 % of them serve
 * well. It depends on the customer and the seed alone, so a customer stays on the same side whoever joins or
 * leaves, and a larger share only adds customers.
 *
 * @param customers something that identifies each, such as its number or code
 * @param share how many are left alone, from 0 to 1
 * @param seed a whole number, one for each experiment
 * @returns 1 for each customer that is left alone, else 0
 * @throws RangeError for a share outside 0..1 or a seed that is not a whole number
 */
export function holdout(
  customers: readonly (string | number)[],
  share: number,
  seed: number,
): Uint8Array {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`the share held out is not between 0 and 1: ${share}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a whole number, got ${seed}`);
  return Uint8Array.from(customers, (customer) =>
    placeOf(String(customer), seed) < share ? 1 : 0,
  );
}
