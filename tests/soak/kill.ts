import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '@jalon/measurement';
import { freePort } from '../support/server.ts';
import { makeClassAtRisk } from './class-at-risk.ts';
import { settle, underLoad, untilAnswers } from './load.ts';
import { postgresUnderKill } from './postgres-under-kill.ts';
import { bundleProduct } from './product-bundle.ts';
import { makeRunFolder } from './run-folder.ts';
import { loadServer, type ServerAtRisk } from './server-at-risk.ts';
import { sqliteAtRisk } from './sqlite-at-risk.ts';
import { endWith } from './verdict.ts';
import { addFindings, isClean, nothingFound } from './what-must-be-there.ts';

/**
 * `npm run soak:kill`: kills the product (SIGKILL) at random moments under load, and PostgreSQL in
 * a part of the rounds; starts what was killed, and looks for every answer that a pupil was told
 * is kept. Ends with `lost: N`.
 */
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    kills: { type: 'string', default: '50' },
    /** After this long no kill follows: what was found by then is judged. */
    minutes: { type: 'string', default: '240' },
    pupils: { type: 'string', default: '24' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
  },
});
const kills = Number(values.kills);
const random = seededRandom(values.seed);
console.log(`${values.engine}, seed ${values.seed}, ${kills} kills, ${values.pupils} pupils`);

/** Of the starts, one in so many is killed too. */
const STARTS_A_KILL = 10;
const REPORT_EVERY = 10;
const PATIENCE_MS = 60_000;

const folder = makeRunFolder('kill');
const bundle = bundleProduct(join(folder, 'bundle'));
const engine = values.engine === 'postgres' ? await postgresUnderKill() : sqliteAtRisk(folder);
const secret = randomBytes(32).toString('hex');
const port = await freePort();
const room = await makeClassAtRisk({
  database: engine.database,
  origin: `http://127.0.0.1:${port}`,
  secret,
  pupils: Number(values.pupils),
  thoughtMs: 10,
});
const { notes, entries } = room.ledger;

const load = () =>
  loadServer({
    bundle,
    port,
    env: {
      JALON_DATA: folder,
      JALON_DATABASE: engine.database,
      JALON_SECRET: secret,
    },
  });
let next = load();
let server: ServerAtRisk | null = null;
let killedStarting = 0;
let found = nothingFound;

/** A server that answers: it was loaded while the one before it worked. */
async function startServer(): Promise<ServerAtRisk> {
  if (random.integer(1, STARTS_A_KILL) === 1) {
    const cut = next;
    next = load();
    const starting = cut.start().catch((error: unknown) => notes.defect(String(error)));
    await sleep(random.integer(0, 1_500));
    await cut.kill();
    await starting;
    killedStarting += 1;
  }
  const started = next;
  next = load();
  await started.start();
  return started;
}

const startedMs = performance.now();
const untilMs = startedMs + Number(values.minutes) * 60_000;
let killed = 0;
for (let kill = 1; kill <= kills && performance.now() < untilMs; kill += 1) {
  const victim = engine.draw(random);
  const entry = entries.length;
  server ??= await startServer();
  const { kill: killApi } = server;
  await underLoad(room, async () => {
    if (!(await untilAnswers(room, random.integer(1, 30), PATIENCE_MS)))
      notes.defect('no answer in a minute');
    await sleep(random.integer(0, 500));
    if (victim === 'the API') await killApi();
    else if (victim === 'the API and the database') {
      await Promise.all([killApi(), engine.killDatabase('SIGKILL')]);
    } else {
      await engine.killDatabase(victim === 'the database' ? 'SIGKILL' : 'SIGQUIT');
      await sleep(random.integer(0, 300));
    }
  });
  if (server.hasCrashed()) notes.defect(`the API ended by itself:\n${server.said()}`);
  if (server.hasCrashed() || victim.startsWith('the API')) server = null;
  await engine.startDatabase();

  const findings = await room.look(engine.toLookInto(), { sinceEntry: entry });
  engine.damage().forEach((damage) => notes.defect(damage));
  found = addFindings(found, findings);
  killed = kill;
  if (kill % REPORT_EVERY === 0 || !isClean(findings)) {
    const minutes = (performance.now() - startedMs) / 60_000;
    console.log(
      `kill ${kill} (${victim}): ${entries.length} acknowledged, ${(kill / minutes).toFixed(1)} kills a minute, ${JSON.stringify(findings)}`,
    );
  }
}

server ??= await startServer();
await settle(room);
await server.stop();
await next.kill();
const inFull = await room.look(engine.toLookInto(), { settled: true });
engine.damageInFull().forEach((damage) => notes.defect(damage));
const replayed = await room.replay(engine.toLookInto());
await engine.remove();
console.log(`killed under load: ${killed}; killed while starting: ${killedStarting}`);
endWith({ ledger: room.ledger, found: addFindings(found, inFull), replayed });
