import { seededRandom } from '@jalon/measurement';
import type { ServiceContext } from '../services/context.ts';
import { drawRoster } from './roster.ts';
import { demoDepartment } from './schools.ts';
import { sit } from './sit.ts';

/** How each of the demo's people signs in. */
export interface DemoSignIns {
  pupil: { name: string; className: string; card: string };
  teacher: { name: string; email: string; password: string };
  inspector: { name: string; email: string; password: string };
}

/** What making the demo needs besides the services. */
export interface DemoParts {
  /** What names and answers are drawn from; ids, cards and passwords are not. */
  seed: string;
  newCard: () => string;
  digestCard: (card: string) => string;
  newPassword: () => string;
  hashPassword: (password: string) => Promise<string>;
}

const DAY_MS = 86_400_000;

/**
 * Fills a new database: three schools in one territory, whose simulated pupils have sat one or two
 * assessments, and three people to sign in as. Every result comes from scored responses.
 */
export async function createDemo(context: ServiceContext, parts: DemoParts): Promise<DemoSignIns> {
  const { store, newId, engines } = context;
  const random = seededRandom(parts.seed);
  const { schools, classes, pupils } = drawRoster(random, newId, parts.newCard);
  const [school] = schools;
  const [classA, classB] = classes;
  const pupil = pupils.find((one) => one.classId === classA?.id);
  if (!school || !classA || !classB || !pupil) throw new Error('The demo has no class.');

  const signIns: DemoSignIns = {
    pupil: { name: pupil.firstName, className: classA.name, card: pupil.card },
    teacher: {
      name: 'Dominique Laurier',
      email: 'prof@tilleuls.example',
      password: parts.newPassword(),
    },
    inspector: {
      name: 'Claude Olivier',
      email: 'inspection@territoire.example',
      password: parts.newPassword(),
    },
  };
  const teacherId = newId();
  const now = context.clock().getTime();
  const given = (classId: string, schoolId: string, title: string, competence: string, daysAgo: number) => ({
    schoolId,
    id: newId(),
    classId,
    givenBy: teacherId,
    title,
    competence,
    releaseVersion: engines.current.reference.version,
    feedback: 'later' as const,
    givenAt: new Date(now - daysAgo * DAY_MS),
    closesAt: null,
  });
  const searches = classes.map(({ id, schoolId }) =>
    given(id, schoolId, 'Chercher une information', '1.1', 21),
  );
  const privacy = given(classA.id, school.id, 'Protéger sa vie privée', '4.2', 9);
  const running = given(classA.id, school.id, 'Calculer et trier des données', '1.3', 0);
  const waiting = given(classB.id, school.id, 'Ranger et retrouver ses fichiers', '1.2', 0);

  await store.write(
    store.change.addSchools(...schools),
    store.change.addClasses(...classes.map(({ tendency: _, ...row }) => row)),
    ...chunks(pupils, 100).map((some) =>
      store.change.addPupils(
        ...some.map(({ card, tendency: _, ...row }) => ({
          ...row,
          cardDigest: parts.digestCard(card),
        })),
      ),
    ),
    store.change.addStaff(
      {
        id: teacherId,
        role: 'teacher',
        schoolId: school.id,
        department: null,
        name: signIns.teacher.name,
        email: signIns.teacher.email,
        passwordHash: await parts.hashPassword(signIns.teacher.password),
      },
      {
        id: newId(),
        role: 'inspector',
        schoolId: null,
        department: demoDepartment,
        name: signIns.inspector.name,
        email: signIns.inspector.email,
        passwordHash: await parts.hashPassword(signIns.inspector.password),
      },
    ),
    store.change.addTeaching(
      { schoolId: school.id, classId: classA.id, staffId: teacherId },
      { schoolId: school.id, classId: classB.id, staffId: teacherId },
    ),
    store.change.addAssessment(...searches, privacy, running, waiting),
  );

  const sitAll = (assessment: (typeof searches)[number], upTo?: (index: number) => number) => {
    const sitters = pupils.filter(({ classId }) => classId === assessment.classId);
    let ticks = 0;
    const then = {
      ...context,
      clock: () => new Date(Math.min(now, assessment.givenAt.getTime() + DAY_MS / 3 + ticks++ * 250)),
    };
    return Promise.all(
      sitters.map((one, index) => {
        const limit = upTo?.(index);
        if (limit === 0) return undefined;
        return sit(then, {
          actor: { role: 'pupil', id: one.id, schoolId: one.schoolId },
          assessmentId: assessment.id,
          tendency: one.tendency,
          random: seededRandom(`${parts.seed}/${assessment.competence}/${index}/${assessment.title}/${one.classId === classA.id}`),
          ...(limit === undefined ? {} : { upTo: limit }),
        });
      }),
    );
  };
  for (const assessment of searches) await sitAll(assessment);
  await sitAll(privacy);
  // The one who signs in first has not begun; the others are at different places.
  await sitAll(running, (index) => (index === 0 ? 0 : (index * 5) % 9));
  return signIns;
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}
