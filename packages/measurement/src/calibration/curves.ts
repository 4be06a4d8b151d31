/**
 * The items of a calibration in the form in which their likelihood is an exponential family:
 * P(x|θ) ∝ exp(x·a·θ + c_x), c_0 = 0. It is the generalised partial credit model (Muraki 1992) with
 * steps b_k = (c_{k-1} - c_k)/a, and for one point the two-parameter model.
 */
export interface Slopes {
  /** a of each item. */
  readonly slopes: Float64Array;
  /** c of each category, 0 for the first of each item. */
  readonly intercepts: Float64Array;
}

/** P and ln P of each category (rows) at each point (columns). */
export interface CategoryTable {
  readonly probabilities: Float64Array;
  readonly logProbabilities: Float64Array;
}

export function tabulate(
  { slopes, intercepts }: Slopes,
  firstCategory: Int32Array,
  points: Float64Array,
): CategoryTable {
  const width = points.length;
  const probabilities = new Float64Array(intercepts.length * width);
  const logProbabilities = new Float64Array(intercepts.length * width);
  slopes.forEach((slope, item) => {
    const first = firstCategory[item] ?? 0;
    const end = firstCategory[item + 1] ?? 0;
    for (let q = 0; q < width; q += 1) {
      const unit = slope * (points[q] ?? 0);
      let largest = 0;
      for (let x = 1; x < end - first; x += 1) {
        largest = Math.max(largest, x * unit + (intercepts[first + x] ?? 0));
      }
      let total = 0;
      for (let x = 0; x < end - first; x += 1) {
        total += Math.exp(x * unit + (intercepts[first + x] ?? 0) - largest);
      }
      const logTotal = largest + Math.log(total);
      for (let x = 0; x < end - first; x += 1) {
        const log = x * unit + (intercepts[first + x] ?? 0) - logTotal;
        logProbabilities[(first + x) * width + q] = log;
        probabilities[(first + x) * width + q] = Math.exp(log);
      }
    }
  });
  return { probabilities, logProbabilities };
}

/** The largest Fisher information of all items together, Σ a²·Var(x|θ), over the points. */
export function largestInformation(
  { slopes }: Slopes,
  firstCategory: Int32Array,
  { probabilities }: CategoryTable,
  width: number,
): number {
  let largest = 0;
  for (let q = 0; q < width; q += 1) {
    let information = 0;
    for (let item = 0; item < slopes.length; item += 1) {
      const first = firstCategory[item] ?? 0;
      let mean = 0;
      let square = 0;
      for (let x = 1; first + x < (firstCategory[item + 1] ?? 0); x += 1) {
        const probability = probabilities[(first + x) * width + q] ?? 0;
        mean += x * probability;
        square += x * x * probability;
      }
      information += (slopes[item] ?? 0) ** 2 * (square - mean * mean);
    }
    largest = Math.max(largest, information);
  }
  return largest;
}
