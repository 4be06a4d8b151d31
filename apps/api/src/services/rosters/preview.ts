import { compareNames, diffRoster, type RosterDiff } from '@jalon/rosters';
import type { RosterPreview } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { openDraft } from './draft.ts';

/** As many names as a list begins with: enough to see that the file is right. */
const SHOWN = 200;

/** More absent than this share of the school, and the file is sooner one of a part of it. */
const MANY_ABSENT = 0.2;

/** What importing a roster would change at the school. Refuses with `not-found`. */
export async function previewRoster(
  context: ServiceContext,
  { schoolId }: Administrator,
  rosterId: string,
): Promise<RosterPreview> {
  const { id, readAt, roster, problems, schoolYear, school } = await openDraft(
    context,
    schoolId,
    rosterId,
  );
  const diff = diffRoster(roster, school, {
    schoolYear,
    decisions: { who: new Map(), absentHaveLeft: true },
  });
  const here = school.pupils.filter(({ hasLeft }) => !hasLeft).length;
  const present = roster.pupils.filter(({ leftOn }) => leftOn === null);
  const absent = diff.left.filter(({ line }) => line === null);
  const changedIn = (what: 'class' | 'name' | 'back') =>
    diff.changed.filter((one) => one.what.includes(what));
  const movedHere = changedIn('class').filter(({ what }) => !what.includes('back'));
  return {
    rosterId: id,
    format: roster.format,
    readAt: readAt.toISOString(),
    schoolYear,
    isYearSaid: roster.schoolYear !== null,
    pupils: present.length,
    same: diff.same,
    newClasses: diff.newClasses.map(({ name, kind }) => ({
      ...{ name, kind },
      pupils: [...diff.added, ...diff.changed.map(({ after }) => after)].filter((one) =>
        kind === 'class' ? one.className === name : one.groups?.includes(name),
      ).length,
    })),
    added: listOf(diff.added.map(named)),
    moved: listOf(
      movedHere.map(({ pupil, after }) => ({ ...named(after), from: pupil.className })),
    ),
    renamed: listOf(
      changedIn('name').map(({ pupil, after }) => ({ ...named(after), from: fullName(pupil) })),
    ),
    back: listOf(changedIn('back').map(({ after }) => named(after))),
    otherwiseChanged: diff.changed.filter(
      ({ what }) => !what.some((one) => ['class', 'name', 'back'].includes(one)),
    ).length,
    left: listOf(diff.left.filter(({ line }) => line !== null).map(({ pupil }) => named(pupil))),
    absent: listOf(absent.map(({ pupil }) => named(pupil))),
    isAbsentMany: absent.length > here * MANY_ABSENT,
    setAside: roster.setAside.length,
    doubtful: diff.doubtful.map(doubtOf),
    problems,
    fingerprint: school.fingerprint,
  };
}

const named = (one: { firstName: string; lastName: string; className: string }) => ({
  name: fullName(one),
  className: one.className,
});

/** By class, then by name: as a person who knows the classes looks for somebody. */
const listOf = <Row extends { name: string; className: string }>(
  rows: readonly Row[],
): { count: number; first: Row[] } => ({
  count: rows.length,
  first: rows
    .toSorted((a, b) => compareNames(a.className, b.className) || compareNames(a.name, b.name))
    .slice(0, SHOWN),
});

const doubtOf = ({ after, why, candidates }: RosterDiff['doubtful'][number]) => ({
  ...named(after),
  line: after.line,
  why,
  candidates: candidates.map((one) => ({ ...named(one), id: one.id, hasLeft: one.hasLeft })),
});
