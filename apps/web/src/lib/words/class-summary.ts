import type { ClassPicture, CompetenceName } from '@jalon/types';

/** What a class showed in one competence. Names stand in the order of the class, never by result. */
export interface CompetenceSummary {
  competence: CompetenceName;
  /** How many pupils are most probably at each level that anyone is at, lowest first. */
  levels: { level: number; pupils: number }[];
  /** Who is most probably at the first level, and needs a guide. */
  atFirstLevel: string[];
  withoutResult: string[];
}

/** Sums up, competence by competence, those in which the class has a result. */
export function summariseClass({
  competences,
  pupils,
}: Pick<ClassPicture, 'competences' | 'pupils'>): CompetenceSummary[] {
  return competences.flatMap((competence) => {
    const standing = pupils.map(({ name, cells }) => ({
      name,
      level: cells.find((cell) => cell.competence === competence.code)?.level.level ?? null,
    }));
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
    };
  });
}
