import { addMass, addRow, type Derivatives } from "./pareto-nbd-derivatives.ts";
import { emptyLifetimeNodes, placeLifetimeNodes } from "./pareto-nbd-quadrature.ts";

const nodes = emptyLifetimeNodes();

/** One row by quadrature of its own, relative to the integrand at its last order. */
export function addSingle(
  alpha: number,
  beta: number,
  s: number,
  shape: number,
  last: number,
  age: number,
  weight: number,
  derivatives: Derivatives | null,
): number {
  placeLifetimeNodes(nodes, alpha, beta, shape, s, last, age);
  const a = alpha + last;
  const b = beta + last;
  const logA = Math.log(a);
  const logB = Math.log(b);
  const span = age - last;
  const stretchA = Math.log1p(span / a);
  const stretchB = Math.log1p(span / b);
  const here = b * Math.exp(-shape * stretchA - s * stretchB);
  let gone = 0;
  for (let k = 0; k < nodes.size; k += 1) gone += nodes.weight[k] as number;
  const whole = here + s * gone;
  if (derivatives !== null) {
    const { second } = derivatives;
    const inverseS = 1 / s;
    const share = (here / whole) * weight;
    const endA = 1 / (alpha + age);
    const endB = 1 / (beta + age);
    let dr = share * -(logA + stretchA);
    let da = share * -shape * endA;
    let ds = share * -(logB + stretchB);
    let db = share * -s * endB;
    addMass(second, share, shape, s, 0, logA + stretchA, endA, logB + stretchB, endB);
    for (let k = 0; k < nodes.size; k += 1) {
      const mass = ((s * (nodes.weight[k] as number)) / whole) * weight;
      const after = nodes.after[k] as number;
      const atA = logA + Math.log1p(after / a);
      const atB = logB + Math.log1p(after / b);
      const inverseA = 1 / (a + after);
      const inverseB = 1 / (b + after);
      dr -= mass * atA;
      da -= mass * shape * inverseA;
      ds += mass * (inverseS - atB);
      db -= mass * (s + 1) * inverseB;
      addMass(second, mass, shape, s + 1, inverseS, atA, inverseA, atB, inverseB);
    }
    addRow(derivatives, weight, dr / weight, da / weight, ds / weight, db / weight);
  }
  return weight * (Math.log(whole) - shape * logA - (s + 1) * logB);
}
