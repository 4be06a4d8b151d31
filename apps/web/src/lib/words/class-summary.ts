import type { ClassPicture, CompetenceName } from '@jalon/types';

/** What a class showed in one competence. Names stand in the order of the class, never by result. */
export interface CompetenceSummary {
  competence: CompetenceName;
  /** How many pupils are most probably at each level that anyone is at, lowest first. */
  levels: { level: number; pupils: number }[];
  /** Who is most probably at the first level, and needs a guide. */
  atFirstLevel: string[];
  withoutResult: string[];
  /** How many of the results are an earlier release's, read under this one. */
  reread: number;
}

/** Sums up, competence by competence, those in which the class has a result. */
export function summariseClass({
  competences,
  pupils,
}: Pick<ClassPicture, 'competences'> & {
  pupils: readonly Pick<ClassPicture['pupils'][number], 'name' | 'cells' | 'rereadings'>[];
}): CompetenceSummary[] {
  return competences.flatMap((competence) => {
    const standing = pupils.map(({ name, cells, rereadings }) => {
      const isOfThis = (cell: { competence: string }) => cell.competence === competence.code;
      const own = cells.find(isOfThis);
      const shown = own ?? rereadings.find(isOfThis);
      return { name, level: shown?.level.level ?? null, isReread: shown !== undefined && !own };
    });
    const reached = standing.flatMap(({ level }) => level ?? []);
    if (reached.length === 0) return [];
    const namesAt = (level: number | null) =>
      standing.filter((pupil) => pupil.level === level).map(({ name }) => name);
    return {
      competence,
      levels: [...new Set(reached)]
        .sort((a, b) => a - b)
        .map((level) => ({ level, pupils: namesAt(level).length })),
      atFirstLevel: namesAt(1),
      withoutResult: namesAt(null),
      reread: standing.filter(({ isReread }) => isReread).length,
    };
  });
}

/**
 * The level that a class can be brought to in a competence: the one that most of it has shown (of
 * two, the higher), and the second where that is the first, below which nobody is.
 */
export function usualLevel(levels: CompetenceSummary['levels']): number {
  const most = Math.max(...levels.map(({ pupils }) => pupils));
  const usual = levels.findLast(({ pupils }) => pupils === most)?.level ?? 1;
  return Math.max(2, usual);
}

/** Whether somebody is below the level that the class can be brought to. */
export const isAnyoneBelow = (levels: CompetenceSummary['levels']): boolean =>
  levels.some(({ level }) => level < usualLevel(levels));
