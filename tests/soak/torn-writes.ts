import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededRandom } from '@jalon/measurement';
import { freePort } from '../support/server.ts';
import { makeClassAtRisk } from './class-at-risk.ts';
import { underLoad, untilAnswers } from './load.ts';
import { Disk, fates } from './power-cut.ts';
import { bundleProduct } from './product-bundle.ts';
import { makeRunFolder } from './run-folder.ts';
import { loadServer } from './server-at-risk.ts';
import { damageOf } from './sqlite-at-risk.ts';
import { endWith } from './verdict.ts';
import { addFindings, isClean, nothingFound } from './what-must-be-there.ts';
import { fileEndings, readWriteLog } from './write-log.ts';

/**
 * `npm run soak:torn`: writes down every write and flush of SQLite under load, makes of it what a
 * power cut at any moment may have left (unflushed writes dropped, kept in part, torn at sectors,
 * garbled), and looks in each for what was acknowledged by then. Ends with `lost: N`.
 */
const { values } = parseArgs({
  options: {
    answers: { type: 'string', default: '2000' },
    cuts: { type: 'string', default: '500' },
    pupils: { type: 'string', default: '24' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
  },
});
const cuts = Number(values.cuts);
const random = seededRandom(values.seed);
console.log(`seed ${values.seed}, ${values.answers} answers, ${cuts} power cuts`);
/** Cuts of a disk that keeps nothing that it said it flushed: some have to lose answers. */
const LYING_CUTS = 20;
const PATIENCE_MS = 300_000;

const folder = makeRunFolder('torn');
const shim = join(folder, 'write-log.so');
const source = fileURLToPath(new URL('write-log.c', import.meta.url));
const compiled = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', shim, source, '-ldl'], {
  encoding: 'utf8',
});
if (compiled.status !== 0) {
  console.log(`skipped: this needs gcc, on Linux. ${compiled.stderr ?? String(compiled.error)}`);
  process.exit(0);
}

const file = join(folder, 'jalon.sqlite');
const log = join(folder, 'writes.log');
const secret = randomBytes(32).toString('hex');
const port = await freePort();
const room = await makeClassAtRisk({
  database: `file:${file}`,
  origin: `http://127.0.0.1:${port}`,
  secret,
  pupils: Number(values.pupils),
  thoughtMs: 10,
});
const before = readFileSync(file);
const server = loadServer({
  bundle: bundleProduct(join(folder, 'bundle')),
  port,
  env: {
    JALON_DATA: folder,
    JALON_SECRET: secret,
    LD_PRELOAD: shim,
    WRITE_LOG_FILE: file,
    WRITE_LOG_TO: log,
  },
});
await server.start();
await underLoad(room, async () => {
  const given = await untilAnswers(room, Number(values.answers), PATIENCE_MS);
  if (!given) room.ledger.notes.defect('the answers did not come in time');
  await server.kill();
});

const deeds = readWriteLog(readFileSync(log));
const count = (kind: string, ending = 0) =>
  deeds.filter((deed) => deed.kind === kind && deed.file === ending).length;
console.log(
  `${room.ledger.entries.length} acknowledged; the database: ${count('write')} writes, ${count('flush')} flushes; its WAL: ${count('write', 1)} writes, ${count('flush', 1)} flushes`,
);
if (count('flush') === 0) {
  room.ledger.notes.defect('SQLite moved nothing from its WAL: ask for more answers');
}

const state = join(folder, 'state.sqlite');
/** What a disk holds after a power cut, and what is missing of what was acknowledged by then. */
async function tryCut(disk: Disk, atMs: number, fate: (typeof fates)[number]) {
  const left = disk.afterPowerCut(fate, random);
  for (const [index, ending] of [...fileEndings, '-shm'].entries()) {
    const content = left[index];
    rmSync(state + ending, { force: true });
    if (content) writeFileSync(state + ending, content);
  }
  const findings = await room.look(`file:${state}`, { untilMs: atMs });
  return { findings, damage: damageOf(state) };
}

/** The moments of so many cuts, each after a deed, in order. */
const momentsOf = (many: number): number[] =>
  Array.from({ length: many }, () => random.integer(0, deeds.length - 1)).sort((a, b) => a - b);

let found = nothingFound;
const disk = new Disk([before, null, null]);
let done = 0;
for (const [index, moment] of momentsOf(cuts).entries()) {
  for (; done <= moment; done += 1) disk.do(deeds[done] ?? fail());
  const fate = fates[index % fates.length] ?? 'torn';
  const { findings, damage } = await tryCut(disk, deeds[moment]?.atMs ?? fail(), fate);
  found = addFindings(found, findings);
  damage.forEach((one) => room.ledger.notes.defect(`${fate}: ${one}`));
  if (!isClean(findings))
    console.log(`cut after deed ${moment}, unflushed writes ${fate}`, findings);
}

let seen = 0;
const lying = new Disk([before, null, null], true);
deeds.forEach((deed) => lying.do(deed));
for (let cut = 0; cut < LYING_CUTS; cut += 1) {
  const lie = await tryCut(lying, Infinity, cut % 2 === 0 ? 'dropped' : 'some kept').catch(
    () => null,
  );
  if (lie === null || !isClean(lie.findings) || lie.damage.length > 0) seen += 1;
}
console.log(`a disk that flushes nothing, though it says so: ${seen} of ${LYING_CUTS} cuts seen`);
if (seen < LYING_CUTS) room.ledger.notes.defect('the trial does not see a disk that lies');

found = addFindings(found, await room.look(`file:${file}`));
const replayed = await room.replay(`file:${file}`);
console.log(`power cuts: ${cuts}`);
endWith({ ledger: room.ledger, found, replayed });

function fail(): never {
  throw new Error('A moment lies outside of the log.');
}
