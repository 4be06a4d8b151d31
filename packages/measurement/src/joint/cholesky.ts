/**
 * The lower triangle L of a symmetric positive definite matrix A = L·Lᵀ, both row by row (Golub &
 * Van Loan 2013, Matrix Computations, section 4.2), or `undefined` where A is not positive definite.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column] ?? Number.NaN;
      for (let k = 0; k < column; k += 1) {
        rest -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      }
      if (row === column) {
        // A pivot that is all rounding error would make a direction that is known for certain.
        if (!(rest > SMALLEST_PIVOT * (matrix[row * size + row] ?? 0))) return undefined;
        lower[row * size + row] = Math.sqrt(rest);
      } else {
        lower[row * size + column] = rest / (lower[column * size + column] ?? Number.NaN);
      }
    }
  }
  return lower;
}

/** L⁻¹·b by forward substitution. */
export function solveLower(lower: Float64Array, values: Float64Array): Float64Array {
  const size = values.length;
  const solved = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let rest = values[row] ?? Number.NaN;
    for (let k = 0; k < row; k += 1) rest -= (lower[row * size + k] ?? 0) * (solved[k] ?? 0);
    solved[row] = rest / (lower[row * size + row] ?? Number.NaN);
  }
  return solved;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

const SMALLEST_PIVOT = 1e-10;
