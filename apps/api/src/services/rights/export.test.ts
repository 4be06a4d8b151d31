import { personalData } from '@jalon/store';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { ownData, staffData } from '@jalon/types';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveTraces, whoIsIn } from '../../testing/known-pupil.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { emailOf, people, uuid } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { exportPupil } from './export-pupil.ts';
import { exportStaff } from './export-staff.ts';

let test: TestStore;
let services: ServiceContext;
beforeAll(async () => {
  test = await openTestStore();
  services = await createTestServices({ store: test.store });
  await leaveTraces(services, 'own');
  await leaveTraces(services, 'sameSchool');
});
afterAll(() => test.close());

const { pupil } = whoIsIn('own');
const own = { schoolId: pupil.schoolId, pupilId: pupil.id };

async function exported(withOpenScores = true): Promise<string> {
  let text = '';
  for await (const chunk of await exportPupil(services, own, { withOpenScores })) text += chunk;
  return text;
}

/** What a path of keys leads to in each element of whatever lists lie on the way. */
function at(value: unknown, path: string): unknown[] {
  return path
    .split('.')
    .reduce<unknown[]>(
      (values, key) =>
        values
          .flatMap((each) => z.record(z.string(), z.unknown()).parse(each)[key] ?? [])
          .flatMap((each: unknown) => each),
      [value],
    );
}

describe('what a pupil is given of what is kept about them', () => {
  it('is one JSON document of its schema, in which every declared table has its part', async () => {
    const data = ownData.parse(JSON.parse(await exported()));
    const parts = Object.values(personalData).flatMap((about) =>
      'pupil' in about && about.pupil.exported !== null ? [about.pupil.exported] : [],
    );
    expect(parts.length).toBeGreaterThan(6);
    for (const part of parts) expect(at(data, part), part).not.toEqual([]);
    const titled = Object.keys(data).filter((key) => !['schema', 'madeAt', 'titles'].includes(key));
    expect(Object.keys(data.titles).toSorted()).toEqual(titled.toSorted());
  });

  it('has every row that is theirs, and says it in words', async () => {
    const data = ownData.parse(JSON.parse(await exported()));
    const rows = await services.store.read.attempts.ofPupil(own);
    expect(data.attempts.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toReversed());
    for (const { id, responses } of data.attempts) {
      const kept = await services.store.read.attempts.responses({ ...own, attemptId: id });
      expect(responses).toMatchObject(
        kept.map(({ ordinal, response, points, ability }) => ({
          ordinal,
          response,
          points,
          ability,
          title: expect.stringMatching(/^Question \d+$/),
          prompt: 'Que choisis-tu ?',
          answer: 'le bon choix',
        })),
      );
    }
    expect(data).toMatchObject({
      pupil: { firstName: 'Zélie', lastName: 'Aubépine' },
      class: { name: '6e own', schoolYear: '2026-2027' },
      school: { name: 'Collège Un' },
      cards: { count: 1, withPictures: 0 },
      assessments: [{ title: 'Un test', state: 'finished' }],
      looks: [{ name: 'Dominique Laurier', role: 'teacher', action: 'pupil:read' }],
    });
    expect(data.results[0]?.probabilities).toHaveLength(5);
    expect(data.sessions).toHaveLength(1);
  });

  it('holds nothing of another pupil, no digest, and no key of a question', async () => {
    const text = await exported();
    const others = [people.sameSchool.pupil, people.sameSchool.attempt, people.own.teacher];
    for (const id of others) expect(text).not.toContain(id);
    const digests = await test.rows('select token_digest from refresh_token');
    for (const row of [...digests, ...(await test.rows('select digest from card'))]) {
      for (const digest of Object.values(z.record(z.string(), z.string()).parse(row))) {
        expect(text).not.toContain(digest);
      }
    }
    expect(text).not.toMatch(/"key"/);
  });

  it('says that a card asks for pictures, and not for which', async () => {
    const { store } = services;
    const [digest, pictures] = ['d'.repeat(64), 'e'.repeat(64)];
    await store.write(store.change.addCards({ ...own, digest, pictures }));
    const text = await exported();
    expect(ownData.parse(JSON.parse(text)).cards).toEqual({ count: 2, withPictures: 1 });
    expect(text).not.toContain(pictures);
  });

  it('tells their own page no points before a test is finished, and the school all', async () => {
    const pointsOf = (text: string) =>
      ownData
        .parse(JSON.parse(text))
        .attempts.filter(({ status }) => status === 'open')
        .flatMap(({ ability, responses }) => [ability, ...responses.map(({ points }) => points)]);
    expect(pointsOf(await exported(false))).toEqual([null, null]);
    expect(pointsOf(await exported(true))).toEqual([expect.any(Number), 1]);
  });

  it('is read one attempt at a time', async () => {
    const chunks = await exportPupil(services, own, { withOpenScores: true });
    let count = 0;
    for await (const chunk of chunks) count += chunk.length > 0 ? 1 : 0;
    expect(count).toBe(2 + (await services.store.read.attempts.ofPupil(own)).length);
  });

  it('is refused for a pupil who is not there', async () => {
    const nobody = { ...own, pupilId: uuid(9) };
    await expect(exportPupil(services, nobody, { withOpenScores: true })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('what a member of staff is given', () => {
  it('is of its schema, has a part of every declared table, and names no pupil', async () => {
    const data = staffData.parse(await exportStaff(services, emailOf(people.own.teacher)));
    for (const about of Object.values(personalData)) {
      if ('staff' in about && about.staff.exported !== null)
        expect(at(data, about.staff.exported), about.staff.exported).not.toEqual([]);
    }
    const text = JSON.stringify(data);
    expect(text).toContain('Dominique Laurier');
    for (const secret of [people.own.pupil, 'Aubépine', '$argon2id']) {
      expect(text).not.toContain(secret);
    }
  });
});
