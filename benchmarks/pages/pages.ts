import type { ServiceContext } from '../../apps/api/src/services/context.ts';
import { readDifficulties } from '../../apps/api/src/services/assessments/difficulties.ts';
import { listAssessments } from '../../apps/api/src/services/assessments/list.ts';
import { readProgress } from '../../apps/api/src/services/assessments/progress.ts';
import { readResult } from '../../apps/api/src/services/attempts/result.ts';
import { readGrowth } from '../../apps/api/src/services/classes/growth.ts';
import { listClasses } from '../../apps/api/src/services/classes/list.ts';
import { readPicture } from '../../apps/api/src/services/classes/picture.ts';
import { readPupilFile } from '../../apps/api/src/services/classes/pupil-file.ts';
import { readGroupPupils } from '../../apps/api/src/services/groups/taught.ts';
import { readHome } from '../../apps/api/src/services/home.ts';
import { readPositions } from '../../apps/api/src/services/positions/read.ts';
import { readLooks } from '../../apps/api/src/services/school/looks.ts';
import { readSchool, readSchoolClass } from '../../apps/api/src/services/school/overview.ts';
import { listStaff } from '../../apps/api/src/services/staff/list.ts';
import { listTransfers } from '../../apps/api/src/services/transfers/list.ts';

/** What a page asks of the server. */
export interface Page {
  name: string;
  ask(services: ServiceContext): Promise<unknown>;
}

/** The pages of a school's people: of a class, of one pupil in it, and of what they did last. */
export async function pagesOf({ store }: ServiceContext, schoolId: string): Promise<Page[]> {
  const [schoolClass] = await store.read.roster.classes(schoolId);
  const [teacher] = await store.read.roster.teachers(schoolId);
  if (!schoolClass || !teacher) return [];
  const classId = schoolClass.id;
  const [pupil] = await store.read.classes.pupils({ schoolId, classId });
  if (!pupil) return [];
  const attempts = await store.read.attempts.ofPupil({ schoolId, pupilId: pupil.id });
  const finished = attempts.find(({ status }) => status === 'finished');
  const [given] = await store.read.assessments.ofClass({ schoolId, classId });
  const asTeacher = { role: 'teacher', id: teacher.staffId, schoolId } as const;
  const asAdministrator = { role: 'administrator', id: teacher.staffId, schoolId } as const;
  const asPupil = { role: 'pupil', id: pupil.id, schoolId } as const;
  return [
    { name: 'pupil: first page', ask: (on) => readHome(on, asPupil) },
    ...(finished
      ? [
          {
            name: 'pupil: a result',
            ask: (on: ServiceContext) => readResult(on, asPupil, finished.id),
          },
        ]
      : []),
    { name: 'teacher: classes', ask: (on) => listClasses(on, asTeacher) },
    {
      name: 'teacher: a class',
      ask: (on) =>
        Promise.all([readPicture(on, asTeacher, classId), listAssessments(on, asTeacher, classId)]),
    },
    { name: 'teacher: how a class changed', ask: (on) => readGrowth(on, asTeacher, classId) },
    { name: 'teacher: making a group', ask: (on) => readGroupPupils(on, asTeacher) },
    { name: 'teacher: a pupil', ask: (on) => readPupilFile(on, asTeacher, pupil.id) },
    { name: 'teacher: the school report', ask: (on) => readPositions(on, asTeacher, classId) },
    ...(given
      ? [
          {
            name: 'teacher: an assessment, live',
            ask: (on: ServiceContext) => readProgress(on, asTeacher, given.id),
          },
          {
            name: 'teacher: what was hard',
            ask: (on: ServiceContext) => readDifficulties(on, asTeacher, given.id),
          },
        ]
      : []),
    { name: 'administrator: the school', ask: (on) => readSchool(on, asAdministrator) },
    {
      name: 'administrator: a class',
      ask: (on) => readSchoolClass(on, asAdministrator, classId),
    },
    { name: 'administrator: the staff', ask: (on) => listStaff(on, asAdministrator) },
    { name: 'administrator: records', ask: (on) => listTransfers(on, asAdministrator) },
    { name: 'administrator: the log', ask: (on) => readLooks(on, asAdministrator) },
  ];
}
