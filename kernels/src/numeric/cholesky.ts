/**
 * Lower triangle L with L L' = A, row by row, for a symmetric matrix A of `size` rows given
 * row by row; null if A is not positive definite.
 */
export function cholesky(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let sum = matrix[row * size + column] as number;
      for (let k = 0; k < column; k += 1)
        sum -= (lower[row * size + k] as number) * (lower[column * size + k] as number);
      if (row === column) {
        if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) return null;
        lower[row * size + column] = Math.sqrt(sum);
      } else lower[row * size + column] = sum / (lower[column * size + column] as number);
    }
  }
  return lower;
}

/** Solves L y = right for the lower triangle L. */
export function solveLower(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1)
      solution[row] =
        (solution[row] as number) - (lower[row * size + k] as number) * (solution[k] as number);
    solution[row] = (solution[row] as number) / (lower[row * size + row] as number);
  }
  return solution;
}

/** Solves L' y = right for the lower triangle L. */
export function solveLowerTransposed(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1)
      solution[row] =
        (solution[row] as number) - (lower[k * size + row] as number) * (solution[k] as number);
    solution[row] = (solution[row] as number) / (lower[row * size + row] as number);
  }
  return solution;
}

/** Solves A y = right, A given by its lower triangle. */
export function solveCholesky(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  return solveLowerTransposed(lower, solveLower(lower, right));
}

/** The inverse of A, row by row, A given by its lower triangle. */
export function inverseCholesky(lower: Float64Array, size: number): Float64Array {
  const half = inverseLower(lower, size);
  const inverse = new Float64Array(size * size);
  // A^-1 = L^-1' L^-1, added up row by row of L^-1.
  for (let k = 0; k < size; k += 1)
    for (let row = 0; row <= k; row += 1) {
      const left = half[k * size + row] as number;
      for (let column = 0; column <= row; column += 1)
        inverse[row * size + column] =
          (inverse[row * size + column] as number) + left * (half[k * size + column] as number);
    }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < row; column += 1)
      inverse[column * size + row] = inverse[row * size + column] as number;
  return inverse;
}

/** L^-1, a lower triangle as well. */
function inverseLower(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const own = 1 / (lower[row * size + row] as number);
    for (let k = 0; k < row; k += 1) {
      const factor = own * (lower[row * size + k] as number);
      for (let column = 0; column <= k; column += 1)
        inverse[row * size + column] =
          (inverse[row * size + column] as number) -
          factor * (inverse[k * size + column] as number);
    }
    inverse[row * size + row] = own;
  }
  return inverse;
}
