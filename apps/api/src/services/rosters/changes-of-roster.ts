import type { PupilAfter, RosterClass, RosterDiff } from '@jalon/rosters';
import type { Statement, Store } from '@jalon/store';
import type { ServiceContext } from '../context.ts';
import type { SchoolState } from './school-state.ts';

/** The year group of a class whose file says none. */
export const OTHER_YEAR_GROUP = 'Autre';

/** Rows of a statement: a school's pupils are added in a dozen statements. */
const ROWS_A_STATEMENT = 100;

interface Import {
  schoolId: string;
  diff: RosterDiff;
  school: SchoolState;
  now: Date;
}

/** The changes that make a school what a roster says. */
export function changesOfRoster(
  { store: { change }, newId }: Pick<ServiceContext, 'store' | 'newId'>,
  { schoolId, diff, school, now }: Import,
): Statement[] {
  const { schoolYear } = diff;
  const idOf = new Map(school.classes.map((one) => [keyOf(one), one.id]));
  const newClasses = diff.newClasses.map((one) => {
    const id = newId();
    idOf.set(keyOf(one), id);
    const yearGroup = one.yearGroup ?? OTHER_YEAR_GROUP;
    return { schoolId, id, name: one.name, kind: one.kind, yearGroup, schoolYear };
  });
  const placeOf = (kind: RosterClass['kind'], name: string): string => {
    const id = idOf.get(keyOf({ kind, name }));
    if (id === undefined) throw new Error(`A roster has no ${kind} ${name}, and a pupil in it.`);
    return id;
  };

  const added = diff.added.map((after) => ({ after, id: newId() }));
  const settled = [
    ...added,
    ...diff.changed.map(({ after, pupil }) => ({ after, id: pupil.id, pupil })),
  ];
  return [
    ...inRows(newClasses, change.addClasses),
    ...diff.changedClasses.flatMap((one) =>
      one.yearGroup === null
        ? []
        : [
            change.changeClass(
              { schoolId, classId: placeOf(one.kind, one.name) },
              { yearGroup: one.yearGroup },
            ),
          ],
    ),
    ...inRows(
      added.map(({ after, id }) => ({
        ...{ schoolId, id },
        classId: placeOf('class', after.className),
        firstName: after.firstName,
        lastName: after.lastName,
        yearGroup: after.yearGroup,
      })),
      change.addPupils,
    ),
    ...diff.changed.map(({ pupil, after }) =>
      change.changePupil(
        { schoolId, pupilId: pupil.id },
        {
          classId: placeOf('class', after.className),
          firstName: after.firstName,
          lastName: after.lastName,
          ...(after.yearGroup !== null && { yearGroup: after.yearGroup }),
          leftAt: null,
        },
      ),
    ),
    ...keysOf(change, schoolId, settled),
    ...groupsOf(change, schoolId, settled, (name) => placeOf('group', name)),
    ...diff.left.flatMap(({ pupil }) => [
      change.changePupil({ schoolId, pupilId: pupil.id }, { leftAt: now }),
      ...change.endCards({ schoolId, pupilId: pupil.id }),
    ]),
    // A pupil of the new year is in no group of the old one, as in no class of it.
    ...(diff.changed.some(({ pupil }) => pupil.schoolYear < schoolYear)
      ? [change.endPastMemberships({ schoolId, schoolYear })]
      : []),
  ];
}

type Settled = readonly { id: string; after: PupilAfter; pupil?: { groups: readonly string[] } }[];

function keysOf(change: Store['change'], schoolId: string, settled: Settled): Statement[] {
  const rows = settled.flatMap(({ id, after }) =>
    Object.entries(after.keys).map(([kind, digest]) => ({ schoolId, pupilId: id, kind, digest })),
  );
  return inRows(rows, change.putPupilKeys);
}

/** Puts pupils into the groups of the file and takes them out of those they were in before. */
function groupsOf(
  change: Store['change'],
  schoolId: string,
  settled: Settled,
  placeOf: (name: string) => string,
): Statement[] {
  const joining: { schoolId: string; classId: string; pupilId: string }[] = [];
  const leaving = new Map<string, string[]>();
  for (const { id, after, pupil } of settled) {
    if (after.groups === null) continue;
    const before = new Set(pupil?.groups ?? []);
    for (const name of after.groups) {
      if (!before.delete(name)) joining.push({ schoolId, classId: placeOf(name), pupilId: id });
    }
    for (const name of before) leaving.set(name, [...(leaving.get(name) ?? []), id]);
  }
  return [
    ...inRows(joining, change.addMemberships),
    ...[...leaving].map(([name, pupilIds]) =>
      change.endMemberships({ schoolId, classId: placeOf(name), pupilIds }),
    ),
  ];
}

const keyOf = ({ kind, name }: Pick<RosterClass, 'kind' | 'name'>): string => `${kind} ${name}`;

function inRows<Row>(rows: readonly Row[], add: (...some: Row[]) => Statement): Statement[] {
  const count = Math.ceil(rows.length / ROWS_A_STATEMENT);
  return Array.from({ length: count }, (_, i) =>
    add(...rows.slice(i * ROWS_A_STATEMENT, (i + 1) * ROWS_A_STATEMENT)),
  );
}
