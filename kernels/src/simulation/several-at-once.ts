/** An alarm is of several links: so many must be strong. */
export const fewestWarningLinks = 2;

/** Strength from which a link counts as one of several: one in ten where nothing changes. */
const strong = 1.28;

/** The strengths above zero added up, or zero where fewer than two are strong. */
export function severalAtOnce(strengths: ArrayLike<number>): number {
  let sum = 0;
  let many = 0;
  for (let place = 0; place < strengths.length; place += 1) {
    const strength = strengths[place] as number;
    if (strength > 0) sum += strength;
    if (strength >= strong) many += 1;
  }
  return many >= fewestWarningLinks ? sum : 0;
}
