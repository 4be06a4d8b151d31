import { randomBytes } from 'node:crypto';
import jwt from '@fastify/jwt';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import pg from 'pg';

/**
 * The named baseline: a bare Fastify route that checks a token and makes one insert durable, one
 * transaction a request: SQLite with `synchronous=FULL`, or PostgreSQL over a pool of ten, as the
 * product's. Tells its port and a token to its parent.
 */
const [url] = process.argv.slice(2);
if (!url || !process.send) throw new Error('Started by the benchmark, with a database.');

const keep = url.startsWith('file:') ? keepInSqlite(url) : await keepInPostgres(url);

const app = Fastify();
await app.register(jwt, { secret: randomBytes(32) });
app.post('/answer', async (request) => {
  await request.jwtVerify();
  await keep(JSON.stringify(request.body));
  return { ok: true };
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.send({ origin: app.listeningOrigin, tokens: [app.jwt.sign({ sub: 'bench' })] });

function keepInSqlite(address: string): (body: string) => Promise<void> {
  const database = new Database(address.slice('file:'.length));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table answer (id integer primary key, body text not null)');
  const insert = database.prepare('insert into answer (body) values (?)');
  return async (body) => void insert.run(body);
}

async function keepInPostgres(connectionString: string): Promise<(body: string) => Promise<void>> {
  const pool = new pg.Pool({ connectionString, max: 10 });
  await pool.query(
    'create table answer (id bigint generated always as identity primary key, body text not null)',
  );
  const text = 'insert into answer (body) values ($1)';
  return async (body) => void (await pool.query({ name: 'insert', text, values: [body] }));
}
