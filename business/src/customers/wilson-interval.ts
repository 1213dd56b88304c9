/** Standard normal quantile of 0.9: both tails together leave 80 %. */
const z = 1.2815515655446004;

/**
 * The 80 % score interval of a share (Wilson 1927): with few customers it stays between 0 and 1 and is
 * not symmetric, as it is not.
 */
export function wilsonInterval(count: number, of: number): [number, number] {
  const share = count / of;
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half =
    (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
