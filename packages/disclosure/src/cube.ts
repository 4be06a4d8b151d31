import type { CountTable, Sum } from './table.ts';

/** One place along each dimension: a category, or `null` for all of them together. */
export type Coordinates = readonly (string | null)[];

/** The key of a cell: no two places have the same. */
export const cubeKey = (at: Coordinates): string => JSON.stringify(at);

/**
 * The table of counts over crossed dimensions, with every margin: each dimension's categories and
 * all of them together. `count` gives the count at one category of each; totals are summed from it.
 */
export function cubeTable(
  dimensions: readonly (readonly string[])[],
  count: (categories: readonly string[]) => number,
): CountTable {
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  for (const at of places(dimensions)) {
    counts.set(
      cubeKey(at),
      atoms(dimensions, at).reduce((sum, atom) => sum + count(atom), 0),
    );
    at.forEach((category, dimension) => {
      if (category !== null) return;
      const parts = (dimensions[dimension] ?? []).map((one) =>
        cubeKey(at.map((other, index) => (index === dimension ? one : other))),
      );
      sums.push({ total: cubeKey(at), parts });
    });
  }
  return { counts, sums };
}

/** Every place, totals first. */
function places(dimensions: readonly (readonly string[])[]): Coordinates[] {
  return dimensions.reduce<Coordinates[]>(
    (before, categories) =>
      before.flatMap((at) => [null, ...categories].map((category) => [...at, category])),
    [[]],
  );
}

/** The places without totals that lie within one. */
function atoms(dimensions: readonly (readonly string[])[], at: Coordinates): string[][] {
  return at.reduce<string[][]>(
    (before, category, index) => {
      const within = category === null ? (dimensions[index] ?? []) : [category];
      return before.flatMap((atom) => within.map((one) => [...atom, one]));
    },
    [[]],
  );
}
