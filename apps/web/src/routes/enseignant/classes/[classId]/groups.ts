import type { ClassPicture } from '@jalon/types';
import { compareYearGroups } from '#lib/words/year-groups.ts';
import type { View } from './view.ts';

type Pupil = ClassPicture['pupils'][number];

/** Some pupils of a class, and what they have in common. */
export interface PupilGroup {
  /** A level in the competence of the order (`null`: no result in it), a class, or a year group. */
  of: { level: number | null } | { name: string };
  pupils: Pupil[];
}

const { compare } = new Intl.Collator('fr', { numeric: true });

/**
 * Pupils in groups, in the order in which they stand: the lowest level first and those without a
 * result last; classes by name; year groups as school has them. Each pupil is in one group, and no
 * group is empty. Without a grouping, there is no group.
 */
export function groupPupils(
  pupils: readonly Pupil[],
  { groupedBy, orderedBy }: View,
): PupilGroup[] {
  switch (groupedBy) {
    case undefined:
      return [];
    case 'niveau':
      return [...Map.groupBy(pupils, (pupil) => levelIn(pupil, orderedBy))]
        .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
        .map(([level, some]) => ({ of: { level }, pupils: some }));
    case 'classe':
      return named(pupils, ({ className }) => className, compare);
    case 'annee':
      return named(pupils, ({ yearGroup }) => yearGroup, compareYearGroups);
  }
}

/** The most probable level, by a result or by the re-reading that stands in for one. */
function levelIn({ cells, rereadings }: Pupil, code: string | undefined): number | null {
  const shown = [...cells, ...rereadings].find(({ competence }) => competence === code);
  return shown?.level.level ?? null;
}

const named = (
  pupils: readonly Pupil[],
  nameOf: (pupil: Pupil) => string,
  order: (a: string, b: string) => number,
): PupilGroup[] =>
  [...Map.groupBy(pupils, nameOf)]
    .sort(([a], [b]) => order(a, b))
    .map(([name, some]) => ({ of: { name }, pupils: some }));
