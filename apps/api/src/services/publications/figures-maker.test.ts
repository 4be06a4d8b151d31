import { addMeasure } from '@jalon/measurement';
import { expect, it } from 'vitest';
import type { CohortSchool } from '../cohorts/school.ts';
import { type Counted, figuresOfCompetence } from './competence-figures.ts';
import { figuresMaker } from './figures-maker.ts';
import { type Tallies, tallyOf } from './tallies.ts';

const SCHOOLS = 60;
const levels = [1, 2, 3, 4, 5];

/** Schools of two départements with a few pupils at each level, more in each school. */
function made(): Counted {
  const tallies: Tallies = new Map();
  const schools = Array.from({ length: SCHOOLS }, (_, n): CohortSchool => {
    const uai = `${n}A`;
    const tally = tallyOf(tallies, uai, '6e', levels.length);
    tally.levels = levels.map((level) => 3 + ((n * level) % 40));
    for (let pupil = 0; pupil < 20 + n; pupil += 1) {
      addMeasure(tally.standing, { value: (pupil % 7) - 3, variance: 0.3 });
    }
    return {
      ...{ uai, schoolName: `Collège ${n}`, department: n % 2 === 0 ? '69' : '42' },
      ...{ type: 'college', sector: n % 3 === 0 ? 'private-contract' : 'public' },
      ...{ priority: null, setting: null, enrolment: null, districtCode: null, districtName: null },
      ...{ yearGroups: ['6e'], pupils: [300] },
    };
  });
  return { schools, levels, cuts: [-1.5, -0.5, 0.5, 1.5], tallies, before: new Map() };
}

it('a thread of its own makes the same figures, one competence after the other', async () => {
  const counted = made();
  const maker = figuresMaker(SCHOOLS);
  try {
    const here = figuresOfCompetence(counted);
    expect([...here.values()].flat().some(({ total }) => total !== null)).toBe(true);
    expect(await maker.make(counted)).toEqual(here);
    expect(await maker.make({ ...counted, before: new Map() })).toEqual(here);
  } finally {
    await maker.end();
  }
});

it('a thread that fails makes nothing, and says why', async () => {
  const maker = figuresMaker(SCHOOLS);
  try {
    await expect(maker.make({ ...made(), cuts: [1, 0] })).rejects.toThrow(/increase/);
  } finally {
    await maker.end();
  }
});
