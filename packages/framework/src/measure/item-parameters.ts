import type { ItemDefinition } from '@jalon/items';
import type { ItemParameters } from '@jalon/measurement';
import type { Scale } from '../schema/scale.ts';

/**
 * What an item is taken to be until responses calibrate it, from what its writer and the scale say.
 *
 * An item of m points is counted in m steps, `stepSpacing` apart and centred on its difficulty.
 * Points of one answer are not m separate answers: whoever finds the first pair finds the second
 * more easily. Its slope is so chosen that it tells √m times what one right-or-wrong answer of the
 * same discrimination a tells: a·√(3/(√m(m + 2))), since m equal steps tell slope²·m(m + 2)/12 at
 * their difficulty and one answer a²/4.
 */
export function itemParameters(
  scale: Scale,
  { discrimination, difficulty }: Pick<ItemDefinition, 'discrimination' | 'difficulty'>,
  points: number,
): ItemParameters {
  const { mean, sd } = difficulty;
  const { partialCredit } = scale;
  if (points === 1 || !partialCredit) {
    return { discrimination, difficulty: mean, difficultySd: sd };
  }
  const middle = (points - 1) / 2;
  return {
    discrimination: discrimination * Math.sqrt(3 / (Math.sqrt(points) * (points + 2))),
    steps: Array.from(
      { length: points },
      (_, step) => mean + (step - middle) * partialCredit.stepSpacing,
    ),
    difficultySd: sd,
  };
}
