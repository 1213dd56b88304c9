/** Points of Gauss and Legendre's rule with eight points on -1..1, and their weights. */
const gaussPoints = [
  0.18343464249564978, 0.525532409916329, 0.7966664774136267, 0.9602898564975362,
];
const gaussWeights = [
  0.362683783378362, 0.3137066458878773, 0.22238103445337448, 0.10122853629037626,
];

/** Points after `from` with weights, filled anew by each call; `size` says how many count. */
export type LifetimeNodes = {
  size: number;
  /** Time after `from`. */
  readonly after: Float64Array;
  readonly weight: Float64Array;
};

const mostPanels = 400;

export function emptyLifetimeNodes(): LifetimeNodes {
  return {
    size: 0,
    after: new Float64Array(mostPanels * 8),
    weight: new Float64Array(mostPanels * 8),
  };
}

/**
 * Points and weights for the integral over u from `from` to `to` of
 *
 *     ((alpha + u) / (alpha + from))^-shape ((beta + u) / (beta + from))^-(s + 1) g(u)
 *
 * for a smooth g: eight Gauss points in each of panels that are even in log(u + the lesser of
 * alpha and beta), where the integrand has no pole within pi of the line. A panel lets the
 * integrand fall by at most e^3; what is below e^-45 of the first value is left out. Nothing can
 * overflow. The integral of 1 over all points is within 1e-13 of the truth.
 */
export function placeLifetimeNodes(
  nodes: LifetimeNodes,
  alpha: number,
  beta: number,
  shape: number,
  s: number,
  from: number,
  to: number,
): void {
  const a = alpha + from;
  const b = beta + from;
  const least = Math.min(a, b);
  // Beyond e^700 times the lesser time nothing is left, and its quotient would overflow.
  const end = Math.min(700, Math.log1p((to - from) / least));
  /** How fast the integrand falls in the logarithm of time. */
  function fall(at: number): number {
    const moved = least * Math.expm1(at);
    return (shape * (least + moved)) / (a + moved) + ((s + 1) * (least + moved)) / (b + moved);
  }
  let start = 0;
  let size = 0;
  while (start < end && size < nodes.after.length) {
    let width = Math.min(1.5, 3 / fall(start), end - start);
    width = Math.min(width, 3 / fall(start + width));
    const half = width / 2;
    const middle = start + half;
    for (let k = 0; k < 8; k += 1) {
      const side = k < 4 ? -1 : 1;
      const at = middle + side * half * (gaussPoints[k & 3] as number);
      const after = least * Math.expm1(at);
      // The logarithm of the lesser time is what the panels are even in: no need to take it again.
      const stretchA = a <= b ? at : Math.log1p(after / a);
      const stretchB = b <= a ? at : Math.log1p(after / b);
      nodes.after[size] = after;
      nodes.weight[size] =
        half *
        (gaussWeights[k & 3] as number) *
        (least + after) *
        Math.exp(-shape * stretchA - (s + 1) * stretchB);
      size += 1;
    }
    start += width;
    const moved = least * Math.expm1(start);
    if (shape * Math.log1p(moved / a) + s * Math.log1p(moved / b) > 45) break;
  }
  nodes.size = size;
}

/**
 * Integral of a smooth function from 0 to `end` by eight Gauss points in each of panels that
 * double in width up to `widest`, from `narrowest` on.
 */
export function widenGaussPanels(
  integrand: (u: number) => number,
  end: number,
  narrowest: number,
  widest: number,
): number {
  let integral = 0;
  let from = 0;
  let width = Math.min(narrowest, widest);
  while (from < end) {
    const half = Math.min(width, end - from) / 2;
    const middle = from + half;
    for (let k = 0; k < 8; k += 1) {
      const side = k < 4 ? -half : half;
      integral +=
        half *
        (gaussWeights[k & 3] as number) *
        integrand(middle + side * (gaussPoints[k & 3] as number));
    }
    from += 2 * half;
    // What is left is too short to move on from here.
    if (middle + half === middle) break;
    width = Math.min(width * 2, widest);
  }
  return integral;
}
