import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '@jalon/store';
import { loadEngines } from '../apps/api/src/load-engines.ts';
import type { ServiceContext } from '../apps/api/src/services/context.ts';
import { prepareServices } from '../apps/api/src/start/services.ts';
import { fillWorld } from './generate.ts';
import { median } from './median.ts';
import { countingReads } from './pages/counting-reads.ts';
import { type Page, pagesOf } from './pages/pages.ts';
import { planSchools, planWorld } from './world/plan.ts';

const RESPONSES = 2_000_000;
const SEED = 'jalon';
const ROUNDS = 40;
const SCHOOLS = 10;
const framework = fileURLToPath(new URL('../competence-framework', import.meta.url));

/**
 * `pages [--responses N] [--schools N --pupils N] [--database URL]`: how long the server takes for what each page asks of
 * it, and in how many questions to the database, over schools spread through a made-up world (a
 * database that holds one already is taken as it is). The ratio is the slowest page's 95th
 * percentile over the median of reading a class's pupils and results and making nothing of them.
 */
export async function benchPages(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      responses: { type: 'string' },
      schools: { type: 'string' },
      pupils: { type: 'string' },
      database: { type: 'string' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'jalon-pages-'));
  const database = values.database ?? `file:${join(folder, 'jalon.sqlite')}`;
  try {
    if (values.database === undefined) {
      const responses = Number(values.responses ?? RESPONSES);
      const plan =
        values.schools === undefined || values.pupils === undefined
          ? planWorld(SEED, responses)
          : planSchools(SEED, {
              ...{ schools: Number(values.schools), pupils: Number(values.pupils), responses },
            });
      const { seconds } = await fillWorld(database, plan, console.log);
      const size = `${plan.schools} schools of ${plan.pupilsASchool} pupils, ${responses} responses`;
      console.log(`${size} were made up in ${seconds.toFixed(1)} s`);
    }
    const store = await openStore(database);
    try {
      return await measure(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(opened: Store): Promise<number> {
  const { store, questions } = countingReads(opened);
  const services = await prepareServices(store, loadEngines(framework));
  const schools = await spread(store);
  console.log(`${schools.length} schools, ${ROUNDS} rounds a page`);
  let slowest = 0;
  const measured = new Map<string, { times: number[]; asked: Set<number> }>();
  for (const schoolId of schools) {
    for (const page of await pagesOf(services, schoolId)) {
      const of = measured.get(page.name) ?? { times: [], asked: new Set<number>() };
      measured.set(page.name, of);
      await time(services, page, questions, of);
    }
  }
  console.log('page'.padEnd(34), 'p50 ms'.padStart(8), 'p95 ms'.padStart(8), ' questions');
  for (const [name, { times, asked }] of measured) {
    const p95 = percentile(times, 0.95);
    slowest = Math.max(slowest, p95);
    console.log(
      name.padEnd(34),
      median(times).toFixed(2).padStart(8),
      p95.toFixed(2).padStart(8),
      ` ${[...asked].sort((a, b) => a - b).join(' to ')}`,
    );
  }
  const bare = await bareRead(store, schools);
  console.log(`the rows of a class, bare: ${bare.toFixed(2)} ms`);
  return slowest / bare;
}

async function time(
  services: ServiceContext,
  page: Page,
  questions: () => number,
  into: { times: number[]; asked: Set<number> },
): Promise<void> {
  await page.ask(services);
  for (let round = 0; round < ROUNDS / SCHOOLS; round += 1) {
    const before = questions();
    const began = performance.now();
    await page.ask(services);
    into.times.push(performance.now() - began);
    into.asked.add(questions() - before);
  }
}

/** Schools from the first to the last. */
async function spread(store: Store): Promise<string[]> {
  const all = await store.read.rows.schools(null, 100_000);
  const step = Math.max(1, Math.floor(all.length / SCHOOLS));
  return all
    .filter((_, i) => i % step === 0)
    .slice(0, SCHOOLS)
    .map(({ id }) => id);
}

/** How long it takes to read a class's pupils and their results, and to make nothing of them. */
async function bareRead({ read }: Store, schools: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const schoolId of schools) {
    const [schoolClass] = await read.roster.classes(schoolId);
    if (!schoolClass) continue;
    const where = { schoolId, classId: schoolClass.id };
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      await read.classes.pupils(where);
      await read.classes.results(where);
      times.push(performance.now() - began);
    }
  }
  return median(times);
}

const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))] ?? Number.NaN;
