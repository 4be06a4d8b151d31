import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deriveKeys } from '../../apps/api/src/services/keys.ts';
import { digestCard } from '../../apps/api/src/services/cards.ts';
import { hashPassword } from '../../apps/api/src/services/passwords.ts';
import { testCard } from '../support/cards.ts';
import { freePort, startServer } from '../support/server.ts';
import { probeDisk } from './disk-probe.ts';
import { readLessonOptions } from './lesson-options.ts';
import { deedTable, growthOf, minuteTable } from './lesson-report.ts';
import { runLesson } from './lesson.ts';
import { makeSchoolAtWork } from './school-at-work.ts';
import { withServerStore } from './soak-store.ts';
import { quantileOf } from './statistics.ts';
import { countLost, countMisshown } from './what-is-kept.ts';

/**
 * `npm run soak:classes`: a whole school works at once. Every pupil signs in with a card and
 * answers, every teacher gives assessments and watches them live, against the product in a process
 * of its own, with its limits as they come. Ends with `p99: X ms, errors: N, memory: +Y MB/min`.
 */
const MOST_P99_MS = 250;
/** What a run may grow by, once warm, and still count as flat, in megabytes a minute. */
const MOST_GROWTH = { memory: 2, heapFloor: 1 };
/** How long the heap takes to find its size. */
const WARM_MINUTES = 4;
/** Longer than any call's patience, the stop of the server and the check of what is kept. */
const OVERTIME_MS = 120_000;

const options = readLessonOptions();
const { pupils, classes, minutes, everySeconds, seed } = options;
console.log(
  `seed ${seed}: ${pupils} pupils in ${classes} classes, one answer every ${everySeconds} s, ${minutes} minutes`,
);

const data = mkdtempSync(join(tmpdir(), 'jalon-classes-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
const secret = randomBytes(32).toString('hex');
const password = randomBytes(12).toString('hex');
const cardKey = deriveKeys(secret).card;
const passwordHash = await hashPassword(password);
const school = await withServerStore(data, (store) =>
  makeSchoolAtWork(store, {
    pupils,
    classes,
    newId: randomUUID,
    digestCard: (card) => digestCard(cardKey, card),
    cardOf: testCard,
    passwordHash,
  }),
);

const port = await freePort();
const server = await startServer({
  data,
  port,
  JALON_DEMO: 'off',
  JALON_SECRET: secret,
  JALON_ORIGIN: `http://127.0.0.1:${port}`,
});
process.on('exit', () => server.process.kill('SIGKILL'));
const stopAfterMs = minutes * 60_000 + OVERTIME_MS;
const tooLong = setTimeout(() => {
  console.log('The run did not stop by itself.');
  process.exit(1);
}, stopAfterMs);

const ownDelay = monitorEventLoopDelay({ resolution: 10 });
ownDelay.enable();
const ownCpu = process.cpuUsage();
const disk = probeDisk(data);
const lesson = await runLesson({ origin: server.origin, school, password, options }).finally(
  server.stop,
);
const own = process.cpuUsage(ownCpu);
const flushes = await disk.stop();

const { lost, misshown } = await withServerStore(data, async (store) => ({
  lost: await countLost(store, school.schoolId, lesson.acknowledged),
  misshown: await countMisshown(store, school.schoolId, lesson.pages),
}));
clearTimeout(tooLong);

const { tally, samples, lagsMs } = lesson;
for (const [kind, count] of tally.failuresByKind()) console.log(`error: ${kind}: ${count}`);
const answers = tally.times('answer');
if (!answers) throw new Error('Nobody answered.');
const warmMinutes = Math.min(WARM_MINUTES, minutes / 2);
const growth = growthOf(samples, warmMinutes * 60_000);
const isFlat = growth.memory <= MOST_GROWTH.memory && growth.heapFloor <= MOST_GROWTH.heapFloor;
const errors = tally.failures();
const three = (valuesMs: readonly number[]) =>
  `p50 ${quantileOf(valuesMs, 0.5).toFixed(1)}, p99 ${quantileOf(valuesMs, 0.99).toFixed(1)}, max ${quantileOf(valuesMs, 1).toFixed(1)} ms`;

console.log(`\n${minuteTable(tally, samples, minutes)}\n\n${deedTable(tally)}\n`);
console.log(`answers: ${(answers.count / (minutes * 60)).toFixed(1)} a second`);
console.log(
  lagsMs.length > 0
    ? `live pages: ${lesson.pages.length}, behind by ${three(lagsMs)}`
    : 'live pages: no answer was shown',
);
console.log(
  `this client: CPU ${((own.user + own.system) / (minutes * 600_000)).toFixed(0)} %, event loop p99 ${(ownDelay.percentile(99) / 1e6).toFixed(1)} ms`,
);
console.log(
  `the machine: load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores, a bare flush to disk ${three(flushes)}`,
);
console.log(
  `growth after ${warmMinutes} minutes: memory ${growth.memory.toFixed(2)} (at most ${MOST_GROWTH.memory}), heap floor ${growth.heapFloor.toFixed(2)} (at most ${MOST_GROWTH.heapFloor}) MB/min${minutes < 2 * WARM_MINUTES ? '; too short a run to tell' : ''}`,
);
console.log(
  `acknowledged: ${lesson.acknowledged.length}, lost: ${lost}, pupils shown wrongly: ${misshown}`,
);
const sign = growth.memory < 0 ? '' : '+';
console.log(
  `p99: ${answers.p99.toFixed(1)} ms, errors: ${errors}, memory: ${sign}${growth.memory.toFixed(2)} MB/min`,
);
const good = answers.p99 < MOST_P99_MS && errors === 0 && isFlat && lost === 0 && misshown === 0;
process.exit(good ? 0 : 1);
