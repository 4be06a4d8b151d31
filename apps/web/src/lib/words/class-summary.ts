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
}: Pick<ClassPicture, 'competences' | 'pupils'>): CompetenceSummary[] {
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
