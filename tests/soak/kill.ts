import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '@jalon/measurement';
import { openStore } from '@jalon/store';
import { digestCard } from '../../apps/api/src/services/cards.ts';
import { deriveKeys } from '../../apps/api/src/services/keys.ts';
import { testCard } from '../support/cards.ts';
import { makeSchool } from '../support/school.ts';
import { freePort, type RunningServer, startServer } from '../support/server.ts';
import { type Acknowledged, createPupilClient } from './pupil-client.ts';

/**
 * `npm run soak:kill`: kills the server (SIGKILL) at random moments under load, starts it again,
 * and looks for every answer that a client was told is kept. Ends with `lost: N`.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    pupils: { type: 'string', default: '24' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
  },
});
const kills = Number(values.kills);
const random = seededRandom(values.seed);
console.log(`seed ${values.seed}, ${kills} kills, ${values.pupils} pupils`);

const data = mkdtempSync(join(tmpdir(), 'jalon-kill-'));
const secret = randomBytes(32).toString('hex');
const { card: cardKey } = deriveKeys(secret);
const port = await freePort();
const file = join(data, 'jalon.sqlite');
const store = openStore(file);
const school = await makeSchool(store, {
  pupils: Number(values.pupils),
  newId: randomUUID,
  digestCard: (card) => digestCard(cardKey, card),
  cardOf: testCard,
});
store.close();

const acknowledged: Acknowledged[] = [];
const clients = school.pupils.map((pupil) =>
  createPupilClient(`http://127.0.0.1:${port}`, pupil.card, acknowledged),
);

const start = (): Promise<RunningServer> =>
  startServer({
    data,
    port,
    JALON_DEMO: 'off',
    JALON_SECRET: secret,
    JALON_ORIGIN: `http://127.0.0.1:${port}`,
    JALON_REQUESTS_PER_MINUTE: 1_000_000,
  });

let lost = 0;
for (let kill = 1; kill <= kills; kill += 1) {
  const server = await start();
  const load = clients.map((client) => client.work());
  await new Promise((resolve) => setTimeout(resolve, random.integer(100, 1_500)));
  await server.kill();
  clients.forEach((client) => client.pause());
  await Promise.all(load);
  const missing = await missingAnswers();
  lost += missing;
  console.log(`kill ${kill}: ${acknowledged.length} acknowledged so far, ${missing} missing`);
}
rmSync(data, { recursive: true, force: true });
console.log(`acknowledged: ${acknowledged.length}`);
console.log(`lost: ${lost}`);
process.exit(lost === 0 && acknowledged.length > 0 ? 0 : 1);

/** How many acknowledged answers the file does not hold as they were acknowledged. */
async function missingAnswers(): Promise<number> {
  const kept = openStore(file);
  let missing = 0;
  const byAttempt = Map.groupBy(acknowledged, ({ attemptId }) => attemptId);
  for (const [attemptId, answers] of byAttempt) {
    const where = { schoolId: school.schoolId, attemptId };
    const rows = await kept.read.attempts.responses(where);
    const attempt = await kept.read.attempts.byId(where);
    // An answer, its estimate and the attempt's place are one batch: all there or none.
    if (!attempt || attempt.answered !== rows.length) missing += 1;
    if (attempt && rows.length > 0 && attempt.ability !== rows.at(-1)?.ability) missing += 1;
    for (const { ordinal, clientKey, response } of answers) {
      const row = rows[ordinal - 1];
      const same =
        row?.clientKey === clientKey && JSON.stringify(row.response) === JSON.stringify(response);
      if (!same) missing += 1;
    }
  }
  kept.close();
  return missing;
}
