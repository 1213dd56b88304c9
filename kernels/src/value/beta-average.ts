/** Points between 0 and 1 with weights that add up to 1, to average over a beta distribution. */
export type BetaNodes = { readonly at: Float64Array; readonly weight: Float64Array };

const mostNodes = 4000;

/**
 * Nodes and weights for averages over Beta(a, b): the trapezoid rule in v with
 * logit(p) = top + width sinh(v), which converges exponentially for smooth functions of p.
 * Unlike the hypergeometric function that it replaces it has no overflow and no singular value
 * of a or b.
 */
export function betaNodes(a: number, b: number): BetaNodes {
  const top = Math.log(a / b);
  const width = Math.sqrt(1 / a + 1 / b);
  const step = Math.max(Math.min(0.12, 0.25 / width), 24 / mostNodes);
  const at: number[] = [];
  const logWeight: number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  function place(v: number): number {
    const logit = top + width * Math.sinh(v);
    // log p and log (1 - p), without cancellation at either end.
    const tail = Math.log1p(Math.exp(-Math.abs(logit)));
    const logP = -tail + Math.min(0, logit);
    const logQ = -tail - Math.max(0, logit);
    const weight = a * logP + b * logQ + Math.log(Math.cosh(v));
    at.push(Math.exp(logP));
    logWeight.push(weight);
    highest = Math.max(highest, weight);
    return weight;
  }
  for (const direction of [1, -1])
    for (let k = direction === 1 ? 0 : 1; k * step < 12; k += 1)
      if (place(direction * k * step) < highest - 42) break;
  const weight = Float64Array.from(logWeight, (entry) => Math.exp(entry - highest));
  const total = weight.reduce((sum, entry) => sum + entry, 0);
  return { at: Float64Array.from(at), weight: weight.map((entry) => entry / total) };
}
