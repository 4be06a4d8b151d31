import { firstNames, lastNames } from '../../apps/api/src/demo/names.ts';
import type { SeededIds } from './ids.ts';
import { classesOf, FIRST_DAY_MS, PUPILS_A_CLASS, rosterIds, type WorldPlan } from './plan.ts';
import type { TableRows } from '../../packages/store/src/fill/index.ts';

const DEPARTMENTS = 101;
const YEAR_GROUPS = ['CM1', 'CM2', '6e', '5e', '4e', '3e', '2de', '1re'];
/** A teacher looks at a pupil's file or sitting about so often. */
const LOOKS_A_PUPIL = 2;
/** Sessions that have not ended: those that have are forgotten by the first start. */
const SESSIONS_END_MS = Date.UTC(2100, 0, 1);

const nameAt = (names: readonly string[], rank: number): string => names[rank % names.length] ?? '';

/** A school, its classes, its people, their cards and sessions, and looks at its pupils. */
export function drawSchool(ids: SeededIds, plan: WorldPlan, school: number): TableRows[] {
  const roster = rosterIds(ids, plan);
  const schoolId = roster.school(school);
  const staffId = roster.teacher(school);
  const at = new Date(FIRST_DAY_MS);
  const classes = Array.from({ length: classesOf(plan) }, (_, rank) => rank);
  const pupils = Array.from({ length: plan.pupilsASchool }, (_, rank) => ({
    rank,
    overall: school * plan.pupilsASchool + rank,
    id: roster.pupil(school, rank),
  }));
  return [
    {
      name: 'school',
      rows: [
        {
          id: schoolId,
          uai: `${String(school).padStart(7, '0')}A`,
          name: `École ${nameAt(lastNames, school)} ${school}`,
          department: String((school % DEPARTMENTS) + 1).padStart(2, '0'),
        },
      ],
    },
    {
      name: 'schoolClass',
      rows: classes.map((rank) => ({
        schoolId,
        id: roster.class(school, rank),
        name: `${nameAt(YEAR_GROUPS, rank)} ${'ABCDEFGH'.charAt(rank / YEAR_GROUPS.length)}`,
        yearGroup: nameAt(YEAR_GROUPS, rank),
        schoolYear: '2026-2027',
      })),
    },
    {
      name: 'staff',
      rows: [
        {
          id: staffId,
          role: 'teacher',
          schoolId,
          name: `${nameAt(firstNames, school)} ${nameAt(lastNames, school)}`,
          email: `teacher.${school}@ecole.example`,
          passwordHash: `$argon2id$v=19$m=19456,t=2,p=1$${ids.digest('teacher', school)}`,
        },
      ],
    },
    {
      name: 'teaching',
      rows: classes.map((rank) => ({ schoolId, classId: roster.class(school, rank), staffId })),
    },
    {
      name: 'pupil',
      rows: pupils.map(({ id, rank, overall }) => ({
        schoolId,
        id,
        classId: roster.class(school, Math.floor(rank / PUPILS_A_CLASS)),
        firstName: nameAt(firstNames, overall),
        lastName: nameAt(lastNames, Math.floor(overall / firstNames.length) + overall),
      })),
    },
    {
      name: 'card',
      rows: pupils.map(({ id, overall }) => ({
        digest: ids.digest('pupil', overall),
        schoolId,
        pupilId: id,
      })),
    },
    {
      name: 'refreshToken',
      rows: pupils.map(({ id, overall }) => ({
        tokenDigest: ids.digest('session', overall),
        familyId: ids.timed('session', overall, FIRST_DAY_MS),
        actorId: id,
        role: 'pupil',
        schoolId,
        issuedAt: at,
        expiresAt: new Date(SESSIONS_END_MS),
        replacedAt: null,
      })),
    },
    {
      name: 'accessLog',
      rows: pupils.flatMap(({ id, overall }) =>
        Array.from({ length: LOOKS_A_PUPIL }, (_, look) => ({
          schoolId,
          id: ids.timed('look', overall * LOOKS_A_PUPIL + look, FIRST_DAY_MS),
          actorId: staffId,
          pupilId: id,
          action: 'pupil:read',
          at,
        })),
      ),
    },
  ];
}
