import { Cat } from '@bdelab/jscat';
import { levelOf, type NormalPrior } from '@jalon/measurement';
import type { BenchItem } from '../bank.ts';
import type { Engine, EngineSitting } from './engine.ts';

/** The abilities that it considers, as in its README, in logits. */
const REACH = 6;

/**
 * The library jsCAT as its README uses it: expected a posteriori ability, with the same prior as
 * ours, and the item that tells most there. `copies` is whether it copies the items left before it
 * sorts them, which is its default and changes no choice.
 */
export function jscatEngine(
  bank: readonly BenchItem[],
  prior: NormalPrior,
  { copies }: { copies: boolean },
): Engine {
  const byKey = new Map(bank.map((item) => [item.key, item]));
  const stimuli = bank.map(({ key, discrimination, difficulty }) => ({
    key,
    discrimination,
    difficulty,
    guessing: 0,
    slipping: 1,
  }));
  const sit = (): EngineSitting => {
    const cat = new Cat({
      method: 'EAP',
      itemSelect: 'MFI',
      theta: prior.mean,
      minTheta: -REACH,
      maxTheta: REACH,
      priorDist: 'norm',
      priorPar: [prior.mean, prior.sd],
    });
    let left: Parameters<Cat['findNextItem']>[0] = [...stimuli];
    return {
      next() {
        const { nextStimulus, remainingStimuli } = cat.findNextItem(left, 'MFI', copies);
        left = remainingStimuli;
        return byKey.get(String(nextStimulus?.['key'])) ?? null;
      },
      answer: ({ discrimination, difficulty }, isRight) =>
        cat.updateAbilityEstimate(
          { a: discrimination, b: difficulty, c: 0, d: 1 },
          isRight ? 1 : 0,
        ),
      ability: () => cat.theta,
      level: (cuts) => levelOf(cat.theta, cuts),
    };
  };
  return { name: 'jsCAT, EAP and MFI', sit };
}
