import { estimateAbility } from '@jalon/measurement';
import type { Store } from '@jalon/store';
import type { SignedIn } from '../services/actor.ts';
import { digestCard } from '../services/cards.ts';
import type { Keys } from '../services/keys.ts';
import { hashPassword } from '../services/passwords.ts';
import { digestToken } from '../services/session.ts';

/** A UUID of version 4 that a test can recognise: `uuid(12)` ends in 12. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const password = 'tilleul-ardoise-pivert';

const person = (n: number) => ({
  /** The same as the teacher: how a route names a member of staff. */
  staff: uuid(n + 2),
  school: uuid(n),
  class: uuid(n + 1),
  teacher: uuid(n + 2),
  pupil: uuid(n + 3),
  assessment: uuid(n + 4),
  attempt: uuid(n + 5),
  roster: uuid(n + 6),
  group: uuid(n + 7),
  invitation: uuid(n + 8),
  transfer: uuid(n + 9),
});

/**
 * Two schools. The first has two classes, each with its teacher, its pupil, its group, its
 * assessment and an attempt of its pupil, and an administrator who teaches the first of them; the
 * second has one class. A roster waits at each school. Two inspectors, of two territories.
 */
export const people = {
  own: person(100),
  sameSchool: { ...person(200), school: uuid(100) },
  otherSchool: person(300),
  administrator: uuid(403),
  inspector: uuid(401),
  otherInspector: uuid(402),
  cards: { own: 'écluse-vélo-ananas-tulipe', sameSchool: 'a-b-c-d', otherSchool: 'e-f-g-h' },
} as const;

/** Those of the first school's first class and territory, as the server knows them. */
export const actors = {
  pupil: { role: 'pupil', id: people.own.pupil, schoolId: people.own.school },
  teacher: { role: 'teacher', id: people.own.teacher, schoolId: people.own.school },
  administrator: {
    role: 'administrator',
    id: people.administrator,
    schoolId: people.own.school,
  },
  inspector: {
    role: 'inspector',
    id: people.inspector,
    territory: { kind: 'department', code: '69' },
  },
} as const satisfies Record<string, SignedIn>;

/** The secret part of the link of a place's invitation. */
export const tokenOf = (place: string): string => `a-token-long-enough-for-${place}`;

/** A roster that names one pupil, waiting to be confirmed. */
const rosterOf = (pupilId: string) => ({
  roster: {
    format: 'template',
    schoolYear: null,
    isComplete: false,
    classes: [{ name: '6e A', kind: 'class', yearGroup: '6e' }],
    pupils: [
      {
        line: 2,
        firstName: 'Zélie',
        lastName: 'Aubépine',
        className: '6e A',
        groups: [],
        yearGroup: '6e',
        leftOn: null,
        keys: { ine: pupilId },
      },
    ],
    setAside: [],
  },
  problems: [],
});

const prior = { mean: -0.5, sd: 1.5 };

/** Hashing takes as long as it should; once is enough. */
let passwordHash: Promise<string> | undefined;

/** The e-mail address of a member of staff. */
export const emailOf = (id: string): string => `${id}@ecole.example`;

