import { beforeEach, describe, expect, it } from 'vitest';
import { taking } from '../testing/taking.ts';
import { createTestServices } from '../testing/test-services.ts';
import { people } from '../testing/two-schools.ts';
import type { ServiceContext } from './context.ts';
import { itemKey } from './engine.ts';
import { type Exposure, readExposure } from './exposure.ts';

let services: ServiceContext;
beforeEach(async () => {
  services = await createTestServices();
});

const keys = Array.from({ length: 10 }, (_, index) => itemKey(`1.1-question-${index + 1}`, 1));
const ratesOf = (exposure: Exposure) => keys.map((key) => exposure.rate('1.1', key));

describe('how often an item has been given', () => {
  it('is the share of the attempts of its competence, over all schools', async () => {
    await taking(services).answer(people.own.attempt);
    const { pupil: id, school: schoolId, attempt } = people.otherSchool;
    await taking(services, { role: 'pupil', id, schoolId }).answer(attempt);
    await services.exposure.share();
    const exposure = await readExposure(services.store);
    // All three attempts began with the first question, and two have answered it.
    expect(exposure.rate('1.1', '1.1-question-1@1')).toBeCloseTo(2 / 3);
    expect(exposure.rate('1.1', '1.1-question-1@2')).toBe(0);
    expect(exposure.rate('1.2', '1.2-question-1@1')).toBe(0);
  });

  it('is kept up to date as it would be read again from the store', async () => {
    const pupil = taking(services);
    await pupil.finish(people.own.attempt);
    await pupil.finish((await pupil.practise()).id, () => false);
    await pupil.practise();
    const rates = ratesOf(services.exposure);
    await services.exposure.share();
    expect(ratesOf(services.exposure)).toEqual(rates);
    expect(rates).toEqual(ratesOf(await readExposure(services.store)));
    expect(Math.max(...rates)).toBeGreaterThan(0);
  });

  it('is never more than always', async () => {
    const exposure = await readExposure(services.store);
    exposure.attemptBegan('1.2');
    exposure.itemAnswered('1.2-question-1@1');
    exposure.itemAnswered('1.2-question-1@1');
    expect(exposure.rate('1.2', '1.2-question-1@1')).toBe(1);
  });

  it('counts for nothing where nobody has sat the competence', async () => {
    const exposure = await readExposure(services.store);
    expect(exposure.rate('4.2', '4.2-question-1@1')).toBe(0);
  });
});
