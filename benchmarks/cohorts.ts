import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '@jalon/store';
import type { CohortBy, Territory } from '@jalon/types';
import { createEngines } from '../apps/api/src/services/engine.ts';
import type { ServiceContext } from '../apps/api/src/services/context.ts';
import { readCohort } from '../apps/api/src/services/cohorts/table.ts';
import { publishNow } from '../apps/api/src/services/publications/publish-all.ts';
import { prepareServices } from '../apps/api/src/start/services.ts';
import { smallRelease } from '../apps/api/src/testing/small-release.ts';
import { madeUpCountry } from './cohorts/made-up-schools.ts';
import { median } from './median.ts';

const SCHOOLS = 2_500;
const PUPILS = 1_000_000;
const COMPETENCES = 16;
const ROUNDS = 12;

/**
 * `cohorts [--schools N] [--pupils N] [--competences N]`: how long the figures of a made-up country
 * take to be published, what each view of the explorer takes then, and how fast the whole is
 * exported. The ratio is the export's speed over that of `sqlite3 -csv`, which writes lines that are
 * there already, in lines a second; a process of its own each.
 */
export async function benchCohorts(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...{ schools: { type: 'string' }, pupils: { type: 'string' } },
      competences: { type: 'string' },
    },
  });
  const schools = Number(values.schools ?? SCHOOLS);
  const pupils = Number(values.pupils ?? PUPILS);
  const competences = Array.from(
    { length: Number(values.competences ?? COMPETENCES) },
    (_, i) => `${1 + Math.floor(i / 4)}.${1 + (i % 4)}`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'jalon-cohorts-'));
  const file = join(folder, 'jalon.sqlite');
  try {
    const store = await openStore(`file:${file}`);
    const engines = createEngines([smallRelease({ competences })], '1.0.0');
    const services = await prepareServices(store, engines);
    await publish(services, madeUpCountry({ schools, pupils, competences }));
    console.log(`${schools} schools, ${pupils} pupils, ${competences.length} competences`);
    await timeViews(services, competences);
    await store.close();
    return exportedOverRaw(file, competences);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function publish(services: ServiceContext, cohorts: Store['read']['cohorts']): Promise<void> {
  const { store } = services;
  const began = performance.now();
  await publishNow({ ...services, store: { ...store, read: { ...store.read, cohorts } } });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const megabytes = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(`published in ${seconds} s, results drawn among it; ${megabytes} MB at the most`);
}

/** What inspectors look at. */
const views: { name: string; territory: Territory; within?: string; by?: CohortBy }[] = [
  { name: 'the country by académie', territory: { kind: 'country', code: 'FR' } },
  {
    name: 'the country by département',
    territory: { kind: 'country', code: 'FR' },
    by: 'department',
  },
  { name: 'the country by sector', territory: { kind: 'country', code: 'FR' }, by: 'sector' },
  { name: 'an académie by département', territory: { kind: 'academy', code: '10' } },
  { name: 'an académie by school', territory: { kind: 'academy', code: '10' }, by: 'school' },
  { name: 'a département by school', territory: { kind: 'department', code: '69' } },
  {
    ...{ name: 'a school of a country', territory: { kind: 'country', code: 'FR' } },
    within: 'school:0000000A',
  },
];

async function timeViews(services: ServiceContext, competences: readonly string[]): Promise<void> {
  console.log('view'.padEnd(30), 'p50 ms'.padStart(8), 'most ms'.padStart(8));
  for (const { name, territory, ...query } of views) {
    const actor = { role: 'inspector' as const, id: 'bench', territory };
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const competence = competences[round % competences.length];
      const began = performance.now();
      await readCohort(services, actor, { ...query, ...(competence && { competence }) });
      times.push(performance.now() - began);
    }
    const most = Math.max(...times);
    console.log(name.padEnd(30), median(times).toFixed(1).padStart(8), most.toFixed(1).padStart(8));
  }
}

/** Both write to nowhere: what is compared is reading and writing lines. */
function exportedOverRaw(file: string, competences: readonly string[]): number {
  const program = fileURLToPath(new URL('./cohorts/export-main.ts', import.meta.url));
  const run = spawnSync(process.execPath, [program, file, ...competences], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  process.stdout.write(run.stdout);
  const lines = Number(/^(\d+) lines/m.exec(run.stdout)?.[1]);
  const seconds = Number(/in ([\d.]+) s/.exec(run.stdout)?.[1]);
  const began = performance.now();
  const raw = spawnSync('sqlite3', ['-csv', file, 'select * from line'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (raw.status !== 0) throw new Error('sqlite3 is not there, or could not read the lines.');
  const rawSeconds = (performance.now() - began) / 1000;
  console.log(`sqlite3 -csv: the same lines in ${rawSeconds.toFixed(2)} s`);
  return lines / seconds / (lines / rawSeconds);
}
