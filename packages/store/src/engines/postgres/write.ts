import { setTimeout as pause } from 'node:timers/promises';
import pg, { type Pool, type PoolClient } from 'pg';
import type { Batch } from '../../batch.ts';
import { Conflict, StoreUnavailable } from '../../errors.ts';
import { explainPostgres, isRetryable } from './explain.ts';

const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 5;

/** How the batches went since the store was opened. */
export interface WriteCounts {
  commits: number;
  batches: number;
  refused: number;
  retried: number;
}

/**
 * Applies batches, each in one transaction on a pooled connection. A batch that stood in another's
 * way is begun again a few times; more batches than `mostWaiting` without a connection are refused.
 */
export function createWriter(pool: Pool, mostWaiting: number) {
  const counts: WriteCounts = { commits: 0, batches: 0, refused: 0, retried: 0 };

  async function write(batch: Batch): Promise<void> {
    if (pool.waitingCount >= mostWaiting) {
      counts.refused += 1;
      throw new StoreUnavailable('too many changes wait');
    }
    for (let tries = 1; ; tries += 1) {
      try {
        await applyOnce(pool, batch);
        counts.commits += 1;
        counts.batches += 1;
        return;
      } catch (error) {
        if (!isRetryable(error) || tries === MOST_TRIES) throw explainPostgres(error);
        counts.retried += 1;
        // Later each time, and not all at the same moment.
        await pause(FIRST_PAUSE_MS * 2 ** tries * (1 + (counts.retried % 7) / 7));
      }
    }
  }
  return { write, counts };
}

async function applyOnce(pool: Pool, batch: Batch): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await applyAll(client, batch);
    await client.query('commit');
  } catch (error) {
    await undo(client, error);
    throw error;
  }
  client.release();
}

async function applyAll(client: PoolClient, batch: Batch): Promise<void> {
  for (const { sql, params, mustChange, name } of batch) {
    const values = [...params];
    const { rowCount } = await client.query(
      name === undefined ? { text: sql, values } : { text: sql, values, name },
    );
    if (mustChange !== undefined && rowCount !== mustChange) {
      throw new Conflict(`expected ${mustChange} changed rows, found ${String(rowCount)}`);
    }
  }
}

/**
 * Undoes what was begun. A connection on which the server does not answer any more, or that cannot
 * do even that, is thrown away.
 */
async function undo(client: PoolClient, why: unknown): Promise<void> {
  if (!(why instanceof Conflict) && !(why instanceof pg.DatabaseError)) {
    client.release(true);
    return;
  }
  try {
    await client.query('rollback');
    client.release();
  } catch (broken) {
    client.release(broken instanceof Error ? broken : true);
  }
}