/** Writes the two schools into a store whose release is published. */
export async function seedTwoSchools(
  store: Store,
  { keys, releaseVersion, at }: { keys: Keys; releaseVersion: string; at: Date },
): Promise<void> {
  passwordHash ??= hashPassword(password);
  const hash = await passwordHash;
  const { ability, standardError } = estimateAbility([], prior);
  const { change } = store;
  await store.write(
    change.addSchools(
      { id: people.own.school, uai: '0690001A', name: 'Collège Un', department: '69' },
      { id: people.otherSchool.school, uai: '0380002B', name: 'Collège Deux', department: '38' },
    ),
    change.addStaff(
      ...[
        { id: people.inspector, territoryCode: '69' },
        { id: people.otherInspector, territoryCode: '38' },
      ].map(({ id, territoryCode }) => ({
        id,
        role: 'inspector' as const,
        schoolId: null,
        territoryKind: 'department' as const,
        territoryCode,
        name: 'Camille Olivier',
        email: emailOf(id),
        passwordHash: hash,
      })),
      {
        id: people.administrator,
        role: 'administrator',
        schoolId: people.own.school,
        name: 'Claude Peuplier',
        email: emailOf(people.administrator),
        passwordHash: hash,
      },
    ),
  );
  for (const place of ['own', 'sameSchool', 'otherSchool'] as const) {
    const here = people[place];
    const schoolId = here.school;
    await store.write(
      change.addClasses(
        {
          schoolId,
          id: here.class,
          name: `6e ${place}`,
          yearGroup: '6e',
          schoolYear: '2026-2027',
        },
        {
          schoolId,
          id: here.group,
          name: `Latin ${place}`,
          kind: 'group',
          yearGroup: '6e',
          schoolYear: '2026-2027',
        },
      ),
      change.addPupils({
        schoolId,
        id: here.pupil,
        classId: here.class,
        firstName: 'Zélie',
        lastName: 'Aubépine',
      }),
      change.addCards({
        digest: digestCard(keys.card, people.cards[place]),
        schoolId,
        pupilId: here.pupil,
      }),
      change.addStaff({
        id: here.teacher,
        role: 'teacher',
        schoolId,
        name: 'Dominique Laurier',
        email: emailOf(here.teacher),
        passwordHash: hash,
      }),
      change.addTeaching({ schoolId, classId: here.class, staffId: here.teacher }),
      change.addMemberships({ schoolId, classId: here.group, pupilId: here.pupil }),
      change.putPupilKeys({ schoolId, pupilId: here.pupil, kind: 'ine', digest: here.pupil }),
      change.addInvitation({
        ...{ id: here.invitation, digest: digestToken(tokenOf(place)), schoolId },
        ...{ staffId: null, givenBy: here.teacher, role: 'teacher', name: 'Alix Orme' },
        ...{ email: `alix-${place}@ecole.example`, classIds: [here.class] },
        ...{ createdAt: at, expiresAt: new Date(at.getTime() + 72 * 3_600_000) },
      }),
      change.putAccommodation({
        ...{ schoolId, pupilId: here.pupil, measures: ['extra-time'] },
        ...{ staffId: here.teacher, saidAt: at },
      }),
      change.addPasskey({
        ...{ id: `passkey-${place}`, staffId: here.teacher, schoolId, publicKey: 'x' },
        ...{ signCount: 0, transports: ['internal'], name: 'Ordinateur', createdAt: at },
      }),
      change.putPositions({
        ...{ schoolId, pupilId: here.pupil, competence: '1.1', schoolYear: '2026-2027' },
        ...{ level: 2, staffId: here.teacher, saidAt: at },
      }),
      // One school brings one roster at a time.
      ...(place === 'sameSchool'
        ? []
        : [
            change.addRosterDraft({
              schoolId,
              id: here.roster,
              staffId: here.teacher,
              content: rosterOf(here.pupil),
              createdAt: at,
            }),
          ]),
      change.addAssessments({
        schoolId,
        id: here.assessment,
        classId: here.class,
        givenBy: here.teacher,
        title: 'Un test',
        competence: '1.1',
        releaseVersion,
        feedback: 'now',
        givenAt: at,
        closesAt: null,
      }),
      // It is for all of the class, this pupil named or not.
      change.addAssessmentPupils({
        ...{ schoolId, assessmentId: here.assessment, pupilId: here.pupil },
      }),
      change.addAttempt({
        schoolId,
        id: here.attempt,
        pupilId: here.pupil,
        assessmentId: here.assessment,
        mode: 'measure',
        title: 'Un test',
        competence: '1.1',
        feedback: 'now',
        releaseVersion,
        seed: here.attempt,
        priorMean: prior.mean,
        priorSd: prior.sd,
        priorAloneSd: null,
        status: 'open',
        answered: 0,
        currentItemId: '1.1-question-1',
        currentItemVersion: 1,
        currentSeed: `${here.attempt}/1`,
        ability,
        standardError,
        startedAt: at,
        lastAnswerAt: null,
        finishedAt: null,
      }),
    );
  }
  // Each school asks the other for the record of a pupil.
  for (const [here, there] of [
    [people.own, people.otherSchool],
    [people.otherSchool, people.own],
  ] as const) {
    await store.write(
      change.addTransfers({
        ...{ id: here.transfer, schoolId: here.school, pupilId: here.pupil },
        ...{ toSchoolId: there.school, toPupilId: there.pupil },
        ...{ askedBy: there.teacher, askedAt: at },
      }),
    );
  }
  await store.write(
    change.addTeaching({
      schoolId: people.own.school,
      classId: people.own.class,
      staffId: people.administrator,
    }),
  );
}
