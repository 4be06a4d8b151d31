import { countsBehind, type Interval } from '../rounding.ts';
import type { AtomCounts, CohortAnswer } from '../journal.ts';
import type { Sum } from '../table.ts';
import type { Knowledge } from './attacker.ts';

const anything: Interval = { least: 0, most: Number.POSITIVE_INFINITY };

/** The key of the pupils of some atoms at a level. */
export const groupKey = (atoms: readonly string[], level: number): string =>
  JSON.stringify([...atoms, level]);

/**
 * What whoever knows the rules knows of answers about overlapping cohorts, with a cell for each set
 * of atoms asked about and for each of `others`, at every level.
 */
export function knowledgeOfAnswers(
  counts: AtomCounts,
  answers: readonly CohortAnswer[],
  others: readonly (readonly string[])[],
  minimumCell: number,
): Knowledge {
  const [first = []] = counts.values();
  const bounds = new Map<string, Interval>();
  const sums: Sum[] = [];
  const groups = [...answers.map(({ atoms }) => atoms), ...others];
  for (const level of first.keys()) {
    for (const atom of counts.keys()) bounds.set(groupKey([atom], level), anything);
    for (const atoms of groups) {
      const total = groupKey(atoms, level);
      if (bounds.has(total)) continue;
      bounds.set(total, anything);
      sums.push({ total, parts: atoms.map((atom) => groupKey([atom], level)) });
    }
  }
  answers.forEach(({ atoms, total, levels }) => {
    levels.forEach((count, level) => {
      if (count !== null) bounds.set(groupKey(atoms, level), countsBehind(count, minimumCell));
    });
    if (total === null) return;
    const key = JSON.stringify([...atoms, 'all']);
    bounds.set(key, countsBehind(total, minimumCell));
    sums.push({ total: key, parts: levels.map((_, level) => groupKey(atoms, level)) });
  });
  return { bounds, sums };
}
