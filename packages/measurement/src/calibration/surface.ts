import { type CategoryTable, type Slopes, tabulate } from './curves.ts';
import { type Expected, expectedCounts } from './expected-counts.ts';
import { placesOf, type FreeParameters } from './free-parameters.ts';
import type { ItemLikelihood } from './item-likelihood.ts';
import { type ItemSlopes, penalised } from './maximise-item.ts';
import { missingInformation } from './missing-information.ts';
import { type ItemPriors, priorLikelihood } from './priors.ts';
import type { Quadrature } from './quadrature.ts';
import type { Patterns } from './responses.ts';

/** What is to be climbed: the answers, the population, and what is believed of the items. */
export interface Surface {
  readonly patterns: Patterns;
  readonly quadrature: Quadrature;
  /** Of each item. */
  readonly priors: readonly ItemPriors[];
  /** Answers taken as seen beside the real ones (`halfAnswers`), of average persons, by category. */
  readonly addedAnswers: Float64Array;
}

/** The surface at one place. */
export interface Place {
  readonly at: Slopes;
  readonly table: CategoryTable;
  readonly expected: Expected;
  /** Log-likelihood plus log priors and added answers: what is maximised. */
  readonly objective: number;
  readonly items: readonly ItemLikelihood[];
}

/** Looks at a place; `reuse` is a place that is not needed any more. */
export function lookAt(surface: Surface, at: Slopes, reuse?: Place): Place {
  const { patterns, quadrature, addedAnswers } = surface;
  const width = quadrature.points.length;
  const table = tabulate(at, patterns.firstCategory, quadrature.points);
  const expected = expectedCounts(patterns, table.logProbabilities, quadrature, reuse?.expected);
  let added = 0;
  addedAnswers.forEach((answers, category) => {
    if (answers === 0) return;
    quadrature.weights.forEach((weight, q) => {
      const cell = category * width + q;
      expected.counts[cell] = (expected.counts[cell] ?? 0) + answers * weight;
      added += answers * weight * (table.logProbabilities[cell] ?? 0);
    });
  });
  const items = surface.priors.map((priors, i) =>
    penalised(itemAt(surface, at, i), countsOf(surface, expected, i), quadrature.points, priors),
  );
  const prior = surface.priors.reduce((sum, priors, i) => {
    const { slope, intercepts } = itemAt(surface, at, i);
    return sum + priorLikelihood(priors, slope, intercepts).value;
  }, 0);
  return { at, table, expected, items, objective: expected.logLikelihood + added + prior };
}

/** The gradient: that of the expected likelihood, by Fisher's identity. */
export function gradientAt(surface: Surface, place: Place, free: FreeParameters): Float64Array {
  const gradient = new Float64Array(free.count);
  place.items.forEach((item, i) => {
    placesOf(i, surface.patterns.firstCategory, free).forEach((at, k) => {
      if (at >= 0) gradient[at] = (gradient[at] ?? 0) + (item.gradient[k] ?? 0);
    });
  });
  return gradient;
}

/** Minus the second derivatives of what is maximised, row by row. */
export function observedInformation(
  surface: Surface,
  place: Place,
  free: FreeParameters,
): Float64Array {
  const { patterns, quadrature } = surface;
  const missing = missingInformation(patterns, place.table, place.expected, quadrature, free);
  const matrix = missing.map((term) => -term);
  place.items.forEach((item, i) => {
    const places = placesOf(i, patterns.firstCategory, free);
    places.forEach((row, k) => {
      places.forEach((column, l) => {
        if (row < 0 || column < 0) return;
        const at = row * free.count + column;
        matrix[at] = (matrix[at] ?? 0) + (item.information[k * places.length + l] ?? 0);
      });
    });
  });
  return matrix;
}

export function itemAt({ patterns }: Surface, at: Slopes, item: number): ItemSlopes {
  const { firstCategory } = patterns;
  return {
    slope: at.slopes[item] ?? Number.NaN,
    intercepts: at.intercepts.subarray(firstCategory[item], firstCategory[item + 1]),
  };
}

export function countsOf(
  { patterns, quadrature }: Surface,
  { counts }: Expected,
  item: number,
): Float64Array {
  const width = quadrature.points.length;
  const first = patterns.firstCategory[item] ?? 0;
  const end = patterns.firstCategory[item + 1] ?? 0;
  return counts.subarray(first * width, end * width);
}
