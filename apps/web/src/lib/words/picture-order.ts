import type { ClassPicture } from '@jalon/types';

type Results = Pick<ClassPicture['pupils'][number], 'cells' | 'rereadings'>;

/**
 * The pupils of a class, the lowest result in one competence first; those without a result in it
 * come last, and equals stay in the order of the class. A result counts by the mean of its levels,
 * each weighed by its probability: of two pupils at level 2, the one who may be at level 1 comes
 * first. An unknown competence changes nothing.
 */
export function orderByNeed<P extends Results>(pupils: readonly P[], competence: string): P[] {
  const standing = pupils.map((pupil) => ({ pupil, level: meanLevel(pupil, competence) }));
  return standing
    .sort((a, b) => {
      if (a.level === null || b.level === null) {
        return Number(a.level === null) - Number(b.level === null);
      }
      return a.level - b.level;
    })
    .map(({ pupil }) => pupil);
}

function meanLevel({ cells, rereadings }: Results, competence: string): number | null {
  const shown = [...cells, ...rereadings].find((cell) => cell.competence === competence);
  if (!shown) return null;
  return shown.level.probabilities.reduce(
    (sum, probability, below) => sum + probability * (below + 1),
    0,
  );
}
