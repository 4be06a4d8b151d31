import { cholesky, solveLower } from '../joint/cholesky.ts';

/** A⁻¹·b from the lower triangle of A (`cholesky`). */
export function solveFactored(lower: Float64Array, values: Float64Array): Float64Array {
  const size = values.length;
  const solved = solveLower(lower, values);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = solved[row] ?? Number.NaN;
    for (let k = row + 1; k < size; k += 1) {
      rest -= (lower[k * size + row] ?? 0) * (solved[k] ?? 0);
    }
    solved[row] = rest / (lower[row * size + row] ?? Number.NaN);
  }
  return solved;
}

/** A⁻¹, row by row, or `undefined` where A is not positive definite. */
export function inverse(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = cholesky(matrix, size);
  if (!lower) return undefined;
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const unit = new Float64Array(size);
    unit[row] = 1;
    result.set(solveFactored(lower, unit), row * size);
  }
  return result;
}
