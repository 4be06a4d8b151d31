import { roundCount } from '@jalon/disclosure';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '@jalon/measurement';
import { openTestStore } from '@jalon/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEngines } from '../load-engines.ts';
import { digestCard, drawCard } from '../services/cards.ts';
import { readGrowth } from '../services/classes/growth.ts';
import { listClasses } from '../services/classes/list.ts';
import { listAssessments } from '../services/assessments/list.ts';
import { readProgress } from '../services/assessments/progress.ts';
import { readCohort } from '../services/cohorts/table.ts';
import type { ServiceContext } from '../services/context.ts';
import { readHome } from '../services/home.ts';
import { deriveKeys } from '../services/keys.ts';
import { hashPassword } from '../services/passwords.ts';
import { replayResults } from '../services/replay.ts';
import { signInAsStaff, signInWithCard } from '../services/sign-in.ts';
import { SignInGuard } from '../services/sign-in-limits.ts';
import { prepareServices } from '../start/services.ts';
import { createDemo, type DemoSignIns } from './create-demo.ts';
import { drawRoster } from './roster.ts';
import { pupilsAClass } from './schools.ts';

const frameworkFolder = fileURLToPath(new URL('../../../../competence-framework', import.meta.url));
const keys = deriveKeys('a secret of the tests, long enough');
const seed = 'demo';

let services: ServiceContext;
let signIns: DemoSignIns;
beforeAll(async () => {
  services = await prepareServices((await openTestStore()).store, loadEngines(frameworkFolder));
  signIns = await createDemo(services, {
    seed,
    newCard: () => drawCard(),
    digestCard: (words) => digestCard(keys.card, words),
    newPassword: () => drawCard(),
    hashPassword,
  });
}, 120_000);
afterAll(() => services.store.close());

const caller = { address: '192.0.2.1', deviceMark: undefined };
const door = () => ({ store: services.store, keys, guard: new SignInGuard(services.clock) });

const signIn = {
  pupil: async () => (await signInWithCard(door(), caller, signIns.pupil.card)).person,
  teacher: () => signInAsStaff(door(), caller, signIns.teacher),
  inspector: () => signInAsStaff(door(), caller, signIns.inspector),
  academyInspector: () => signInAsStaff(door(), caller, signIns.academyInspector),
};

async function teacher() {
  const { signedIn } = await signIn.teacher();
  if (signedIn.role !== 'teacher') throw new Error(`The teacher is a ${signedIn.role}.`);
  return signedIn;
}

