import { fileURLToPath } from 'node:url';
import { pointsOf } from '@jalon/items';
import { estimateAbility } from '@jalon/measurement';
import { describe, expect, it } from 'vitest';
import { loadEngines } from '../load-engines.ts';

const engines = loadEngines(
  fileURLToPath(new URL('../../../../competence-framework', import.meta.url)),
);
const first = engines.of('1.0.0');
const { current } = engines;
/** Of the first release, those that several points may be earned on. */
const graded = [...first.release.items.values()].filter((item) => pointsOf(item) > 1);

describe('an answer that earned a part of its points', () => {
  it('is met in the bank', () => {
    expect(graded.length).toBeGreaterThan(5);
  });

  it.each(graded.map((item) => [item.id, item] as const))(
    '%s: counts by its steps now, and as a fraction under the first release',
    (_, item) => {
      const possible = pointsOf(item);
      const estimates = Array.from({ length: possible + 1 }, (_, points) => {
        const answer = { itemId: item.id, itemVersion: item.version, points, possible };
        expect(current.observation(answer).score).toBe(points);
        expect(first.observation(answer).score).toBe(points / possible);
        return estimateAbility([current.observation(answer)], { mean: 0, sd: 1.5 });
      });
      const abilities = estimates.map(({ ability }) => ability);
      expect(abilities).toEqual(abilities.toSorted((a, b) => a - b));
      expect(new Set(abilities).size).toBe(possible + 1);
    },
  );
});
