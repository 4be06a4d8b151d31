import { describe, expect, it } from 'vitest';
import { isAnyoneBelow, summariseClass, usualLevel } from './class-summary.ts';

const searching = { code: '1.1', name: 'Mener une recherche' };
const privacy = { code: '4.2', name: 'Protéger les données' };

const cell = (competence: string, level: number) => ({
  competence,
  attemptId: `attempt-${competence}`,
  finishedAt: '2026-11-24T09:00:00.000Z',
  responses: 10,
  level: { level, band: 'Novice', probability: 0.6, withinOne: 0.9, probabilities: [0.6, 0.4] },
});

const pupil = (name: string, ...cells: ReturnType<typeof cell>[]) => ({
  id: name,
  name,
  cells,
  rereadings: [],
});

it('says how many are at each level, who is at the first and who has no result', () => {
  const summary = summariseClass({
    competences: [searching, privacy],
    pupils: [
      pupil('Zoé', cell('1.1', 3)),
      pupil('Awa', cell('1.1', 1)),
      pupil('Enzo'),
      pupil('Ali', cell('1.1', 3)),
      pupil('Bea', cell('1.1', 1)),
    ],
  });
  expect(summary).toEqual([
    {
      competence: searching,
      levels: [
        { level: 1, pupils: 2 },
        { level: 3, pupils: 2 },
      ],
      atFirstLevel: ['Awa', 'Bea'],
      withoutResult: ['Enzo'],
      reread: 0,
    },
  ]);
});

it('counts earlier results that are read again, and says how many; never over a result', () => {
  const reread = { ...cell('1.1', 1), from: '1.2.0', linkError: 0 };
  const [summary] = summariseClass({
    competences: [searching],
    pupils: [
      { ...pupil('Zoé'), rereadings: [reread] },
      { ...pupil('Awa', cell('1.1', 2)), rereadings: [reread] },
    ],
  });
  expect(summary).toMatchObject({
    levels: [
      { level: 1, pupils: 1 },
      { level: 2, pupils: 1 },
    ],
    atFirstLevel: ['Zoé'],
    reread: 1,
  });
});

it('has nothing to sum up where there is no result', () => {
  expect(summariseClass({ competences: [searching], pupils: [pupil('Enzo')] })).toEqual([]);
  expect(summariseClass({ competences: [], pupils: [] })).toEqual([]);
});

describe('the level that a class can be brought to', () => {
  const levels = (...pupils: number[]) =>
    pupils.map((count, at) => ({ level: at + 1, pupils: count }));

  it('is the one that most have shown, of two the higher, and never the first', () => {
    expect(usualLevel(levels(2, 9, 4))).toBe(2);
    expect(usualLevel(levels(2, 5, 5))).toBe(3);
    expect(usualLevel(levels(9, 2, 1))).toBe(2);
    expect(usualLevel([{ level: 4, pupils: 1 }])).toBe(4);
  });

  it('has somebody below it, or nobody', () => {
    expect(isAnyoneBelow(levels(2, 9, 4))).toBe(true);
    expect(isAnyoneBelow([{ level: 3, pupils: 9 }])).toBe(false);
  });
});
