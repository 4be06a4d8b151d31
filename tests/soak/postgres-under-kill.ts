import type { EngineAtRisk } from './engine-at-risk.ts';
import { makePostgres } from './postgres-at-risk.ts';

/** A PostgreSQL server that some rounds kill, with the API or under it. */
export async function postgresUnderKill(): Promise<EngineAtRisk> {
  const server = await makePostgres({ shared_buffers: '64MB', checkpoint_timeout: '30s' });
  server.ask('createdb', ['jalon']);
  const database = server.url('jalon');
  let isUp = true;
  return {
    database,
    draw(random) {
      const drawn = random.next();
      if (drawn < 0.7) return 'the API';
      if (drawn < 0.85) return 'the API and the database';
      return drawn < 0.93 ? 'the database' : 'the database (SIGQUIT)';
    },
    async killDatabase(how) {
      await (how === 'SIGKILL' ? server.kill() : server.stop('immediate'));
      isUp = false;
    },
    async startDatabase() {
      if (!isUp) await server.start();
      isUp = true;
    },
    toLookInto: () => database,
    damage: () => [],
    damageInFull() {
      try {
        server.ask('pg_amcheck', [
          ...['--install-missing', '--heapallindexed', '--parent-check', '--rootdescend'],
          'jalon',
        ]);
        return [];
      } catch (error) {
        return [String(error)];
      }
    },
    remove: () => server.remove(),
  };
}
