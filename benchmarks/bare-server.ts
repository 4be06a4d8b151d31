import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import jwt from '@fastify/jwt';
import Database from 'better-sqlite3';
import Fastify from 'fastify';

/**
 * The named baseline: a bare Fastify route that checks a token and makes one insert durable
 * (`synchronous=FULL`), one transaction a request. Tells its port and a token to its parent.
 */
const [folder] = process.argv.slice(2);
if (!folder || !process.send) throw new Error('Started by the benchmark, with a folder.');

const database = new Database(join(folder, 'bare.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table answer (id integer primary key, body text not null)');
const insert = database.prepare('insert into answer (body) values (?)');

const app = Fastify();
await app.register(jwt, { secret: randomBytes(32) });
app.post('/answer', async (request) => {
  await request.jwtVerify();
  insert.run(JSON.stringify(request.body));
  return { ok: true };
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.send({ origin: app.listeningOrigin, tokens: [app.jwt.sign({ sub: 'bench' })] });
