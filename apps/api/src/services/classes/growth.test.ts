import { changeOf } from '@jalon/measurement';
import { beforeEach, describe, expect, it } from 'vitest';
import { gather } from '../../testing/gather.ts';
import { giveOne } from '../../testing/give-one.ts';
import { addPupils } from '../../testing/more-pupils.ts';
import { smallRelease } from '../../testing/small-release.ts';
import { type Skill, taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Pupil } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { createEngines } from '../engine.ts';
import { growthCsv } from './growth-csv.ts';
import { readGrowth } from './growth.ts';

const release = smallRelease({ competences: ['1.1', '1.2'] });
const nothing = upToLevel(0);
const everything = upToLevel(5);

let now: Date;
let services: ServiceContext;
beforeEach(async () => {
  now = new Date('2026-09-15T08:00:00Z');
  services = await createTestServices({ releases: [release], clock: () => now });
});

/** A pupil measures once more, at an instant. */
async function measure(
  at: string,
  skill: Skill,
  { actor = actors.pupil, competence = '1.1' }: { actor?: Pupil; competence?: string } = {},
) {
  now = new Date(at);
  const { id } = await giveOne(services, actors.teacher, people.own.class, { competence });
  const pupil = taking(services, actor);
  return pupil.finish((await pupil.measure(id)).id, skill);
}

const growth = () => readGrowth(services, actors.teacher, people.own.class);
const firstPupil = async () => (await growth()).pupils[0];

