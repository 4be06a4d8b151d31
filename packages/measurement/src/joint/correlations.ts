import { MeasurementError } from '../core/errors.ts';
import { cholesky } from './cholesky.ts';

/** Row by row: the correlation of every competence with every other, 1 with itself. */
export type Correlations = readonly (readonly number[])[];

/**
 * The correlations of competences grouped in domains (`domains[i]` is the domain of competence i):
 * one value within a domain, one between domains.
 * Throws `invalid-argument` where these make no positive definite matrix.
 */
export function domainCorrelations(request: {
  readonly domains: readonly string[];
  readonly withinDomain: number;
  readonly betweenDomains: number;
}): Correlations {
  const { domains, withinDomain, betweenDomains } = request;
  const correlations = domains.map((domain, i) =>
    domains.map((other, j) => {
      if (i === j) return 1;
      return domain === other ? withinDomain : betweenDomains;
    }),
  );
  checkCorrelations(correlations);
  return correlations;
}

/**
 * Throws `invalid-argument` unless the matrix is square and symmetric, has ones on its diagonal and
 * is positive definite: no competence may be determined by the others.
 */
export function checkCorrelations(correlations: Correlations): void {
  const size = correlations.length;
  const wellFormed = correlations.every(
    (row, i) =>
      row.length === size &&
      row[i] === 1 &&
      row.every((value, j) => value === correlations[j]?.[i]),
  );
  if (size > 0 && wellFormed && cholesky(Float64Array.from(correlations.flat()), size)) return;
  throw new MeasurementError(
    'invalid-argument',
    `Correlations need a symmetric, positive definite matrix with ones on its diagonal; got ${JSON.stringify(correlations)}.`,
  );
}
