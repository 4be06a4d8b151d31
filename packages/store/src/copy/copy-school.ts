import { Conflict } from '../errors.ts';
import type { WholeRow } from '../read/rows.ts';
import { textOf } from './changes.ts';
import { copyAttempts, type ItemKey } from './copy-attempts.ts';
import { type Copying, copyTable } from './copy-table.ts';
import { CopyRefused } from './errors.ts';
import { erasedOf } from './pages.ts';
import { type CopiedTable, schoolTables } from './tables.ts';

export interface SchoolOfCopy {
  id: string;
  uai: string;
}

/** While the source is served, rows may come and go between two reads: how often we begin again. */
const MOST_TRIES = 5;

/** Copies a school itself and its staff, to whom others may refer. */
export function copySchoolAndStaff(copying: Copying, school: SchoolOfCopy): Promise<void> {
  return settle(school, async () => {
    await copyTable(copying, schoolTables.school, school.id);
    // Who is no longer there goes last: others may still refer to them.
    await copyTable(copying, schoolTables.staff, school.id, {
      makeWay: (row) => copying.target.change.freeEmail(row, copying.scope),
      gone: () => undefined,
    });
  });
}

/** Copies all that a school holds, once the schools and their staff are there. */
export function copySchool(
  copying: Copying,
  school: SchoolOfCopy,
  itemKey: ItemKey,
): Promise<void> {
  return settle(school, () => copyOnce(copying, school, itemKey));
}

async function copyOnce(copying: Copying, school: SchoolOfCopy, itemKey: ItemKey): Promise<void> {
  const { source, target, scope, counts } = copying;
  const t = schoolTables;
  await copyTable(copying, t.erasure, school.id, {
    gone: () => {
      throw new CopyRefused(
        'target-served',
        `The target knows of pupils of school ${school.uai} who were erased, and the source does not: erase them there too, or copy the other way.`,
      );
    },
  });
  const erased = await erasedOf(source, t.erasure, school.id);
  const isErased = (row: WholeRow, name = 'pupilId') => erased.has(textOf(row, name));

  /** Removed in the end, when nothing refers to them any more: those of the last table first. */
  const gone: { of: CopiedTable; row: WholeRow }[] = [];
  const later = (of: CopiedTable) => ({
    gone: (row: WholeRow) => void gone.unshift({ of, row }),
  });
  const { change } = target;
  await copyTable(copying, t.staff, school.id, {
    ...later(t.staff),
    makeWay: (row) => change.freeEmail(row, scope),
  });
  await copyTable(copying, t.schoolClass, school.id, later(t.schoolClass));
  await copyTable(copying, t.pupil, school.id, {
    ...later(t.pupil),
    leaveOut: (row) => isErased(row, 'id'),
  });
  await copyTable(copying, t.membership, school.id, { leaveOut: isErased });
  await copyTable(copying, t.pupilKey, school.id, { leaveOut: isErased });
  await copyTable(copying, t.accommodation, school.id, { leaveOut: isErased });
  await copyTable(copying, t.rosterDraft, school.id);
  await copyTable(copying, t.card, school.id, { leaveOut: isErased });
  await copyTable(copying, t.passkey, school.id);
  await copyTable(copying, t.teaching, school.id);
  await copyTable(copying, t.invitation, school.id);
  await copyTable(copying, t.assessment, school.id, later(t.assessment));
  await copyTable(copying, t.assessmentPupil, school.id, { leaveOut: isErased });
  await copyAttempts(copying, school, (pupilId) => erased.has(pupilId), itemKey);
  await copyTable(copying, t.result, school.id, { leaveOut: isErased });
  await copyTable(copying, t.position, school.id, { leaveOut: isErased });
  await copyTable(copying, t.transfer, school.id, { leaveOut: isErased });
  await copyTable(copying, t.refreshToken, school.id);
  await copyTable(copying, t.accessLog, school.id);
  await copyTable(copying, t.job, school.id, { makeWay: (row) => change.freeJobKey(row, scope) });

  for (const { of, row } of gone) {
    const isPupil = of === t.pupil && isErased(row, 'id');
    await target.write(
      ...(isPupil ? change.removePupil(school.id, textOf(row, 'id')) : [change.removeRow(of, row)]),
    );
    counts.removed += 1;
  }
}

/** Does the work, and again where rows had moved meanwhile. */
async function settle(school: SchoolOfCopy, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const mayPass = error instanceof Conflict || error instanceof CopyRefused;
      if (!mayPass) throw error;
      if (tries < MOST_TRIES) continue;
      if (error instanceof CopyRefused) throw error;
      throw new CopyRefused(
        'unsettled',
        `School ${school.uai} cannot be copied: at the target, another row has a key of one of its rows, or what one refers to is not there. Its staff may belong to another school too: copy that one as well.`,
        { cause: error },
      );
    }
  }
}
