import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '@jalon/store';
import { buildApp } from '@jalon/api';
import { readConfig } from '../apps/api/src/config.ts';
import { loadEngines } from '../apps/api/src/load-engines.ts';
import { signAccessToken } from '../apps/api/src/plugins/app/authentication.ts';
import { prepareServices } from '../apps/api/src/start/services.ts';
import { makeSchool } from '../tests/support/school.ts';

/**
 * The whole product's answer path, in a process of its own: the API as it is served, on an empty
 * school of so many pupils. Tells its port and one token a pupil to its parent.
 */
const [folder, pupils] = process.argv.slice(2);
if (!folder || !pupils || !process.send) throw new Error('Started by the benchmark.');

const reading = readConfig({
  ...process.env,
  JALON_DATA: folder,
  JALON_LOG: 'error',
  JALON_REQUESTS_PER_MINUTE: '1000000000',
});
if (!reading.ok) throw new Error(reading.problems.join('\n'));
const config = { ...reading.settings, secret: randomBytes(32).toString('hex') };
const store = await openStore(
  process.env['JALON_BENCH_DATABASE'] ?? `file:${join(folder, 'jalon.sqlite')}`,
);
const services = await prepareServices(store, loadEngines(config.frameworkFolder));
const school = await makeSchool(store, {
  pupils: Number(pupils),
  newId: randomUUID,
  digestCard: (card) => card,
  cardOf: (index) => `card ${index}`,
});

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
  tokens: school.pupils.map(({ id, schoolId }) =>
    signAccessToken(app, { role: 'pupil', id, schoolId }),
  ),
});
