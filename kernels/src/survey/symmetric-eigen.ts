/**
 * Eigenvalues and eigenvectors (in columns) of a symmetric matrix given row by row, by Jacobi rotations.
 * Meant for small matrices: cost grows with the cube of the size.
 */
export function symmetricEigen(
  matrix: ArrayLike<number>,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const work = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) vectors[index * size + index] = 1;
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let outside = 0;
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < row; column += 1)
        outside += (work[row * size + column] as number) ** 2;
    if (outside < 1e-30) break;
    for (let p = 0; p < size - 1; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(work, vectors, size, p, q);
  }
  const values = Float64Array.from({ length: size }, (_, k) => work[k * size + k] as number);
  return { values, vectors };
}

/** One rotation that makes the entry at row p and column q zero. */
function rotate(
  work: Float64Array,
  vectors: Float64Array,
  size: number,
  p: number,
  q: number,
): void {
  const entry = work[p * size + q] as number;
  if (entry === 0) return;
  const slope = ((work[q * size + q] as number) - (work[p * size + p] as number)) / (2 * entry);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k += 1) turn(work, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k += 1) turn(work, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k += 1) turn(vectors, k * size + p, k * size + q, cosine, sine);
}

function turn(values: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const first = values[p] as number;
  const second = values[q] as number;
  values[p] = cosine * first - sine * second;
  values[q] = sine * first + cosine * second;
}
