/** Chance that a standard normal number is further from zero than `distance`, on either side. */
export function normalTails(distance: number): number {
  const z = Math.abs(distance);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    // The series z + z^3/3 + z^5/15 + ... for the area between zero and z.
    let term = z;
    let sum = z;
    for (let odd = 3; term > 1e-17 * sum; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 1 - 2 * density * sum;
  }
  // Laplace's continued fraction, from its far end.
  let fraction = z;
  for (let k = 100; k >= 1; k -= 1) fraction = z + k / fraction;
  return (2 * density) / fraction;
}
