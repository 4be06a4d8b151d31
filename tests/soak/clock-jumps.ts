import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { freePort } from '../support/server.ts';
import { makeClassAtRisk } from './class-at-risk.ts';
import { settle, underLoad, untilAnswers } from './load.ts';
import { bundleProduct } from './product-bundle.ts';
import { makeRunFolder } from './run-folder.ts';
import { loadServer } from './server-at-risk.ts';
import { damageOf } from './sqlite-at-risk.ts';
import { endWith } from './verdict.ts';

/**
 * `npm run soak:clock`: makes the server's clock jump under load, back by an hour and on by a day,
 * several times. Answers keep their order, sessions that a jump ends are begun again with the card.
 * Ends with `lost: N`.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    answers: { type: 'string', default: '200' },
    pupils: { type: 'string', default: '24' },
  },
});
const HOUR_MS = 3_600_000;
const PATIENCE_MS = 120_000;
/** From the true time: a jump back by an hour, on by a day, back to where it was. */
const shiftsMs = [-HOUR_MS, 23 * HOUR_MS, 0] as const;

const folder = makeRunFolder('clock');
const file = join(folder, 'jalon.sqlite');
const secret = randomBytes(32).toString('hex');
const port = await freePort();
const room = await makeClassAtRisk({
  database: `file:${file}`,
  origin: `http://127.0.0.1:${port}`,
  secret,
  pupils: Number(values.pupils),
  thoughtMs: 10,
});
const { notes, entries, signIns } = room.ledger;
const server = loadServer({
  bundle: bundleProduct(join(folder, 'bundle')),
  port,
  env: { JALON_DATA: folder, JALON_SECRET: secret },
  preload: [new URL('shifted-clock.ts', import.meta.url).href],
});
await server.start();

await underLoad(room, async () => {
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const shiftMs of shiftsMs) {
      const before = { answers: entries.length, signIns: signIns() };
      server.tell({ shiftMs });
      const went = await untilAnswers(room, Number(values.answers), PATIENCE_MS);
      if (!went) notes.defect('the answers did not go on after a jump');
      console.log(
        `the clock at ${shiftMs / HOUR_MS} h: ${entries.length - before.answers} acknowledged, ${signIns() - before.signIns} sign-ins`,
      );
    }
  }
});
await settle(room);
if (server.hasCrashed()) notes.defect(`the API ended by itself:\n${server.said()}`);
await server.stop();

const database = new DatabaseSync(file);
const jumped = database
  .prepare(
    `select count(*) as times from response a join response b
     on b.school_id = a.school_id and b.attempt_id = a.attempt_id and b.ordinal = a.ordinal + 1
     where b.answered_at < a.answered_at`,
  )
  .get();
database.close();
console.log(`answers that their clock puts before the answer they follow: ${jumped?.times}`);
if (Number(jumped?.times) === 0) notes.defect('the clock did not jump within any attempt');

const found = await room.look(`file:${file}`, { settled: true });
damageOf(file).forEach(notes.defect);
const replayed = await room.replay(`file:${file}`);
endWith({ ledger: room.ledger, found, replayed });
