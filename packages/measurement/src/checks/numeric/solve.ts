/**
 * The solution of a symmetric, positive definite system by Cholesky's factorisation; undefined where
 * the matrix is not (numerically) positive definite.
 */
export function solvePositive(
  matrix: readonly Float64Array[],
  right: Float64Array,
): Float64Array | undefined {
  const size = right.length;
  const at = (i: number, j: number) => matrix[i]?.[j] ?? 0;
  const factor = Array.from({ length: size }, () => new Float64Array(size));
  const solution = right.slice();
  for (const [i, row] of factor.entries()) {
    for (let j = 0; j <= i; j += 1) {
      let left = at(i, j);
      for (let k = 0; k < j; k += 1) left -= (row[k] ?? 0) * (factor[j]?.[k] ?? 0);
      if (i === j && !(left > 1e-12 * at(i, i))) return undefined;
      row[j] = i === j ? Math.sqrt(left) : left / (factor[j]?.[j] ?? 1);
    }
    let value = solution[i] ?? 0;
    for (let k = 0; k < i; k += 1) value -= (row[k] ?? 0) * (solution[k] ?? 0);
    solution[i] = value / (row[i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let value = solution[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) value -= (factor[k]?.[i] ?? 0) * (solution[k] ?? 0);
    solution[i] = value / (factor[i]?.[i] ?? 1);
  }
  return solution;
}
