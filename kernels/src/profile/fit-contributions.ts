import {
  columnOf,
  customersOf,
  type DesignCoding,
  type FitTrait,
  levelNobodyHad,
  valuesOf,
} from "./design-matrix.ts";

/** What a trait adds on average, before it is centred. */
export function meanContribution(
  coding: DesignCoding,
  trait: number,
  coefficients: Float64Array,
): number {
  const coded = coding.traits[trait];
  if (coded?.kind !== "levels") return 0;
  let sum = 0;
  for (const [offset, mean] of coded.means.entries())
    sum += mean * (coefficients[coded.first + offset] as number);
  return sum;
}

/** What each trait adds, row by row, and where it is known. */
export function contributionsOf(
  coding: DesignCoding,
  traits: readonly FitTrait[],
  coefficients: Float64Array,
): { readonly contributions: Float64Array; readonly known: Uint8Array } {
  const customers = customersOf(traits);
  const contributions = new Float64Array(customers * traits.length);
  const known = new Uint8Array(customers * traits.length);
  for (const [trait, coded] of coding.traits.entries()) {
    const centre = meanContribution(coding, trait, coefficients);
    const values = valuesOf(traits[trait] as FitTrait);
    for (let row = 0; row < customers; row += 1) {
      const cell = values[row] as number;
      const place = row * traits.length + trait;
      if (coded.kind === "number") {
        if (Number.isNaN(cell)) continue;
        known[place] = 1;
        contributions[place] =
          (coefficients[coded.first] as number) * ((cell - coded.mean) / coded.scale);
      } else if (coded.kind === "levels") {
        const column = columnOf(coded, cell);
        if (column === levelNobodyHad) continue;
        known[place] = 1;
        contributions[place] = (column < 0 ? 0 : (coefficients[column] as number)) - centre;
      } else known[place] = Number.isNaN(cell) || (coded.of === "levels" && cell < 0) ? 0 : 1;
    }
  }
  return { contributions, known };
}

/** Per trait the mean of its squared contributions where it is known. */
function scatterOf(contributions: Float64Array, known: Uint8Array, traits: number): Float64Array {
  const squares = new Float64Array(traits);
  const counts = new Float64Array(traits);
  for (const [place, contribution] of contributions.entries()) {
    if (known[place] === 0) continue;
    const trait = place % traits;
    squares[trait] = (squares[trait] as number) + contribution ** 2;
    counts[trait] = (counts[trait] as number) + 1;
  }
  return squares.map((sum, trait) => (sum === 0 ? 0 : sum / (counts[trait] as number)));
}

/** What a trait's contribution scatters over customers because its coefficients are not known themselves. */
function unsureSpread(coding: DesignCoding, trait: number, covariance: Float64Array): number {
  const coded = coding.traits[trait];
  const size = coding.columns + 1;
  // A number is on a scale of two standard deviations, so its variance is a quarter.
  if (coded?.kind === "number") return (covariance[coded.first * size + coded.first] as number) / 4;
  if (coded?.kind !== "levels") return 0;
  let sum = 0;
  for (const [offset, mean] of coded.means.entries()) {
    const row = (coded.first + offset) * size + coded.first;
    sum += mean * (covariance[row + offset] as number);
    for (const [other, otherMean] of coded.means.entries())
      sum -= mean * otherMean * (covariance[row + other] as number);
  }
  return sum;
}

/** Per trait the variance of its contribution over customers, what not knowing it leaves open. */
export function contributionSpread(
  coding: DesignCoding,
  traits: readonly FitTrait[],
  coefficients: Float64Array,
  covariance: Float64Array,
): Float64Array {
  const { contributions, known } = contributionsOf(coding, traits, coefficients);
  return scatterOf(contributions, known, traits.length).map(
    (scatter, trait) => scatter + unsureSpread(coding, trait, covariance),
  );
}
