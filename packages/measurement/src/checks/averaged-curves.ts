import { type ItemParameters, maxScore } from '../models/item-parameters.ts';
import { curvesAt, type ScoreCurves } from '../models/response-curves.ts';

const STEP = 0.5;
const REACH = 6;
const DEVIATES = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => i * STEP - REACH);
const TOTAL = DEVIATES.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);

/**
 * The curves of an item at one ability, averaged over what is not known of its difficulty, by the
 * rule that `compileItem` explains; here with slopes, and off any grid.
 */
export function averagedCurves(item: ItemParameters, ability: number): ScoreCurves {
  if (item.difficultySd === 0) return curvesAt(item, ability);
  const probabilities = new Float64Array(maxScore(item) + 1);
  const slopes = new Float64Array(maxScore(item) + 1);
  for (const z of DEVIATES) {
    const weight = Math.exp((-z * z) / 2) / TOTAL;
    const there = curvesAt(item, ability, item.difficultySd * z);
    for (let k = 0; k < probabilities.length; k += 1) {
      probabilities[k] = (probabilities[k] ?? 0) + weight * (there.probabilities[k] ?? 0);
      slopes[k] = (slopes[k] ?? 0) + weight * (there.slopes[k] ?? 0);
    }
  }
  return { probabilities, slopes };
}
