import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../support/server.ts';
import { makeClassAtRisk } from './class-at-risk.ts';
import { steadyMs } from './ledger.ts';
import { settle, underLoad, untilAnswers } from './load.ts';
import { probe } from './probes.ts';
import { bundleProduct } from './product-bundle.ts';
import { makeRunFolder } from './run-folder.ts';
import { loadServer } from './server-at-risk.ts';
import { mountSmallDisk } from './small-disk.ts';
import { damageOf } from './sqlite-at-risk.ts';
import { endWith } from './verdict.ts';

/**
 * `npm run soak:disk`: fills the disk of the data folder under load, several times, and frees it
 * again. Answers are to be refused (503) while it is full, and nobody has to help afterwards. Ends
 * with `lost: N`.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    pupils: { type: 'string', default: '24' },
  },
});
const DISK_MEGABYTES = 24;
const PATIENCE_MS = 60_000;
const ANSWERS_BETWEEN = 100;
/** What health found may be told for a second. */
const HEALTH_KNOWN_MS = 1_500;

const folder = makeRunFolder('disk');
const data = join(folder, 'data');
mkdirSync(data);
const disk = mountSmallDisk(data, DISK_MEGABYTES);
if (typeof disk === 'string') {
  console.log(`skipped: this user may not mount a small disk (${disk}).`);
  process.exit(0);
}
process.prependOnceListener('exit', () => disk.remove());

const file = join(data, 'jalon.sqlite');
const secret = randomBytes(32).toString('hex');
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const room = await makeClassAtRisk({
  database: `file:${file}`,
  origin,
  secret,
  pupils: Number(values.pupils),
  thoughtMs: 10,
});
const { notes, entries } = room.ledger;
const refused = (): number => room.ledger.refusals.get('503 busy') ?? 0;
const server = loadServer({
  bundle: bundleProduct(join(folder, 'bundle')),
  port,
  env: { JALON_DATA: data, JALON_SECRET: secret, JALON_LOG: 'fatal' },
});
await server.start();

/** A full disk: what a probe meets, and what is promised of it. */
async function watchFull(): Promise<void> {
  const met = {
    health: await probe(origin, '/api/health'),
    framework: await probe(origin, '/api/framework'),
  };
  console.log('  while it is full:', met);
  if (met.health !== '503 busy') notes.defect(`health says ${met.health} while the disk is full`);
  if (!['200', '503 busy'].includes(met.framework)) notes.defect(`a read meets ${met.framework}`);
}

await underLoad(room, async () => {
  for (let time = 1; time <= Number(values.times); time += 1) {
    if (!(await untilAnswers(room, ANSWERS_BETWEEN, PATIENCE_MS))) notes.defect('no answers');
    const before = { entries: entries.length, busy: refused() };
    let untilMs = steadyMs() + PATIENCE_MS;
    let isRefusing = false;
    // Until its log is full too, SQLite goes on in the room that the log had taken before.
    while (steadyMs() < untilMs) {
      disk.fill();
      await sleep(20);
      if (isRefusing || refused() === before.busy) continue;
      isRefusing = true;
      untilMs = steadyMs() + Number(values.seconds) * 1_000;
    }
    const busy = refused() - before.busy;
    console.log(
      `full ${time}: ${entries.length - before.entries} acknowledged, ${busy} refused with 503`,
    );
    if (busy === 0) notes.defect('a full disk refused nothing');
    await watchFull();
    const freedMs = steadyMs();
    disk.free();
    if (!(await untilAnswers(room, 1, PATIENCE_MS))) notes.defect('it did not recover');
    console.log(`  freed: the next answer was kept after ${Math.round(steadyMs() - freedMs)} ms`);
    await sleep(HEALTH_KNOWN_MS);
    const health = await probe(origin, '/api/health');
    if (health !== '200') notes.defect(`health says ${health} after the disk was freed`);
  }
});
await settle(room);
if (server.hasCrashed()) notes.defect(`the API ended by itself:\n${server.said()}`);
await server.stop();
const found = await room.look(`file:${file}`, { settled: true });
damageOf(file).forEach(notes.defect);
const replayed = await room.replay(`file:${file}`);
endWith({ ledger: room.ledger, found, replayed });
