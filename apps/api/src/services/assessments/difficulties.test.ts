import { beforeEach, describe, expect, it } from 'vitest';
import { addPupils } from '../../testing/more-pupils.ts';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Pupil } from '../actor.ts';
import { readResult } from '../attempts/result.ts';
import type { ServiceContext } from '../context.ts';
import { readDifficulties } from './difficulties.ts';

let services: ServiceContext;
let others: Pupil[];
beforeEach(async () => {
  services = await createTestServices();
  others = await addPupils(services, [
    { firstName: 'Awa', lastName: 'Genêt' },
    { firstName: 'Tom', lastName: 'Alisier' },
  ]);
});

const read = () => readDifficulties(services, actors.teacher, people.own.assessment);

describe('what was hard in an assessment', () => {
  it('is nothing before anybody has answered', async () => {
    expect(await read()).toMatchObject({ pupils: 0, items: [] });
  });

  it('is told item by item, the hardest first, with the wrong answers and why', async () => {
    await taking(services).finish(people.own.attempt, upToLevel(1));
    for (const pupil of others) {
      const taker = taking(services, pupil);
      const { id } = await taker.measure(people.own.assessment);
      await taker.finish(id, upToLevel(3));
    }
    const { pupils, items } = await read();
    expect(pupils).toBe(3);
    const shares = items.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeLessThan(1);
    // As many answers as there are, and each wrong one with what the item says to it.
    const attempts = await services.store.read.assessments.attempts({
      schoolId: people.own.school,
      assessmentId: people.own.assessment,
    });
    const answered = attempts.reduce((sum, attempt) => sum + attempt.answered, 0);
    expect(items.reduce((sum, item) => sum + item.answered, 0)).toBe(answered);
    for (const { wrong, answered, share } of items) {
      const times = wrong.reduce((sum, one) => sum + one.times, 0);
      expect(times).toBeLessThanOrEqual(answered);
      expect(times > 0).toBe(share < 1);
      for (const { why, answer } of wrong) expect(`${why}${answer}`).not.toBe('');
    }
    expect(JSON.stringify(items)).not.toMatch(/Zélie|Genêt|Alisier/);
  });
});

it('logs a look by an administrator who teaches as one by any teacher', async () => {
  await taking(services).answer(people.own.attempt);
  const result = await readResult(services, actors.administrator, people.own.attempt);
  expect(result.responses).toHaveLength(1);
  const looks = await services.store.read.rights.looksAt({
    schoolId: people.own.school,
    pupilId: people.own.pupil,
  });
  expect(looks).toMatchObject([{ actorId: people.administrator, action: 'result:read' }]);
});
