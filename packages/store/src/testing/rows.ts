import { createHash } from 'node:crypto';
import type { Store } from '../store.ts';
import type { NewRow, Row } from '../tables/index.ts';

/** The UUID that a short word stands for in tests. */
export function idOf(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One school with two classes, a pupil and a teacher in each, and one assessment: for tests. */
export async function seedSchool(store: Store): Promise<void> {
  const at = new Date(0);
  const staff = { role: 'teacher' as const, schoolId: idOf('s1'), passwordHash: 'x' };
  const aClass = { schoolId: idOf('s1'), yearGroup: '6e', schoolYear: '2026-2027' };
  await store.write(
    store.change.addSchools({ id: idOf('s1'), uai: '0690001A', name: 'Un', department: '69' }),
    store.change.addClasses(
      { ...aClass, id: idOf('c1'), name: '6A' },
      { ...aClass, id: idOf('c2'), name: '6B' },
    ),
    store.change.addPupils(
      { schoolId: idOf('s1'), id: idOf('p1'), classId: idOf('c1'), firstName: 'A', lastName: 'A' },
      { schoolId: idOf('s1'), id: idOf('p2'), classId: idOf('c2'), firstName: 'B', lastName: 'B' },
    ),
    store.change.addCards(
      { digest: 'd1', schoolId: idOf('s1'), pupilId: idOf('p1') },
      { digest: 'd2', schoolId: idOf('s1'), pupilId: idOf('p2') },
    ),
    store.change.addStaff(
      { ...staff, id: idOf('t1'), name: 'T1', email: 't1@ecole.example' },
      { ...staff, id: idOf('t2'), name: 'T2', email: 't2@ecole.example' },
    ),
    store.change.addTeaching(
      { schoolId: idOf('s1'), classId: idOf('c1'), staffId: idOf('t1') },
      { schoolId: idOf('s1'), classId: idOf('c2'), staffId: idOf('t2') },
    ),
    store.change.publishRelease({
      version: '1.0.0',
      framework: 'crcn',
      sha256: 'x',
      publishedAt: at,
    }),
    store.change.addAssessments({
      schoolId: idOf('s1'),
      id: idOf('as1'),
      classId: idOf('c1'),
      givenBy: idOf('t1'),
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
export function anAttempt(over: Partial<NewRow<'attempt'>> = {}): NewRow<'attempt'> {
  return {
    schoolId: idOf('s1'),
    id: idOf('a1'),
    pupilId: idOf('p1'),
    assessmentId: null,
    mode: 'measure',
    title: 'Un test',
    competence: '1.1',
    feedback: 'later',
    releaseVersion: '1.0.0',
    seed: 'seed',
    priorMean: 0,
    priorSd: 1.5,
    priorAloneSd: null,
    ...{ questions: null, msAtMost: null, levelFrom: null, levelTo: null },
    reach: 'any',
    usedMs: 0,
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
export function aResponse(over: Partial<Row<'response'>> = {}): Row<'response'> {
  return {
    schoolId: idOf('s1'),
    attemptId: idOf('a1'),
    ordinal: 1,
    clientKey: idOf('k1'),
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
    seal: null,
    ...over,
  };
}
