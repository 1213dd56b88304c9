import { cholesky, solveCholesky } from "./cholesky.ts";

/** A function's value with its first and second derivatives at a point (matrix row by row). */
export type Evaluation = {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
};

/** Where the search for a maximum ended. */
export type Maximum = {
  readonly point: Float64Array;
  readonly at: Evaluation;
  /** Whether the gradient is as small as asked and the surface curves down there. */
  readonly converged: boolean;
  readonly evaluations: number;
};

function largest(values: ArrayLike<number>): number {
  let size = 0;
  for (let index = 0; index < values.length; index += 1)
    size = Math.max(size, Math.abs(values[index] as number));
  return size;
}

function finite(evaluation: Evaluation): boolean {
  return (
    Number.isFinite(evaluation.value) &&
    evaluation.gradient.every(Number.isFinite) &&
    evaluation.hessian.every(Number.isFinite)
  );
}

/**
 * Maximises a smooth function by Newton steps, damped (Levenberg and Marquardt) where the
 * surface does not curve down, each step at most 2 in any direction (made for logarithms of
 * parameters).
 *
 * @param evaluate value, gradient and Hessian at a point
 * @param start where to begin; the function is finite there
 * @param tolerance the largest gradient left, in units of `evaluate`
 * @throws RangeError if the function is not finite at the start
 */
export function maximise(
  evaluate: (point: Float64Array) => Evaluation,
  start: ArrayLike<number>,
  tolerance: number,
  mostSteps = 200,
): Maximum {
  const size = start.length;
  let point = Float64Array.from(start);
  let at = evaluate(point);
  if (!finite(at)) throw new RangeError("the function is not finite at the start");
  let evaluations = 1;
  let damping = 1e-3;
  for (let step = 0; step < mostSteps; step += 1) {
    const curved = cholesky(
      at.hessian.map((entry) => -entry),
      size,
    );
    if (largest(at.gradient) < tolerance && curved !== null)
      return { point, at, converged: true, evaluations };
    let moved = false;
    for (let attempt = 0; attempt < 40 && !moved; attempt += 1) {
      const damped = at.hessian.map((entry) => -entry);
      const floor = 1e-6 * (largest(at.hessian) + largest(at.gradient)) + 1e-300;
      for (let k = 0; k < size; k += 1) {
        const own = k * size + k;
        damped[own] =
          (damped[own] as number) + damping * (Math.abs(at.hessian[own] as number) + floor);
      }
      const lower = cholesky(damped, size);
      if (lower === null) {
        damping = Math.max(damping * 10, 1e-4);
        continue;
      }
      const move = solveCholesky(lower, at.gradient);
      const longest = largest(move);
      const factor = longest > 2 ? 2 / longest : 1;
      const next = point.map((coordinate, k) => coordinate + factor * (move[k] as number));
      const there = evaluate(next);
      evaluations += 1;
      // Near the top, rounding hides the last gains: there a smaller gradient counts as well.
      const slack = 1e-10 * (1 + Math.abs(at.value));
      const better =
        there.value > at.value ||
        (there.value >= at.value - slack && largest(there.gradient) < largest(at.gradient));
      if (finite(there) && better) {
        point = next;
        at = there;
        damping = damping < 1e-8 ? 0 : damping / 10;
        moved = true;
      } else damping = Math.max(damping * 10, 1e-6);
    }
    if (!moved) break;
  }
  const down = cholesky(
    at.hessian.map((entry) => -entry),
    size,
  );
  // Rounding can keep the last digits of the gradient alive: a step that would move nothing is an end.
  const left = down === null ? Number.POSITIVE_INFINITY : largest(solveCholesky(down, at.gradient));
  return { point, at, converged: left < 1e-7, evaluations };
}
