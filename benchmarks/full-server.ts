import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openStore } from '@jalon/store';
import { buildApp } from '@jalon/api';
import { readConfig } from '../apps/api/src/config.ts';
import { loadEngines } from '../apps/api/src/load-engines.ts';
import { signAccessToken } from '../apps/api/src/plugins/app/authentication.ts';
import { prepareServices } from '../apps/api/src/start/services.ts';
import { makeSchool } from '../tests/support/school.ts';

/**
 * The whole product's answer path, in a process of its own: the API as it is served, on a database
 * and for pupils who are there already (a file of JSON), or for a new school of so many. Tells its
 * port and one token a pupil to its parent.
 */
const [folder, database, pupils] = process.argv.slice(2);
if (!folder || !database || !pupils || !process.send) throw new Error('Started by the benchmark.');

const reading = readConfig({
  ...process.env,
  JALON_DATA: folder,
  JALON_LOG: 'error',
  JALON_REQUESTS_PER_MINUTE: '1000000000',
});
if (!reading.ok) throw new Error(reading.problems.join('\n'));
const config = { ...reading.settings, secret: randomBytes(32).toString('hex') };
const store = await openStore(database);
const services = await prepareServices(store, loadEngines(config.frameworkFolder));
const people = await peopleOf(pupils);

const app = await buildApp({ config, services, logger: { level: config.logLevel } });
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('SIGTERM', () => {
  void app
    .close()
    .then(() => store.close())
    .then(() => process.exit(0));
});
process.send({
  origin: app.listeningOrigin,
  tokens: people.map(({ id, schoolId }) => signAccessToken(app, { role: 'pupil', id, schoolId })),
});

async function peopleOf(given: string): Promise<{ id: string; schoolId: string }[]> {
  if (!/^[0-9]+$/.test(given)) {
    const row = z.object({ id: z.string(), schoolId: z.string() });
    return z.array(row).parse(JSON.parse(readFileSync(given, 'utf8')));
  }
  const made = await makeSchool(store, {
    pupils: Number(given),
    newId: randomUUID,
    digestCard: (card) => card,
    cardOf: (index) => `card ${index}`,
  });
  return made.pupils;
}
