import type { Level } from './counts.ts';

/** The lowest level of the second name (such as « Indépendant »): what one asks about most. */
export function upperFrom(levels: readonly Level[]): number {
  const [first] = levels;
  return levels.find(({ band }) => band !== first?.band)?.level ?? 1;
}
