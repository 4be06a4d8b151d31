import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conflict, openStore, StoreUnavailable, type Store } from './index.ts';
import {
  aResponse,
  anAttempt,
  idOf,
  openTestStore,
  seedSchool,
  type TestStore,
} from './testing/index.ts';

let test: TestStore;
let store: Store;

beforeEach(async () => {
  test = await openTestStore();
  store = test.store;
  await seedSchool(store);
});

afterEach(() => test.close());

const where = { schoolId: idOf('s1'), attemptId: idOf('a1') };

const advanced = (answered: number) => ({
  status: 'open' as const,
  answered,
  usedMs: answered * 1_000,
  currentItemId: 'i',
  currentItemVersion: 1,
  currentSeed: 'x',
  ability: 0,
  standardError: 1,
  lastAnswerAt: new Date(5),
  finishedAt: null,
});

describe('a batch', () => {
  it('is kept whole and found again after the store is closed and opened', async () => {
    await store.write(
      store.change.addAttempt(anAttempt()),
      store.change.addResponse(aResponse({ ordinal: 1 })),
      store.change.advanceAttempt(where, advanced(1)),
    );
    const again = await openStore(test.url);
    expect((await again.read.attempts.byId(where))?.answered).toBe(1);
    const [kept] = await again.read.attempts.responses(where);
    expect(kept?.response).toEqual({ kind: 'choice', option: 'o1' });
    expect(kept?.answeredAt).toEqual(new Date(1_000));
    await again.close();
  });

  it('is undone whole where one of its statements meets a unique key', async () => {
    await store.write(store.change.addAttempt(anAttempt()));
    await store.write(store.change.addResponse(aResponse({ ordinal: 1 })));
    await expect(
      store.write(
        store.change.advanceAttempt(where, advanced(1)),
        store.change.addResponse(aResponse({ ordinal: 1 })),
      ),
    ).rejects.toThrow(Conflict);
    expect((await store.read.attempts.byId(where))?.answered).toBe(0);
  });

  it('loses the race where the attempt has moved on, and changes nothing', async () => {
    await store.write(store.change.addAttempt(anAttempt()));
    await store.write(store.change.advanceAttempt(where, advanced(1)));
    await expect(
      store.write(
        store.change.addResponse(aResponse({ ordinal: 2 })),
        store.change.advanceAttempt(where, advanced(1)),
      ),
    ).rejects.toThrow(Conflict);
    expect(await store.read.attempts.responses(where)).toHaveLength(0);
  });

  it('costs its neighbours nothing when it is refused', async () => {
    const outcomes = await Promise.allSettled([
      store.write(store.change.addAttempt(anAttempt({ id: idOf('a1') }))),
      store.write(store.change.addAttempt(anAttempt({ id: idOf('a1') }))),
      store.write(store.change.addAttempt(anAttempt({ id: idOf('a2') }))),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    const second = { schoolId: idOf('s1'), attemptId: idOf('a2') };
    expect(await store.read.attempts.byId(second)).not.toBeNull();
  });

  it('is refused once the store is closed', async () => {
    const other = await openStore(test.url);
    await other.close();
    await expect(other.write(other.change.addAttempt(anAttempt()))).rejects.toThrow(
      StoreUnavailable,
    );
  });
});

describe('the rules that the tables hold', () => {
  it('never change a response that was kept', async () => {
    await store.write(
      store.change.addAttempt(anAttempt()),
      store.change.addResponse(aResponse({ ordinal: 1 })),
    );
    await expect(test.run('update response set points = 0')).rejects.toThrow(/append-only/);
  });

  it('allow one open practice of a competence for each pupil', async () => {
    const practice = { assessmentId: null, mode: 'practice' as const };
    await store.write(store.change.addAttempt(anAttempt({ id: idOf('p1'), ...practice })));
    await expect(
      store.write(store.change.addAttempt(anAttempt({ id: idOf('p2'), ...practice }))),
    ).rejects.toThrow(Conflict);
    await store.write(
      store.change.addAttempt(anAttempt({ id: idOf('p3'), ...practice, status: 'finished' })),
    );
  });

  it('refuse a release published again with another content', async () => {
    const release = { version: '9.0.0', framework: 'crcn', publishedAt: new Date(0) };
    await store.write(store.change.publishRelease({ ...release, sha256: 'a' }));
    await store.write(store.change.publishRelease({ ...release, sha256: 'a' }));
    await expect(
      store.write(store.change.publishRelease({ ...release, sha256: 'b' })),
    ).rejects.toThrow(Conflict);
  });
});

describe('the items that a pupil has seen', () => {
  it('are those answered in that competence, and nobody else’s', async () => {
    const { addAttempt, addResponse } = store.change;
    await store.write(
      addAttempt(anAttempt({ id: idOf('a1'), mode: 'practice', status: 'finished' })),
      addAttempt(anAttempt({ id: idOf('a2'), mode: 'practice', competence: '4.2' })),
      addAttempt(anAttempt({ id: idOf('a3'), mode: 'practice', pupilId: idOf('p2') })),
      addResponse(
        aResponse({ attemptId: idOf('a1'), ordinal: 1, itemId: 'x', clientKey: idOf('k1') }),
      ),
      addResponse(
        aResponse({ attemptId: idOf('a1'), ordinal: 2, itemId: 'x', clientKey: idOf('k2') }),
      ),
      addResponse(aResponse({ attemptId: idOf('a2'), itemId: 'y', clientKey: idOf('k3') })),
      addResponse(aResponse({ attemptId: idOf('a3'), itemId: 'z', clientKey: idOf('k4') })),
    );
    const where = { schoolId: idOf('s1'), pupilId: idOf('p1'), competence: '1.1' };
    const seen = { itemId: 'x', itemVersion: 1 };
    expect(await store.read.attempts.itemsSeen(where)).toEqual([seen, seen]);
  });
});

describe('the end of an attempt', () => {
  it('is kept with nothing that waits', async () => {
    await store.write(store.change.addAttempt(anAttempt()));
    const finishedAt = new Date(9);
    await store.write(
      store.change.advanceAttempt(where, {
        ...advanced(1),
        status: 'finished',
        currentItemId: null,
        currentItemVersion: null,
        currentSeed: null,
        finishedAt,
      }),
    );
    expect(await store.read.attempts.byId(where)).toMatchObject({
      status: 'finished',
      currentItemId: null,
      currentSeed: null,
      lastAnswerAt: new Date(5),
      finishedAt,
    });
  });
});

describe('reach', () => {
  it("of a teacher ends at the teacher's own classes, even with the school's other ids", async () => {
    await store.write(store.change.addAttempt(anAttempt()));
    const reach = (actorId: string, schoolId: string, subjectId: string) => ({
      actorId,
      schoolId,
      subjectId,
    });
    const { scopes } = store.read;
    expect(await scopes.taughtClass(reach(idOf('t1'), idOf('s1'), idOf('c1')))).toBe(true);
    expect(await scopes.taughtClass(reach(idOf('t1'), idOf('s1'), idOf('c2')))).toBe(false);
    expect(await scopes.taughtClass(reach(idOf('t1'), idOf('s2'), idOf('c1')))).toBe(false);
    expect(await scopes.taughtPupil(reach(idOf('t1'), idOf('s1'), idOf('p1')))).toBe(true);
    expect(await scopes.taughtPupil(reach(idOf('t1'), idOf('s1'), idOf('p2')))).toBe(false);
    expect(await scopes.taughtAssessment(reach(idOf('t1'), idOf('s1'), idOf('as1')))).toBe(true);
    expect(await scopes.taughtAssessment(reach(idOf('t2'), idOf('s1'), idOf('as1')))).toBe(false);
    expect(await scopes.taughtAttempt(reach(idOf('t1'), idOf('s1'), idOf('a1')))).toBe(true);
    expect(await scopes.taughtAttempt(reach(idOf('t2'), idOf('s1'), idOf('a1')))).toBe(false);
  });

  it("of a pupil ends at the pupil's own attempts", async () => {
    await store.write(store.change.addAttempt(anAttempt()));
    const subject = { schoolId: idOf('s1'), subjectId: idOf('a1') };
    expect(await store.read.scopes.ownAttempt({ actorId: idOf('p1'), ...subject })).toBe(true);
    expect(await store.read.scopes.ownAttempt({ actorId: idOf('p2'), ...subject })).toBe(false);
  });
});
