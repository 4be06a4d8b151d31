import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore, type Store } from './store.ts';
import type { attempt, response } from './tables/index.ts';

/** One school with two classes, a pupil and a teacher in each, and one assessment: for tests. */
export async function seedSchool(store: Store): Promise<void> {
  const at = new Date(0);
  const staff = { role: 'teacher' as const, schoolId: 's1', passwordHash: 'x' };
  const aClass = { schoolId: 's1', yearGroup: '6e', schoolYear: '2026-2027' };
  await store.write(
    store.change.addSchools({ id: 's1', uai: '0690001A', name: 'Un', department: '69' }),
    store.change.addClasses(
      { ...aClass, id: 'c1', name: '6A' },
      { ...aClass, id: 'c2', name: '6B' },
    ),
    store.change.addPupils(
      { schoolId: 's1', id: 'p1', classId: 'c1', firstName: 'A', lastName: 'A', cardDigest: 'd1' },
      { schoolId: 's1', id: 'p2', classId: 'c2', firstName: 'B', lastName: 'B', cardDigest: 'd2' },
    ),
    store.change.addStaff(
      { ...staff, id: 't1', name: 'T1', email: 't1@ecole.example' },
      { ...staff, id: 't2', name: 'T2', email: 't2@ecole.example' },
    ),
    store.change.addTeaching(
      { schoolId: 's1', classId: 'c1', staffId: 't1' },
      { schoolId: 's1', classId: 'c2', staffId: 't2' },
    ),
    store.change.publishRelease({
      version: '1.0.0',
      framework: 'crcn',
      sha256: 'x',
      publishedAt: at,
    }),
    store.change.addAssessment({
      schoolId: 's1',
      id: 'as1',
      classId: 'c1',
      givenBy: 't1',
      title: 'Un test',
      competence: '1.1',
      releaseVersion: '1.0.0',
      feedback: 'later',
      givenAt: at,
      closesAt: null,
    }),
  );
}

/** A row of an attempt as tests need it. */
export function anAttempt(
  over: Partial<typeof attempt.$inferInsert> = {},
): typeof attempt.$inferInsert {
  return {
    schoolId: 's1',
    id: 'a1',
    pupilId: 'p1',
    assessmentId: null,
    mode: 'measure',
    title: 'Un test',
    competence: '1.1',
    feedback: 'later',
    releaseVersion: '1.0.0',
    seed: 'seed',
    priorMean: 0,
    priorSd: 1.5,
    status: 'open',
    answered: 0,
    currentItemId: 'i',
    currentItemVersion: 1,
    currentSeed: 'seed/1',
    ability: 0,
    standardError: 1.5,
    startedAt: new Date(0),
    lastAnswerAt: null,
    finishedAt: null,
    ...over,
  };
}

/** A row of a response as tests need it. */
export function aResponse(
  over: Partial<typeof response.$inferInsert> = {},
): typeof response.$inferInsert {
  return {
    schoolId: 's1',
    attemptId: 'a1',
    ordinal: 1,
    clientKey: 'k1',
    itemId: 'i',
    itemVersion: 1,
    seed: 'seed/1',
    response: { kind: 'choice', option: 'o1' },
    points: 1,
    possible: 1,
    ability: 0.4,
    standardError: 1.2,
    answeredAt: new Date(1_000),
    durationMs: 4_000,
    ...over,
  };
}

/** A store on a file of its own, and SQL of the same file: to look at rows, or to tamper with them. */
export function openFileStore(folder = mkdtempSync(join(tmpdir(), 'jalon-store-'))) {
  const file = join(folder, 'jalon.sqlite');
  const store = openStore(file);
  const connection = new Database(file);
  return {
    store,
    rows: (query: string): unknown[] => connection.prepare(query).all(),
    run: (statements: string): void => void connection.exec(statements),
    /** Closes the store, and removes it with its folder. */
    close(): void {
      connection.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
