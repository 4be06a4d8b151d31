import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../support/server.ts';
import { makeClassAtRisk } from './class-at-risk.ts';
import { forwardTo } from './forwarder.ts';
import { steadyMs } from './ledger.ts';
import { settle, underLoad, untilAnswers } from './load.ts';
import { makePostgres, type PostgresAtRisk } from './postgres-at-risk.ts';
import { probe } from './probes.ts';
import { bundleProduct } from './product-bundle.ts';
import { makeRunFolder } from './run-folder.ts';
import { makeReplica, promote } from './replica.ts';
import { loadServer } from './server-at-risk.ts';
import { endWith } from './verdict.ts';

/**
 * `npm run soak:database`: PostgreSQL goes away in the middle of a class, and the class goes on by
 * itself. `--how restart`: a fast shutdown, and a start after three seconds. `--how failover`: the
 * primary is killed and its synchronous replica takes over. `--how silent`: the same, but the
 * primary stops answering without ending its connections. Ends with `lost: N`.
 */
const { values } = parseArgs({
  options: {
    how: { type: 'string', default: 'restart' },
    times: { type: 'string', default: '3' },
    pupils: { type: 'string', default: '24' },
  },
});
const { how } = values;
const AWAY_MS = 3_000;
const ANSWERS_BETWEEN = 150;
const PATIENCE_MS = 120_000;
if (!['restart', 'failover', 'silent'].includes(how)) {
  throw new RangeError('--how is restart, failover or silent.');
}

const folder = makeRunFolder('away');
let primary = await makePostgres();
primary.ask('createdb', ['jalon']);
const address = await forwardTo(primary.port);
const database = `postgres://postgres@127.0.0.1:${address.port}/jalon`;
const secret = randomBytes(32).toString('hex');
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const room = await makeClassAtRisk({
  database,
  origin,
  secret,
  pupils: Number(values.pupils),
  thoughtMs: 10,
});
const { ledger } = room;
const { notes } = ledger;
const server = loadServer({
  bundle: bundleProduct(join(folder, 'bundle')),
  port,
  env: {
    JALON_DATA: folder,
    JALON_DATABASE: database,
    JALON_SECRET: secret,
    JALON_LOG: 'fatal',
  },
});
await server.start();

async function restart(): Promise<PostgresAtRisk> {
  await primary.stop('fast');
  await sleep(AWAY_MS);
  const health = await probe(origin, '/api/health');
  if (health !== '503 busy') notes.defect(`health says ${health} while the database is away`);
  await primary.start();
  return primary;
}

/** Gives the server that took over. */
async function failOver(replica: PostgresAtRisk): Promise<PostgresAtRisk> {
  if (how === 'silent') {
    primary.freeze(true);
    await sleep(AWAY_MS);
  } else await primary.kill();
  promote(replica);
  // An address that moves cuts nothing by itself: whoever waits on the old server has to notice.
  address.moveTo(replica.port, how === 'failover');
  return replica;
}

for (let time = 1; time <= Number(values.times); time += 1) {
  const replica = how === 'restart' ? null : await makeReplica(primary);
  await underLoad(room, async () => {
    if (!(await untilAnswers(room, ANSWERS_BETWEEN, PATIENCE_MS))) notes.defect('no answers');
    const faultMs = steadyMs();
    const old = primary;
    primary = replica ? await failOver(replica) : await restart();
    const backMs = steadyMs();
    if (!(await untilAnswers(room, ANSWERS_BETWEEN, PATIENCE_MS))) {
      notes.defect('the answers did not go on');
    }
    if (replica) {
      await old.kill();
      await old.remove();
    }
    const silences = ledger.longestSilencesMs(faultMs - 1_000);
    const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
    console.log(
      `${how} ${time}: the database was away for ${seconds(backMs - faultMs)}; no pupil's answer was kept for ${seconds(silences.ofAll)}, the unluckiest pupil waited ${seconds(silences.ofOne)}`,
    );
  });
}
await settle(room);
if (server.hasCrashed()) notes.defect(`the API ended by itself:\n${server.said()}`);
await server.stop();
const found = await room.look(database, { settled: true });
const replayed = await room.replay(database);
address.close();
await primary.remove();
endWith({ ledger, found, replayed });
