/** The highest position of the school report. */
export const HIGHEST_POSITION = 3;

/** Year groups whose school report asks for positions in digital competence. */
export const concernedYearGroups: readonly string[] = ['CM2', '6e'];

const EVEN = 0.5;

/**
 * The position that is proposed: the highest from 1 to 3 that the pupil has at least, with a
 * probability of one half or more; and that probability. Whoever has reached the first level of the
 * framework has position 1 for certain. Arrêté of 30 August 2019, article 3, asks for the level that
 * was reached; the rule and its threshold are ours, and the teacher's word stands over it.
 */
export function proposePosition(probabilities: readonly number[]): {
  level: number;
  probability: number;
} {
  const atLeast = (level: number): number =>
    probabilities.slice(level - 1).reduce((sum, one) => sum + one, 0);
  for (let level = HIGHEST_POSITION; level > 1; level -= 1) {
    const probability = atLeast(level);
    if (probability >= EVEN) return { level, probability: Math.min(1, probability) };
  }
  return { level: 1, probability: 1 };
}
