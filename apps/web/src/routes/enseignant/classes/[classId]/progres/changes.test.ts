import type { GrowthCell } from '@jalon/types';
import { expect, it } from 'vitest';
import { type Direction, summariseChanges } from './changes.ts';

const measure = {
  attemptId: 'a',
  finishedAt: '2026-11-24T09:00:00.000Z',
  release: '1.0.0',
  level: { level: 1, band: 'Novice', probability: 1, withinOne: 1, probabilities: [1] },
  ...{ ability: 0, standardError: 1 },
};
const cell = (competence: string, direction: Direction): GrowthCell => ({
  ...{ competence, direction, first: measure, last: measure },
  ...{ difference: 0, standardError: 1, probabilityOfRise: 0.5 },
});
const pupil = (name: string, cells: GrowthCell[], once: string[] = []) => ({
  ...{ id: name, name, cells, once },
});
const competence = (code: string) => ({ code, name: `Compétence ${code}` });

it('counts who went which way, and names who was not measured twice', () => {
  const seen = summariseChanges({
    competences: ['1.1', '1.2', '1.3'].map(competence),
    pupils: [
      pupil('Zoé', [cell('1.1', 'rise'), cell('1.2', 'fall')]),
      pupil('Awa', [cell('1.1', 'unsure')], ['1.2', '1.3']),
      pupil('Malo', [cell('1.1', 'rise')]),
      pupil('Bea', []),
    ],
  });
  expect(seen).toEqual([
    {
      ...{ competence: competence('1.1'), counts: { rise: 2, unsure: 1, fall: 0 } },
      missing: ['Bea'],
    },
    {
      ...{ competence: competence('1.2'), counts: { rise: 0, unsure: 0, fall: 1 } },
      missing: ['Awa', 'Malo', 'Bea'],
    },
  ]);
});

it('has nothing of a class that was measured once', () => {
  expect(
    summariseChanges({ competences: [competence('1.1')], pupils: [pupil('Zoé', [], ['1.1'])] }),
  ).toEqual([]);
  expect(summariseChanges({ competences: [competence('1.1')], pupils: [] })).toEqual([]);
});
