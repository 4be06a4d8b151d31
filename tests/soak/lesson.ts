import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@jalon/measurement';
import { frameworkView } from '@jalon/types';
import { CallFailed, createDevice } from './device.ts';
import type { LessonOptions } from './lesson-options.ts';
import type { Acknowledged } from './pupil-client.ts';
import { workAsPupil } from './pupil-at-work.ts';
import type { SchoolAtWork } from './school-at-work.ts';
import { sampleServer, type ServerSample } from './server-figures.ts';
import { createSightings } from './sightings.ts';
import { createTally, type Tally } from './tally.ts';
import { createTeacher, type LivePage } from './teacher-at-work.ts';

const SAMPLE_MS = 5_000;
/** How long the last answers may take to reach the live pages. */
const SETTLE_MS = 5_000;

/** What a lesson left with those who were there. */
export interface Lesson {
  tally: Tally;
  samples: readonly ServerSample[];
  acknowledged: readonly Acknowledged[];
  /** What each live page showed last. */
  pages: readonly LivePage[];
  /** From each pupil's acknowledgement to the teacher's screen. */
  lagsMs: readonly number[];
}

/** Lets a whole school work against a server until the bell. */
export async function runLesson(given: {
  origin: string;
  school: SchoolAtWork;
  password: string;
  options: LessonOptions;
}): Promise<Lesson> {
  const { origin, school, password, options } = given;
  const now = () => performance.now();
  const random = seededRandom(options.seed);
  const meter = createDevice(origin);
  const framework = frameworkView.parse((await meter.call('/api/framework')).body);
  const competences = framework.competences.filter(({ items }) => items > 0);

  const startedMs = now();
  const bellAtMs = startedMs + options.minutes * 60_000;
  const tally = createTally(options.minutes, now);
  const sightings = createSightings(now);
  const acknowledged: Acknowledged[] = [];
  const samples: ServerSample[] = [];
  const sample = async () => {
    try {
      samples.push(await sampleServer(meter, now() - startedMs));
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      tally.failed(`metrics: ${error.kind}`);
    }
  };

  const teachers = school.classes.map((one, index) =>
    createTeacher({
      device: createDevice(origin),
      email: one.teacherEmail,
      password,
      classId: one.id,
      competences: competences.map((_, turn) => {
        const competence = competences[(index + turn) % competences.length];
        if (!competence) throw new Error('The release has no items.');
        return competence.code;
      }),
      report: { failed: tally.failed, seen: sightings.seen },
    }),
  );
  await Promise.all(teachers.map((teacher) => teacher.begin()));

  const sampling = setInterval(() => void sample(), SAMPLE_MS);
  const pupils = school.classes.flatMap((one) => one.pupils);
  await Promise.all(
    pupils.map(({ card }) =>
      workAsPupil({
        device: createDevice(origin),
        card,
        random: seededRandom(`${options.seed} ${card}`),
        arrivesAtMs: now() + random.next() * options.arriveSeconds * 1_000,
        bellAtMs,
        everyMs: options.everySeconds * 1_000,
        now,
        report: {
          done: tally.done,
          failed: tally.failed,
          acknowledged: (answer, assessmentId) => {
            acknowledged.push(answer);
            if (assessmentId !== null) sightings.acknowledged(answer.attemptId, answer.ordinal);
          },
        },
      }),
    ),
  );
  clearInterval(sampling);
  await Promise.all(teachers.map((teacher) => teacher.endLesson()));
  const settledBy = now() + SETTLE_MS;
  while (sightings.unseen() > 0 && now() < settledBy) await sleep(50);
  for (let unseen = sightings.unseen(); unseen > 0; unseen -= 1) {
    tally.failed('live page: an answer was not shown');
  }
  teachers.forEach((teacher) => teacher.close());
  meter.close();
  return {
    tally,
    samples,
    acknowledged,
    pages: teachers.flatMap((teacher) => teacher.pages()),
    lagsMs: sightings.lagsMs(),
  };
}
