import { describe, expect, it } from 'vitest';
import { startPosterior } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { seededRandom } from '../core/random.ts';
import { compileBank } from './bank.ts';
import { fisherInformation } from './fisher-information.ts';
import { type Candidate, selectItem, type SelectionRules } from './select-item.ts';

const posterior = startPosterior({ mean: 0, sd: 0.5 });
const candidate = (key: string, item: Candidate['item']): Candidate => {
  return { key, item, descriptor: 'd', exposureRate: 0.5, seenBefore: false };
};

function choose(candidates: readonly Candidate[], changes: Partial<SelectionRules>): string {
  const rng = seededRandom('choice');
  const request = { candidates, posterior, position: 12, maxItems: 12, rng, given: [] };
  return selectItem({ ...request, ...changes });
}

describe('the next item', () => {
  it('is the same for items compiled as a bank', () => {
    const parameters = Array.from({ length: 40 }, (_, i) => ({
      discrimination: 0.8 + (i % 5) / 5,
      difficulty: (i * 7) / 40 - 3,
      difficultySd: 0.3,
    }));
    const banked = compileBank(parameters, standardGrid);
    for (const position of [1, 6, 12]) {
      const alone = parameters.map((of, i) => candidate(String(i), of));
      const together = banked.map((of, i) => candidate(String(i), of));
      expect(choose(together, { position })).toBe(choose(alone, { position }));
    }
  });

  it('is chosen by another criterion where one is given', () => {
    const wide = startPosterior({ mean: 0, sd: 2 });
    const sharp = { discrimination: 3, difficulty: 0, difficultySd: 0 };
    const soft = { discrimination: 1.6, difficulty: 0, difficultySd: 0 };
    const off = { discrimination: 2.4, difficulty: 1.3, difficultySd: 0 };
    const list = [candidate('off', off), candidate('soft', soft)];
    expect(choose(list, { posterior: wide })).toBe('off');
    const criterion = fisherInformation;
    expect(choose(list, { posterior: wide, criterion })).toBe('soft');
    const withSharp = [...list, candidate('sharp', sharp)];
    expect(choose(withSharp, { posterior: wide, criterion })).toBe('sharp');
  });
});
