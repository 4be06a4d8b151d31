import { beforeEach, describe, expect, it } from 'vitest';
import { addPupils } from '../../testing/more-pupils.ts';
import { smallRelease } from '../../testing/small-release.ts';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { createEngines } from '../engine.ts';
import { listClasses } from './list.ts';
import { readPicture } from './picture.ts';

const older = smallRelease({ competences: ['1.1', '1.2'] });
const otherTeacher: Teacher = {
  role: 'teacher',
  id: people.otherSchool.teacher,
  schoolId: people.otherSchool.school,
};

let services: ServiceContext;
beforeEach(async () => {
  services = await createTestServices({ releases: [older] });
});

const picture = () => readPicture(services, actors.teacher, people.own.class);
const pupilOf = (place: 'sameSchool' | 'otherSchool') =>
  taking(services, { role: 'pupil', id: people[place].pupil, schoolId: people[place].school });

describe('the picture of a class', () => {
  it('has every pupil by last name, and every competence that the release measures', async () => {
    await addPupils(services, [
      { firstName: 'Tom', lastName: 'Orme' },
      { firstName: 'Awa', lastName: 'Ajonc' },
    ]);
    const seen = await picture();
    expect(seen.class).toEqual({
      id: people.own.class,
      name: '6e own',
      yearGroup: '6e',
      schoolYear: '2026-2027',
      pupils: 3,
    });
    expect(seen.competences.map(({ code }) => code)).toEqual(['1.1', '1.2']);
    expect(seen.pupils.map(({ name, cells }) => [name, cells])).toEqual([
      ['Awa Ajonc', []],
      ['Zélie Aubépine', []],
      ['Tom Orme', []],
    ]);
  });

  it("has a pupil's last result, with its probability, and nothing of what is still open", async () => {
    const pupil = taking(services);
    await pupil.answer(people.own.attempt);
    expect((await picture()).pupils[0]?.cells).toEqual([]);
    const attempt = await pupil.finish(people.own.attempt, upToLevel(2));
    const kept = await pupil.result();
    const [cell, ...more] = (await picture()).pupils[0]?.cells ?? [];
    expect(more).toEqual([]);
    expect(cell).toMatchObject({
      competence: '1.1',
      attemptId: attempt.id,
      finishedAt: attempt.finishedAt?.toISOString(),
      responses: attempt.answered,
      level: { level: kept?.level, probabilities: kept?.probabilities },
    });
  });

  it('has nothing of practice, nor of pupils of another class or school', async () => {
    const pupil = taking(services);
    await pupil.finish((await pupil.practise()).id);
    await pupilOf('sameSchool').finish(people.sameSchool.attempt);
    await pupilOf('otherSchool').finish(people.otherSchool.attempt);
    const seen = await picture();
    expect(seen.pupils.map(({ id, cells }) => [id, cells])).toEqual([[people.own.pupil, []]]);
  });

  it('has the results of the release in force alone', async () => {
    await taking(services).finish(people.own.attempt);
    const newer = smallRelease({ version: '1.1.0', itemVersion: 2 });
    services = { ...services, engines: createEngines([older, newer], '1.1.0') };
    const seen = await picture();
    expect(seen.release.version).toBe('1.1.0');
    expect(seen.pupils[0]?.cells).toEqual([]);
  });

  it("of another school's class is not there, even where its id is known", async () => {
    await expect(
      readPicture(services, actors.teacher, people.otherSchool.class),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe("a teacher's classes", () => {
  it('are those they teach, in their own school, with how many pupils each has', async () => {
    await addPupils(services, [{ firstName: 'Tom', lastName: 'Orme' }]);
    const idsAndPupils = async (teacher: Teacher) =>
      (await listClasses(services, teacher)).map(({ id, pupils }) => [id, pupils]);
    expect(await idsAndPupils(actors.teacher)).toEqual([[people.own.class, 2]]);
    expect(await idsAndPupils(otherTeacher)).toEqual([[people.otherSchool.class, 1]]);
    expect(await idsAndPupils({ ...actors.teacher, schoolId: otherTeacher.schoolId })).toEqual([]);
  });
});
