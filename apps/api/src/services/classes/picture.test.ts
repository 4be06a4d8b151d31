import { beforeEach, describe, expect, it } from 'vitest';
import { gather } from '../../testing/gather.ts';
import { odsContent } from '../../testing/ods-content.ts';
import { addPupils } from '../../testing/more-pupils.ts';
import { smallRelease } from '../../testing/small-release.ts';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Teacher } from '../actor.ts';
import { giveOne } from '../../testing/give-one.ts';
import type { ServiceContext } from '../context.ts';
import { createEngines } from '../engine.ts';
import { listClasses } from './list.ts';
import { readPicture } from './picture.ts';
import { pictureCsv } from './picture-csv.ts';
import { pictureOds } from './picture-ods.ts';

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
      kind: 'class',
      origin: 'roster',
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

  it('is a table too, with a line for each result, and one for whoever has none', async () => {
    await addPupils(services, [{ firstName: '=Tom', lastName: 'Orme' }]);
    await taking(services).finish(people.own.attempt, upToLevel(2));
    const seen = await picture();
    const cell = seen.pupils[0]?.cells[0];
    const lines = await gather(pictureCsv(seen, 'fr'));
    expect(lines[0]).toMatch(/^\uFEFFélève,compétence,/);
    expect(lines[1]?.split(',').slice(0, 2)).toEqual(['Zélie Aubépine', '1.1']);
    expect(lines[1]).toContain(`,${cell?.level.level},${cell?.level.probability.toFixed(3)},`);
    // No name is run by a spreadsheet.
    expect(lines[2]).toMatch(/^'=Tom Orme,,,,,,,,,\r\n$/);
    expect(lines).toHaveLength(3);
  });

  it.each(['fr', 'en'] as const)(
    'is a spreadsheet too (%s), with a sheet that names its release and says how to read it',
    async (language) => {
      await addPupils(services, [{ firstName: '=Tom', lastName: 'Orme' }]);
      await taking(services).finish(people.own.attempt, upToLevel(2));
      const seen = await picture();
      const [file] = await gather(pictureOds(seen, language));
      const content = odsContent(file);
      const [, results = '', reading = ''] = content.split('<table:table ');
      const rows = results.split('<table:table-row>').slice(1);
      expect(rows).toHaveLength(3);
      const level = seen.pupils[0]?.cells[0]?.level;
      expect(rows[1]).toContain(`office:value-type="float" office:value="${level?.level}"`);
      expect(rows[1]).toContain(`"percentage" office:value="${level?.probability}"`);
      expect(rows[1]).toMatch(/office:value-type="date" office:date-value="20\d\d-\d\d-\d\d"/);
      // A text, and nothing that could be run.
      expect(rows[2]).toContain('office:value-type="string"><text:p>=Tom Orme</text:p>');
      const [headings = ''] = await gather(pictureCsv(seen, language));
      for (const heading of headings.replace('\uFEFF', '').trim().split(',')) {
        expect(rows[0]).toContain(`<text:p>${heading}</text:p>`);
      }
      expect(reading).toContain(`<text:p>${seen.release.sha256}</text:p>`);
      expect(reading).toContain(language === 'fr' ? 'des 5 niveaux' : 'of the 5 levels');
    },
  );

  it('names the class and the year group of each pupil: a group may be of several', async () => {
    await addPupils(services, [{ firstName: 'Tom', lastName: 'Orme' }], people.sameSchool);
    const { store } = services;
    const { school, group } = people.own;
    const [, tom] = await store.read.classes.pupils({
      schoolId: school,
      classId: people.sameSchool.class,
    });
    const membership = { schoolId: school, classId: group, pupilId: tom?.id ?? '' };
    await store.write(store.change.addMemberships(membership));
    const seen = await readPicture(services, actors.teacher, group);
    expect(seen.pupils.map(({ className, yearGroup }) => [className, yearGroup])).toEqual([
      ['6e own', '6e'],
      ['6e sameSchool', '6e'],
    ]);
  });

  it('has nothing of practice, nor of pupils of another class or school', async () => {
    const pupil = taking(services);
    await pupil.finish((await pupil.practise()).id);
    await pupilOf('sameSchool').finish(people.sameSchool.attempt);
    await pupilOf('otherSchool').finish(people.otherSchool.attempt);
    const seen = await picture();
    expect(seen.pupils.map(({ id, cells }) => [id, cells])).toEqual([[people.own.pupil, []]]);
  });

  describe('once a newer release is in force', () => {
    const newer = smallRelease({ version: '1.1.0', itemVersion: 2 });
    /** Its framework's codes mean something else. */
    const other = { ...newer, framework: { ...newer.framework, version: '2.0.0' } };
    const startUnder = (release: typeof newer) => {
      services = { ...services, engines: createEngines([older, release], '1.1.0') };
    };

    it('shows its results alone as results, and those before it as read again, each with its release', async () => {
      await taking(services).finish(people.own.attempt);
      const before = (await picture()).pupils[0]?.cells[0];
      startUnder(newer);
      const seen = await picture();
      expect(seen.release.version).toBe('1.1.0');
      expect(seen.pupils[0]?.cells).toEqual([]);
      // The items ask the same and count the same: nothing moves.
      expect(seen.pupils[0]?.rereadings).toEqual([{ ...before, from: '1.0.0', linkError: 0 }]);
    });

    it('shows the originals where the older release is chosen, and says how many each has', async () => {
      await taking(services).finish(people.own.attempt);
      const before = await picture();
      startUnder(newer);
      const chosen = await readPicture(services, actors.teacher, people.own.class, '1.0.0');
      expect(chosen.pupils).toEqual(before.pupils);
      expect(chosen.release).toEqual(before.release);
      expect(chosen.releases).toEqual([
        { version: '1.1.0', results: 0 },
        { version: '1.0.0', results: 1 },
      ]);
    });

    it('reads nothing again that its own results answer, nor that it cannot be linked to', async () => {
      await taking(services).finish(people.own.attempt);
      startUnder(other);
      expect((await picture()).pupils[0]).toMatchObject({ cells: [], rereadings: [] });
      startUnder(newer);
      const { store } = services;
      const { version, framework, sha256 } = newer;
      await store.write(
        store.change.publishRelease({
          version,
          framework: framework.id,
          sha256,
          publishedAt: new Date(),
        }),
      );
      const pupil = taking(services);
      const { id: assessment } = await giveOne(services, actors.teacher, people.own.class, {
        title: 'Encore',
        competence: '1.1',
        feedback: 'now',
        closesOn: null,
      });
      await pupil.finish((await pupil.measure(assessment)).id);
      const seen = (await picture()).pupils[0];
      expect(seen?.cells).toHaveLength(1);
      expect(seen?.rereadings).toEqual([]);
    });

    it('knows no release that is not there', async () => {
      await expect(
        readPicture(services, actors.teacher, people.own.class, '9.9.9'),
      ).rejects.toMatchObject({ code: 'not-found' });
    });
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
