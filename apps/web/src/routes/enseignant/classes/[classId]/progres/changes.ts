import type { ClassGrowth, CompetenceName, GrowthCell } from '@jalon/types';

export type Direction = GrowthCell['direction'];

/** How a class changed in one competence. */
export interface CompetenceChanges {
  competence: CompetenceName;
  /** How many pupils went which way. */
  counts: Record<Direction, number>;
  /** Who was not measured twice, in the order of the class. */
  missing: string[];
}

/** Sums up, competence by competence, those in which somebody was measured twice. */
export function summariseChanges({
  competences,
  pupils,
}: Pick<ClassGrowth, 'competences' | 'pupils'>): CompetenceChanges[] {
  return competences.flatMap((competence) => {
    const changes = pupils.map(({ name, cells }) => ({
      name,
      direction: cells.find((cell) => cell.competence === competence.code)?.direction,
    }));
    const missing = changes.filter(({ direction }) => !direction).map(({ name }) => name);
    if (missing.length === pupils.length) return [];
    const count = (wanted: Direction) =>
      changes.filter(({ direction }) => direction === wanted).length;
    return {
      competence,
      counts: { rise: count('rise'), unsure: count('unsure'), fall: count('fall') },
      missing,
    };
  });
}
