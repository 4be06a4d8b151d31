import { seededRandom } from '@jalon/measurement';
import type { ServiceContext } from '../services/context.ts';
import { fullName } from '../services/names.ts';
import { publishNow } from '../services/publications/publish-all.ts';
import { makeQualityNow } from '../services/quality/daily.ts';
import { movesOf } from './moves.ts';
import { drawRoster } from './roster.ts';
import { demoAcademy, demoDepartment } from './schools.ts';
import { sitAll } from './sit.ts';
import { drawStaff } from './staff.ts';

/** How each of the demo's people signs in. */
export interface DemoSignIns {
  pupil: { name: string; className: string; card: string };
  teacher: { name: string; email: string; password: string };
  administrator: { name: string; email: string; password: string };
  inspector: { name: string; email: string; password: string };
  academyInspector: { name: string; email: string; password: string };
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
/** Long enough ago for a change since then to be counted. */
const SEARCH_DAYS_AGO = 35;
const PUPILS_A_STATEMENT = 100;
/** What a class has learnt between two assessments of one competence, in logits. */
const LEARNT = 1.2;

/**
 * Fills a new database: three schools in one territory, whose simulated pupils have sat one to
 * three assessments, and three people to sign in as. Every result comes from scored responses.
 */
export async function createDemo(context: ServiceContext, parts: DemoParts): Promise<DemoSignIns> {
  const { store, newId, engines } = context;
  const random = seededRandom(parts.seed);
  const { schools, classes, pupils, leavers } = drawRoster(random, newId, parts.newCard);
  const everyone = [...pupils, ...leavers];
  const { staff, teaching, ...signIns } = await drawStaff(
    { schools, classes, department: demoDepartment, academy: demoAcademy },
    { newId, newPassword: parts.newPassword, hashPassword: parts.hashPassword },
  );
  const [classA, classB] = classes;
  const pupil = pupils.find((one) => one.classId === classA?.id);
  if (!classA || !classB || !pupil) throw new Error('The demo has no class.');

  const now = context.clock().getTime();
  const given = (
    { id, schoolId }: { id: string; schoolId: string },
    about: { title: string; competence: string; daysAgo: number },
  ) => {
    const by = teaching.find(({ classId }) => classId === id);
    if (!by) throw new Error(`Nobody teaches class ${id} of the demo.`);
    return {
      schoolId,
      id: newId(),
      classId: id,
      givenBy: by.staffId,
      title: about.title,
      competence: about.competence,
      releaseVersion: engines.current.reference.version,
      feedback: 'later' as const,
      givenAt: new Date(now - about.daysAgo * DAY_MS),
      closesAt: null,
    };
  };
  const search = { title: 'Chercher une information', competence: '1.1', daysAgo: SEARCH_DAYS_AGO };
  const searches = classes.map((one) => given(one, search));
  const privacy = given(classA, {
    title: 'Protéger sa vie privée',
    competence: '4.2',
    daysAgo: 9,
  });
  const searchAgain = given(classA, {
    title: 'Chercher une information : où en sommes-nous ?',
    competence: '1.1',
    daysAgo: 2,
  });
  const running = given(classA, {
    title: 'Calculer et trier des données',
    competence: '1.3',
    daysAgo: 0,
  });
  const waiting = given(classB, {
    title: 'Ranger et retrouver ses fichiers',
    competence: '1.2',
    daysAgo: 0,
  });

  await store.write(
    store.change.addSchools(...schools),
    store.change.addClasses(...classes.map(({ tendency: _, ...row }) => row)),
    ...chunks(everyone, PUPILS_A_STATEMENT).flatMap((some) => [
      store.change.addPupils(...some.map(({ card: _, tendency: __, ...row }) => row)),
      store.change.addCards(
        ...some.map(({ card, id, schoolId }) => ({
          digest: parts.digestCard(card),
          schoolId,
          pupilId: id,
        })),
      ),
    ]),
    store.change.addStaff(...staff),
    store.change.addTeaching(...teaching),
    store.change.addAssessments(...searches, privacy, searchAgain, running, waiting),
  );

  const room = { context, seed: parts.seed, now, pupils: everyone };
  for (const assessment of searches) await sitAll(room, assessment);
  await publishNow(daysBefore(context, SEARCH_DAYS_AGO - 1));
  await sitAll(room, privacy);
  // Some have learnt enough since for it to be seen, and some have not.
  await sitAll(room, searchAgain, { gain: LEARNT });
  // The one who signs in has not begun; the others are at different places.
  await sitAll(room, running, { upTo: (index) => (index === 0 ? 0 : (index * 5) % 9) });
  await store.write(...movesOf(context, { pupils, leavers, staff, now }));
  await publishNow(context);
  await makeQualityNow(context);
  return {
    pupil: { name: fullName(pupil), className: classA.name, card: pupil.card },
    ...signIns,
  };
}

/** The services as they were some days ago, by their clock. */
function daysBefore(context: ServiceContext, days: number): ServiceContext {
  const { clock } = context;
  return { ...context, clock: () => new Date(clock().getTime() - days * DAY_MS) };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}
