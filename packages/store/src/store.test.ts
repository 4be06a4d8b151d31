import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conflict, openStore, StoreUnavailable, type Store } from './index.ts';
import { anAttempt, aResponse, seedSchool } from './testing.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-store-'));
  store = openStore(join(folder, 'jalon.sqlite'));
  await seedSchool(store);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const where = { schoolId: 's1', attemptId: 'a1' };

const advanced = (answered: number) => ({
  status: 'open' as const,
  answered,
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
    store.close();
    store = openStore(join(folder, 'jalon.sqlite'));
    expect((await store.read.attempts.byId(where))?.answered).toBe(1);
    const [kept] = await store.read.attempts.responses(where);
    expect(kept?.response).toEqual({ kind: 'choice', option: 'o1' });
    expect(kept?.answeredAt).toEqual(new Date(1_000));
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

  it('costs its neighbours in the same commit nothing when it is refused', async () => {
    const before = store.commitCounts().commits;
    const outcomes = await Promise.allSettled([
      store.write(store.change.addAttempt(anAttempt({ id: 'a1' }))),
      store.write(store.change.addAttempt(anAttempt({ id: 'a1' }))),
      store.write(store.change.addAttempt(anAttempt({ id: 'a2' }))),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(store.commitCounts().commits).toBe(before + 1);
    expect(await store.read.attempts.byId({ schoolId: 's1', attemptId: 'a2' })).not.toBeNull();
  });

  it('is refused once the store is closed', async () => {
    store.close();
    await expect(store.write(store.change.addAttempt(anAttempt()))).rejects.toThrow(
      StoreUnavailable,
    );
    store = openStore(join(folder, 'jalon.sqlite'));
  });
});

describe('the rules that the tables hold', () => {
  it('never change a response that was kept', async () => {
    await store.write(
      store.change.addAttempt(anAttempt()),
      store.change.addResponse(aResponse({ ordinal: 1 })),
    );
    const { openDatabase } = await import('./database.ts');
    const { connection } = openDatabase(join(folder, 'jalon.sqlite'));
    expect(() => connection.exec('update response set points = 0')).toThrow(/append-only/);
    connection.close();
  });

  it('allow one open practice of a competence for each pupil', async () => {
    const practice = { assessmentId: null, mode: 'practice' as const };
    await store.write(store.change.addAttempt(anAttempt({ id: 'p1', ...practice })));
    await expect(
      store.write(store.change.addAttempt(anAttempt({ id: 'p2', ...practice }))),
    ).rejects.toThrow(Conflict);
    await store.write(
      store.change.addAttempt(anAttempt({ id: 'p3', ...practice, status: 'finished' })),
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
  it('are those answered in that competence, each once, and nobody else’s', async () => {
    const { addAttempt, addResponse } = store.change;
    await store.write(
      addAttempt(anAttempt({ id: 'a1', mode: 'practice', status: 'finished' })),
      addAttempt(anAttempt({ id: 'a2', mode: 'practice', competence: '4.2' })),
      addAttempt(anAttempt({ id: 'a3', mode: 'practice', pupilId: 'p2' })),
      addResponse(aResponse({ attemptId: 'a1', ordinal: 1, itemId: 'x', clientKey: 'k1' })),
      addResponse(aResponse({ attemptId: 'a1', ordinal: 2, itemId: 'x', clientKey: 'k2' })),
      addResponse(aResponse({ attemptId: 'a2', itemId: 'y', clientKey: 'k3' })),
      addResponse(aResponse({ attemptId: 'a3', itemId: 'z', clientKey: 'k4' })),
    );
    const where = { schoolId: 's1', pupilId: 'p1', competence: '1.1' };
    expect(await store.read.attempts.itemsSeen(where)).toEqual([{ itemId: 'x', itemVersion: 1 }]);
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
    expect(await scopes.taughtClass(reach('t1', 's1', 'c1'))).toBe(true);
    expect(await scopes.taughtClass(reach('t1', 's1', 'c2'))).toBe(false);
    expect(await scopes.taughtClass(reach('t1', 's2', 'c1'))).toBe(false);
    expect(await scopes.taughtPupil(reach('t1', 's1', 'p1'))).toBe(true);
    expect(await scopes.taughtPupil(reach('t1', 's1', 'p2'))).toBe(false);
    expect(await scopes.taughtAssessment(reach('t1', 's1', 'as1'))).toBe(true);
    expect(await scopes.taughtAssessment(reach('t2', 's1', 'as1'))).toBe(false);
    expect(await scopes.taughtAttempt(reach('t1', 's1', 'a1'))).toBe(true);
    expect(await scopes.taughtAttempt(reach('t2', 's1', 'a1'))).toBe(false);
  });

  it("of a pupil ends at the pupil's own attempts", async () => {
    await store.write(store.change.addAttempt(anAttempt()));
    const subject = { schoolId: 's1', subjectId: 'a1' };
    expect(await store.read.scopes.ownAttempt({ actorId: 'p1', ...subject })).toBe(true);
    expect(await store.read.scopes.ownAttempt({ actorId: 'p2', ...subject })).toBe(false);
  });
});