describe('the sign-ins of the demo', () => {
  it('let in the pupil, the teacher and the inspector that they name', async () => {
    expect((await signIn.pupil()).greeted).toMatchObject({
      role: 'pupil',
      name: signIns.pupil.name,
      place: 'Collège des Tilleuls (démonstration)',
    });
    expect((await signIn.teacher()).greeted).toMatchObject({
      role: 'teacher',
      name: signIns.teacher.name,
      place: 'Collège des Tilleuls (démonstration)',
    });
    expect((await signIn.inspector()).greeted).toMatchObject({
      role: 'inspector',
      name: signIns.inspector.name,
      place: 'Rhône',
    });
  });

  it('lead the pupil to an assessment to begin and to results of those that are over', async () => {
    const { signedIn } = await signIn.pupil();
    if (signedIn.role !== 'pupil') throw new Error(`The pupil is a ${signedIn.role}.`);
    const home = await readHome(services, signedIn);
    expect(home.className).toBe(signIns.pupil.className);
    expect(home.assessments.map(({ competence, state }) => [competence.code, state])).toEqual([
      ['1.3', 'not-started'],
      ['1.1', 'finished'],
      ['4.2', 'finished'],
      ['1.1', 'finished'],
    ]);
    expect(home.results.map(({ competence }) => competence.code)).toEqual(['1.1', '4.2']);
  });

  it('lead the teacher to whole classes, one of them at work', async () => {
    const actor = await teacher();
    const classes = await listClasses(services, actor);
    expect(classes.length).toBeGreaterThan(1);
    for (const { pupils } of classes) expect(pupils).toBe(pupilsAClass);
    const given = await Promise.all(classes.map((one) => listAssessments(services, actor, one.id)));
    const running = given.flat().find(({ counts }) => counts.working > 0);
    const room = await readProgress(services, actor, running?.id ?? '');
    expect(new Set(room.pupils.map(({ answered }) => answered)).size).toBeGreaterThan(3);
  });

  it('lead the teacher to a class that changed, some of it surely and some not', async () => {
    const actor = await teacher();
    const [schoolClass] = (await listClasses(services, actor)).filter(
      ({ name }) => name === '6e A',
    );
    const { pupils } = await readGrowth(services, actor, schoolClass?.id ?? '');
    const directions = pupils.flatMap(({ cells }) => cells.map(({ direction }) => direction));
    expect(directions).toHaveLength(pupilsAClass);
    expect(directions).toContain('rise');
    expect(directions).toContain('unsure');
  });

  it('lead the inspector to counts of every school, of which some may be shown', async () => {
    const { signedIn } = await signIn.inspector();
    if (signedIn.role !== 'inspector') throw new Error(`The inspector is a ${signedIn.role}.`);
    const { rows } = await readCohort(services, signedIn, { competence: '1.1' });
    const schools = new Set(rows.flatMap(({ group }) => (group ? [group.code] : [])));
    expect(schools.size).toBe(3);
    expect(rows[0]?.total).toEqual({ status: 'published', pupils: roundCount(18 * pupilsAClass) });
  });

  it('lead the inspector of the académie to schools that differ, and to the département', async () => {
    const { signedIn } = await signIn.academyInspector();
    if (signedIn.role !== 'inspector') throw new Error(`The inspector is a ${signedIn.role}.`);
    const bySector = await readCohort(services, signedIn, { competence: '1.1', by: 'sector' });
    expect(bySector.territory).toBe('Académie de Lyon');
    const sectors = bySector.rows.flatMap(({ group, yearGroup, total }) =>
      group && yearGroup === null ? [[group.code, total.status]] : [],
    );
    expect(sectors).toEqual([
      ['public', 'published'],
      ['private-contract', 'published'],
    ]);
    expect(bySector.narrower).toContainEqual({ kind: 'department', code: '69', name: 'Rhône' });
  });
});

describe('the results of the demo', () => {
  it('each come from scored responses: made again, they are the same', async () => {
    const { attempts, responses, results, differences } = await replayResults(
      services.store,
      services.engines,
    );
    expect(differences).toEqual([]);
    const all = await services.store.read.attempts.everyAttempt();
    expect(attempts).toBe(all.length);
    // The last of each pupil in a competence.
    const finished = all.filter(({ status }) => status === 'finished');
    const of = finished.map(({ pupilId, competence }) => `${pupilId} ${competence}`);
    expect(results).toBe(new Set(of).size);
    expect(results).toBeGreaterThanOrEqual((18 + 1) * pupilsAClass);
    expect(responses).toBeGreaterThanOrEqual(8 * results);
  });

  it('are of the past: nobody has answered later than now, or before the beginning', async () => {
    const nowMs = services.clock().getTime();
    for (const attempt of await services.store.read.attempts.everyAttempt()) {
      const startedMs = attempt.startedAt.getTime();
      expect(startedMs).toBeLessThanOrEqual(nowMs);
      const lastMs = (attempt.lastAnswerAt ?? attempt.startedAt).getTime();
      expect(lastMs).toBeLessThanOrEqual(nowMs);
      expect(lastMs).toBeGreaterThanOrEqual(startedMs);
    }
  });
});

describe('the people of the demo', () => {
  const namesOf = (from: string) => {
    let ids = 0;
    const roster = drawRoster(seededRandom(from), () => String((ids += 1)), drawCard);
    return roster.pupils.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  };

  it('have the same names whenever they are drawn from the same seed', async () => {
    const drawn = namesOf(seed);
    expect(drawn).toHaveLength(18 * pupilsAClass);
    expect(namesOf(seed)).toEqual(drawn);
    expect(namesOf('another')).not.toEqual(drawn);
    const actor = await teacher();
    const classes = await listClasses(services, actor);
    const kept = await Promise.all(
      classes.map(({ id }) =>
        services.store.read.classes.pupils({ schoolId: actor.schoolId, classId: id }),
      ),
    );
    const names = kept.flat().map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(names.sort()).toEqual(drawn.slice(0, names.length).sort());
  });
});
