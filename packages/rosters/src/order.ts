import type { RosterClass } from './roster.ts';

const collator = new Intl.Collator('fr', { numeric: true });

/** Orders names as French readers look for them: `6e 2` before `6e 10`. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b);

/** Orders classes before groups, then by name. */
export const compareClasses = (
  a: Pick<RosterClass, 'kind' | 'name'>,
  b: Pick<RosterClass, 'kind' | 'name'>,
): number => a.kind.localeCompare(b.kind) || compareNames(a.name, b.name);
