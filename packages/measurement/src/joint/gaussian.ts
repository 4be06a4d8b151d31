/** A joint normal distribution of n abilities; the covariance row by row. */
export interface JointGaussian {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** A normal factor in one ability, exp(shift·x - precision·x²/2): it may be flat, or open upwards. */
export interface Site {
  readonly precision: number;
  readonly shift: number;
}

export const flatSite: Site = { precision: 0, shift: 0 };

/**
 * The joint distribution times a factor in one of its abilities: a rank-one change of the covariance
 * (Sherman & Morrison 1950, Annals of Mathematical Statistics 21, 124-127), in n² operations.
 */
export function timesSite(joint: JointGaussian, index: number, site: Site): JointGaussian {
  const size = joint.mean.length;
  const from = index * size;
  const variance = joint.covariance[from + index] ?? Number.NaN;
  const scale = 1 / (1 + site.precision * variance);
  const moved = scale * (site.shift - site.precision * (joint.mean[index] ?? 0));
  const shrunk = scale * site.precision;
  const mean = joint.mean.slice();
  const covariance = joint.covariance.slice();
  for (let i = 0; i < size; i += 1) {
    const along = joint.covariance[from + i] ?? Number.NaN;
    mean[i] = (mean[i] ?? Number.NaN) + moved * along;
    for (let j = 0; j <= i; j += 1) {
      const other = joint.covariance[from + j] ?? Number.NaN;
      const at = i * size + j;
      const left = (covariance[at] ?? Number.NaN) - shrunk * (along * other);
      covariance[at] = left;
      covariance[j * size + i] = left;
    }
  }
  return { mean, covariance };
}

/** The marginal of one ability with the factor `site` in it taken away again (the 'cavity'). */
export function marginalWithout(
  joint: JointGaussian,
  index: number,
  site: Site,
): { mean: number; variance: number } {
  const size = joint.mean.length;
  const variance = joint.covariance[index * size + index] ?? Number.NaN;
  const left = 1 - site.precision * variance;
  return {
    mean: ((joint.mean[index] ?? 0) - variance * site.shift) / left,
    variance: variance / left,
  };
}
