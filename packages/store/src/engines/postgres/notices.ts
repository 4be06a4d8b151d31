import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Notices } from '../engine.ts';
import { localNotices } from '../local-notices.ts';

const CHANNEL = 'jalon';
const GATHER_MS = 50;
const MOST_PAYLOAD_BYTES = 7_900;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Notices by LISTEN and NOTIFY. Those of a moment are sent together, apart from the transactions
 * that gave rise to them: PostgreSQL lets one transaction at a time commit that notifies. The
 * listening connection is made again when it is lost, and then says that some may be missing.
 */
export function postgresNotices(pool: pg.Pool, config: pg.ClientConfig) {
  const local = localNotices();
  /** By which this process knows its own words: it has heard them already. */
  const sender = randomUUID();
  let gathered = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let listening: pg.Client | null = null;
  let isClosed = false;
  let pauseMs = FIRST_PAUSE_MS;
  let again: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    timer = null;
    const notices = [...gathered];
    gathered = new Set();
    try {
      for (const payload of payloads(sender, notices)) {
        await pool.query('select pg_notify($1, $2)', [CHANNEL, payload]);
      }
    } catch {
      // Nothing hangs on a notice: the next one, or the next look, tells the same.
    }
  }

  async function connect(): Promise<void> {
    const client = new pg.Client(config);
    const retry = () => {
      client.removeAllListeners('notification');
      if (listening === client) listening = null;
      if (isClosed || again) return;
      again = setTimeout(() => {
        again = null;
        void connect();
      }, pauseMs).unref();
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on('notification', ({ payload = '' }) => {
      const [from, ...notices] = payload.split('\n');
      if (from !== sender) notices.forEach(local.hear);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      pauseMs = FIRST_PAUSE_MS;
      listening = client;
      local.hear(null);
    } catch {
      await client.end().catch(() => undefined);
      retry();
    }
  }

  const notices: Notices = {
    listen: (listener) => local.listen(listener),
    send(notice) {
      local.hear(notice);
      gathered.add(notice);
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
  };
  return {
    notices,
    connect,
    async close(): Promise<void> {
      isClosed = true;
      if (again) clearTimeout(again);
      if (timer) {
        clearTimeout(timer);
        await flush();
      }
      await listening?.end();
    },
  };
}

/** Notices gathered in as few payloads as PostgreSQL's bound of 8000 bytes allows. */
export function payloads(sender: string, notices: readonly string[]): string[] {
  const made: string[] = [];
  let current = sender;
  for (const notice of notices) {
    const longer = `${current}\n${notice}`;
    if (Buffer.byteLength(longer) > MOST_PAYLOAD_BYTES && current !== sender) {
      made.push(current);
      current = `${sender}\n${notice}`;
    } else current = longer;
  }
  if (current !== sender) made.push(current);
  return made;
}
