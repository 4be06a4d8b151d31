import { expect, it } from 'vitest';
import { orderByNeed } from './picture-order.ts';

const cell = (competence: string, probabilities: number[]) => ({
  competence,
  attemptId: `attempt-${competence}`,
  finishedAt: '2026-11-24T09:00:00.000Z',
  responses: 10,
  level: {
    level: probabilities.indexOf(Math.max(...probabilities)) + 1,
    band: 'Novice',
    probability: Math.max(...probabilities),
    withinOne: 1,
    probabilities,
  },
});

const pupil = (name: string, ...cells: ReturnType<typeof cell>[]) => ({
  id: name,
  name,
  cells,
  rereadings: [],
});

const ali = pupil('Ali', cell('1.1', [0, 0.6, 0.4]));
const bea = pupil('Bea', cell('2.1', [1, 0, 0]));
const chloe = pupil('Chloé', cell('1.1', [0.4, 0.6, 0]));
const dana = pupil('Dana', cell('1.1', [0, 0.6, 0.4]));
const elio = {
  ...pupil('Elio'),
  rereadings: [{ ...cell('1.1', [1, 0, 0]), from: '1.0.0', linkError: 0 }],
};

const namesBy = (competence: string) =>
  orderByNeed([ali, bea, chloe, dana, elio], competence).map(({ name }) => name);

it('puts the lowest first, also of two at the same level, and who has no result last', () => {
  expect(namesBy('1.1')).toEqual(['Elio', 'Chloé', 'Ali', 'Dana', 'Bea']);
});

it('keeps the order of the class among equals and for a competence nobody has', () => {
  expect(namesBy('9.9')).toEqual(['Ali', 'Bea', 'Chloé', 'Dana', 'Elio']);
});