describe('how a class changed since its school year began', () => {
  it('compares the first measure and the last, each as it was, whatever came between', async () => {
    const first = await measure('2026-09-20T08:00:00Z', nothing);
    await measure('2026-12-01T08:00:00Z', upToLevel(3));
    const last = await measure('2027-05-20T08:00:00Z', everything);
    const seen = await growth();
    expect(seen.since).toBe('2026-08-31T22:00:00.000Z');
    const [cell, ...more] = seen.pupils[0]?.cells ?? [];
    expect(more).toEqual([]);
    expect(cell).toMatchObject({
      competence: '1.1',
      first: { attemptId: first.id, finishedAt: first.finishedAt?.toISOString(), release: '1.0.0' },
      last: { attemptId: last.id, finishedAt: last.finishedAt?.toISOString() },
      ...changeOf(first, last),
      direction: 'rise',
    });
    expect(cell?.first).toMatchObject({
      ability: first.ability,
      standardError: first.standardError,
    });
    // The level is the one that the result had.
    const kept = await taking(services).result();
    expect(cell?.last.level).toMatchObject({
      level: kept?.level,
      probabilities: kept?.probabilities,
    });
    expect(cell?.first.level.level).toBe(1);
  });

  it('calls nothing progress that is not probable enough, and a fall a fall', async () => {
    await measure('2026-09-20T08:00:00Z', upToLevel(3));
    await measure('2026-10-20T08:00:00Z', upToLevel(3));
    expect((await firstPupil())?.cells[0]?.direction).toBe('unsure');
    await measure('2027-05-20T08:00:00Z', nothing);
    const cell = (await firstPupil())?.cells[0];
    expect(cell?.direction).toBe('fall');
    expect(cell?.probabilityOfRise).toBeLessThan(0.2);
    expect(cell?.difference).toBeLessThan(0);
  });

  it('counts from 1 September by the school’s clocks, and measures alone', async () => {
    // In Paris it is still August, then September: 23:59 and 00:01.
    await measure('2026-08-31T21:59:00Z', nothing);
    await measure('2026-08-31T22:01:00Z', upToLevel(2));
    expect(await firstPupil()).toMatchObject({ cells: [], once: ['1.1'] });
    const pupil = taking(services);
    await pupil.finish((await pupil.practise()).id, everything);
    expect(await firstPupil()).toMatchObject({ cells: [], once: ['1.1'] });
    // One that is not finished says nothing yet.
    const { id } = await giveOne(services, actors.teacher, people.own.class);
    const open = await pupil.measure(id);
    await pupil.answer(open.id);
    expect(await firstPupil()).toMatchObject({ cells: [], once: ['1.1'] });
    await pupil.finish(open.id, everything);
    expect(await firstPupil()).toMatchObject({ cells: [{ competence: '1.1' }], once: [] });
  });

  it('keeps competences apart, and pupils of the class who were never measured', async () => {
    await addPupils(services, [{ firstName: 'Tom', lastName: 'Orme' }]);
    await measure('2026-09-20T08:00:00Z', nothing);
    await measure('2026-10-20T08:00:00Z', everything, { competence: '1.2' });
    expect((await growth()).pupils.map(({ name, cells, once }) => [name, cells, once])).toEqual([
      ['Zélie Aubépine', [], ['1.1', '1.2']],
      ['Tom Orme', [], []],
    ]);
  });

  it('compares on one metric alone: that of the release in force', async () => {
    const under = (version: string, at: string) => {
      const next = { ...smallRelease({ competences: ['1.1', '1.2'], version, itemVersion: 2 }) };
      services = { ...services, engines: createEngines([release, next], version) };
      const { store } = services;
      const { framework, sha256 } = next;
      return store.write(
        store.change.publishRelease({
          ...{ version, framework: framework.id, sha256, publishedAt: new Date(at) },
        }),
      );
    };
    await measure('2026-09-20T08:00:00Z', nothing);
    await under('1.1.0', '2026-10-01T08:00:00Z');
    await measure('2026-10-20T08:00:00Z', everything);
    expect((await firstPupil())?.cells[0]).toMatchObject({
      ...{ first: { release: '1.0.0' }, last: { release: '1.1.0' }, direction: 'rise' },
    });
    await under('2.0.0', '2026-11-01T08:00:00Z');
    expect(await firstPupil()).toMatchObject({ cells: [], once: [] });
  });

  it('asks the store as often for a class of one as for a class of many', async () => {
    let asked = 0;
    const { read } = services.store;
    const counted = {
      ...services.store,
      read: {
        ...read,
        classes: {
          ...read.classes,
          measures: (where: Parameters<typeof read.classes.measures>[0]) => {
            asked += 1;
            return read.classes.measures(where);
          },
        },
        attempts: {
          ...read.attempts,
          responsesOf: (where: Parameters<typeof read.attempts.responsesOf>[0]) => {
            asked += 1;
            return read.attempts.responsesOf(where);
          },
        },
      },
    };
    const pupils = await addPupils(services, [
      { firstName: 'Tom', lastName: 'Orme' },
      { firstName: 'Awa', lastName: 'Ajonc' },
    ]);
    for (const actor of pupils) {
      await measure('2026-09-20T08:00:00Z', nothing, { actor });
      await measure('2026-10-20T08:00:00Z', everything, { actor });
    }
    const seen = await readGrowth(
      { ...services, store: counted },
      actors.teacher,
      people.own.class,
    );
    expect(seen.pupils.flatMap(({ cells }) => cells)).toHaveLength(2);
    expect(asked).toBe(2);
  });

  it('is a table too, which says what was measured once and who never was', async () => {
    await addPupils(services, [{ firstName: '=Tom', lastName: 'Orme' }]);
    await measure('2026-09-20T08:00:00Z', everything);
    await measure('2026-10-20T08:00:00Z', nothing);
    await measure('2026-10-21T08:00:00Z', nothing, { competence: '1.2' });
    const seen = await growth();
    const lines = await gather(growthCsv(seen, 'fr'));
    expect(lines).toHaveLength(4);
    const columns = lines[0]?.split(',').length;
    const cell = seen.pupils[0]?.cells[0];
    expect(lines[1]).toContain('Zélie Aubépine,1.1,Mener une recherche,2026-09-20,');
    // A number, with its sign, that no apostrophe makes a text.
    expect(lines[1]).toContain(`,${cell?.difference.toFixed(3)},`);
    expect(lines[1]).toMatch(/,en baisse\r\n$/);
    expect(lines[2]).toMatch(/^Zélie Aubépine,1\.2,Compétence 1\.2,,+mesuré une seule fois\r\n$/);
    expect(lines[3]).toMatch(/^'=Tom Orme,,,,+pas encore mesuré\r\n$/);
    for (const line of lines) expect(line.split(',')).toHaveLength(columns ?? 0);
    const english = await gather(growthCsv(seen, 'en'));
    expect(english[1]).toMatch(/,decline\r\n$/);
    expect(english[0]?.split(',')).toHaveLength(columns ?? 0);
  });

  it("of another school's class is not there, even where its id is known", async () => {
    await expect(
      readGrowth(services, actors.teacher, people.otherSchool.class),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
