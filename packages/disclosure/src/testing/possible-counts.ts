import type { CountTable } from '../table.ts';

/**
 * Every count that each hidden cell may have, by trying all tables of counts that fit what is
 * published: what an outsider with patience finds. For small tables only.
 */
export function possibleCounts(
  table: CountTable,
  isHidden: (key: string) => boolean,
): ReadonlyMap<string, ReadonlySet<number>> {
  const totals = new Set(table.sums.map(({ total }) => total));
  const atoms = [...table.counts.keys()].filter((key) => !totals.has(key));
  const hiddenAtoms = atoms.filter(isHidden);
  const published = new Map([...table.counts].filter(([key]) => !isHidden(key)));
  // Where all is 0 and hidden, it may be more.
  const largest = Math.max(1, ...table.counts.values());
  const found = new Map(
    [...table.counts.keys()].filter(isHidden).map((key) => [key, new Set<number>()]),
  );
  const given = new Map(published);

  /** The least that a cell can be with what is given so far; for a whole table, what it is. */
  const least = (key: string): number => {
    const known = given.get(key);
    if (known !== undefined) return known;
    const sum = table.sums.find(({ total }) => total === key);
    return sum ? sum.parts.reduce((soFar, part) => soFar + least(part), 0) : 0;
  };
  const isWhole = (key: string): boolean => {
    if (given.has(key)) return true;
    const sum = table.sums.find(({ total }) => total === key);
    return sum !== undefined && sum.parts.every(isWhole);
  };
  const fits = () =>
    table.sums.every(({ total, parts }) => {
      const limit = published.get(total);
      if (limit === undefined) return true;
      const sum = parts.reduce((soFar, part) => soFar + least(part), 0);
      return parts.every(isWhole) ? sum === limit : sum <= limit;
    });

  const tryFrom = (index: number): void => {
    const atom = hiddenAtoms[index];
    if (atom === undefined) {
      for (const [key, values] of found) values.add(least(key));
      return;
    }
    for (let value = 0; value <= largest; value += 1) {
      if ([...found.values()].every((values) => values.size >= 2)) break;
      given.set(atom, value);
      if (fits()) tryFrom(index + 1);
      given.delete(atom);
    }
  };
  tryFrom(0);
  return found;
}
