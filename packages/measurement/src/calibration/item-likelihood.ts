/** The expected log-likelihood of one item in (a, c_1 … c_m), with its derivatives. */
export interface ItemLikelihood {
  readonly value: number;
  /** In the order a, c_1 … c_m. */
  readonly gradient: Float64Array;
  /** Minus the second derivatives, row by row: positive semi-definite, since the family is exponential. */
  readonly information: Float64Array;
}

/**
 * At slope a and intercepts c (c[0] = 0), for expected persons `counts` of each category (rows) at
 * each point (columns).
 */
export function itemLikelihood(
  slope: number,
  intercepts: Float64Array,
  counts: Float64Array,
  points: Float64Array,
): ItemLikelihood {
  const width = points.length;
  const size = intercepts.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const probabilities = new Float64Array(size);
  let value = 0;
  for (let q = 0; q < width; q += 1) {
    const point = points[q] ?? 0;
    let persons = 0;
    let largest = 0;
    for (let x = 0; x < size; x += 1) {
      persons += counts[x * width + q] ?? 0;
      largest = Math.max(largest, x * slope * point + (intercepts[x] ?? 0));
    }
    if (persons === 0) continue;
    let total = 0;
    for (let x = 0; x < size; x += 1) {
      const weight = Math.exp(x * slope * point + (intercepts[x] ?? 0) - largest);
      probabilities[x] = weight;
      total += weight;
    }
    const logTotal = largest + Math.log(total);
    let mean = 0;
    let square = 0;
    let scores = 0;
    for (let x = 0; x < size; x += 1) {
      const probability = (probabilities[x] ?? 0) / total;
      const count = counts[x * width + q] ?? 0;
      probabilities[x] = probability;
      mean += x * probability;
      square += x * x * probability;
      scores += x * count;
      value += count * (x * slope * point + (intercepts[x] ?? 0) - logTotal);
    }
    gradient[0] = (gradient[0] ?? 0) + point * (scores - persons * mean);
    information[0] = (information[0] ?? 0) + persons * point * point * (square - mean * mean);
    for (let k = 1; k < size; k += 1) {
      const expected = persons * (probabilities[k] ?? 0);
      gradient[k] = (gradient[k] ?? 0) + (counts[k * width + q] ?? 0) - expected;
      const cross = point * expected * (k - mean);
      information[k] = (information[k] ?? 0) + cross;
      information[k * size] = (information[k * size] ?? 0) + cross;
      for (let l = 1; l < size; l += 1) {
        const at = k * size + l;
        const own = k === l ? expected : 0;
        information[at] = (information[at] ?? 0) + own - expected * (probabilities[l] ?? 0);
      }
    }
  }
  return { value, gradient, information };
}
