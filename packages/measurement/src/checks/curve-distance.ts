import { startPosterior, type NormalPrior } from '../ability/posterior.ts';
import { createGrid } from '../core/grid.ts';
import { type ItemParameters, maxScore } from '../models/item-parameters.ts';
import { curvesAt } from '../models/response-curves.ts';

/** An ability and the share of the population that it stands for. */
export interface WeightedAbility {
  readonly ability: number;
  readonly weight: number;
}

/** Abilities from five standard deviations below the mean to five above; their weights sum to 1. */
export function weightedAbilities(population: NormalPrior): WeightedAbility[] {
  const { mean, sd } = population;
  const grid = createGrid({ min: mean - 5 * sd, max: mean + 5 * sd, count: 41 });
  const { probabilities } = startPosterior(population, grid);
  return Array.from(grid.points, (ability, i) => ({ ability, weight: probabilities[i] ?? 0 }));
}

/** Expected share of an item's points at an ability, in [0, 1]. */
export function expectedShare(item: ItemParameters, ability: number): number {
  const { probabilities } = curvesAt(item, ability);
  return probabilities.reduce((sum, p, score) => sum + score * p, 0) / maxScore(item);
}

/**
 * How far apart two items' curves are: root mean square difference of the expected shares of points
 * over a population, in [0, 1] (the RMSD by which large surveys judge items across countries; von
 * Davier, Yamamoto, Shin et al. 2019, Assessment in Education 26, 466-488).
 */
export function curveDistance(
  one: ItemParameters,
  other: ItemParameters,
  abilities: readonly WeightedAbility[],
): number {
  const meanSquare = abilities.reduce(
    (sum, { ability, weight }) =>
      sum + weight * (expectedShare(one, ability) - expectedShare(other, ability)) ** 2,
    0,
  );
  return Math.sqrt(meanSquare);
}
