import { type MantelHaenszel, mantelHaenszel } from '../checks/dif-mantel-haenszel.ts';
import { QUALITY_MINIMUM } from './minimum.ts';
import type { ItemAnswer, QualitySitting } from './sitting.ts';

/** Two groups of pupils, told apart by what their schools are. */
export interface Comparison {
  readonly attribute: string;
  /** The larger group, and the one compared with it. */
  readonly reference: string;
  readonly focal: string;
}

/** Strata of ability within which the groups are compared, each with as many of those who answered. */
const STRATA = 10;

/**
 * Which groups may be compared, by some attributes of schools: the largest group of each with every
 * other that has enough sittings. Groups of the same size stand in the order of their words.
 */
export function comparisonsOf(
  sittings: readonly QualitySitting[],
  attributes: readonly string[],
): Comparison[] {
  return attributes.flatMap((attribute) => {
    const sizes = new Map<string, number>();
    for (const sitting of sittings) {
      const value = sitting.attributes[attribute] ?? null;
      if (value !== null) sizes.set(value, (sizes.get(value) ?? 0) + 1);
    }
    const [largest, ...others] = [...sizes]
      .filter(([, size]) => size >= QUALITY_MINIMUM)
      .toSorted(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (a < b ? -1 : 1));
    if (!largest) return [];
    return others.map(([focal]) => ({ attribute, reference: largest[0], focal }));
  });
}

/**
 * Whether an item is harder for one group than for another among pupils of the same ability. In
 * adaptive sittings a total score says little, since pupils got different items: they are matched on
 * the final estimate of their ability, which holds the item under check, in strata of equal size, and
 * compared within these by Mantel & Haenszel (Zwick, Thayer & Wingersky 1994, Applied Psychological
 * Measurement 18, 121-140).
 *
 * An item of several points is taken as solved from the number of points on that parts the answers
 * most evenly: a difference between other numbers of points goes unseen.
 */
export function groupDifference(
  answers: readonly ItemAnswer[],
  { attribute, reference, focal }: Comparison,
): MantelHaenszel {
  const both = answers.flatMap(({ score, sitting }) => {
    const value = sitting.attributes[attribute];
    const group = value === reference ? 'reference' : value === focal ? 'focal' : null;
    return group === null ? [] : [{ group, score, ability: sitting.ability } as const];
  });
  const solvedFrom = evenThreshold(both.map(({ score }) => score));
  const cuts = strataCuts(both.map(({ ability }) => ability));
  return mantelHaenszel(
    both.map(({ group, score, ability }) => ({
      group,
      score: score >= solvedFrom ? 1 : 0,
      matching: cuts.filter((cut) => ability >= cut).length,
    })),
    { smallerGroup: QUALITY_MINIMUM, total: 2 * QUALITY_MINIMUM },
  );
}

/** The score from which on nearest to half of the answers are; the highest of those that tie. */
function evenThreshold(scores: readonly number[]): number {
  const values = [...new Set(scores)].toSorted((a, b) => a - b);
  let best = { threshold: values.at(-1) ?? 1, distance: Infinity };
  for (const threshold of values.slice(1)) {
    const share = scores.filter((score) => score >= threshold).length / scores.length;
    const distance = Math.abs(share - 0.5);
    if (distance <= best.distance) best = { threshold, distance };
  }
  return best.threshold;
}

function strataCuts(abilities: readonly number[]): number[] {
  const sorted = abilities.toSorted((a, b) => a - b);
  const cuts = Array.from(
    { length: STRATA - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / STRATA)] ?? Infinity,
  );
  return [...new Set(cuts)];
}
