import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Statement } from '../../batch.ts';
import { Conflict, StoreUnavailable } from '../../errors.ts';
import { GroupCommit } from './group-commit.ts';

let connection: Database.Database;
beforeEach(() => {
  connection = new Database(':memory:');
  connection.exec('create table t (id integer primary key, text text not null)');
});

const insert = (id: number, text: string | null = 'x'): Statement => ({
  sql: 'insert into t values (?, ?)',
  params: [id, text],
  mustChange: 1,
  name: 'insert',
});
const ids = () => connection.prepare('select id from t order by id').pluck().all();

describe('batches that wait together', () => {
  it('share one durable transaction', async () => {
    const writer = new GroupCommit(connection, 100);
    await Promise.all([1, 2, 3].map((id) => writer.submit([insert(id)])));
    expect(writer.counts).toEqual({ commits: 1, batches: 3, refused: 0 });
    expect(ids()).toEqual([1, 2, 3]);
  });

  it('that come while the writer rests share the next one', async () => {
    const writer = new GroupCommit(connection, 100);
    await writer.submit([insert(1)]);
    const others = [writer.submit([insert(2)])];
    await new Promise((resolve) => setImmediate(resolve));
    others.push(writer.submit([insert(3)]));
    await Promise.all(others);
    expect(writer.counts).toMatchObject({ commits: 2, batches: 3 });
  });

  it('are undone one by one: a refused one costs its neighbours nothing', async () => {
    const writer = new GroupCommit(connection, 100);
    const outcomes = await Promise.allSettled([
      writer.submit([insert(1)]),
      writer.submit([insert(2), insert(1)]),
      writer.submit([insert(3), insert(4, null)]),
      writer.submit([insert(5)]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    await expect(writer.submit([insert(1)])).rejects.toThrow(Conflict);
    expect(ids()).toEqual([1, 5]);
  });

  it('are no more than the bound: who comes later is asked to come again, and may', async () => {
    const writer = new GroupCommit(connection, 2);
    const first = Promise.all([writer.submit([insert(1)]), writer.submit([insert(2)])]);
    await expect(writer.submit([insert(3)])).rejects.toThrow(StoreUnavailable);
    expect(writer.counts.refused).toBe(1);
    await first;
    await writer.submit([insert(3)]);
    expect(ids()).toEqual([1, 2, 3]);
  });
});

describe('a disk that is full', () => {
  it('refuses what it cannot hold, keeps what it held, and goes on when there is room', async () => {
    const writer = new GroupCommit(connection, 100);
    await writer.submit([insert(1)]);
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages + 1}`);
    const big = 'x'.repeat(20_000);
    const outcomes = await Promise.allSettled([
      writer.submit([insert(2, big)]),
      writer.submit([insert(3, big)]),
    ]);
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(StoreUnavailable);
    }
    expect(ids()).toEqual([1]);
    connection.pragma('max_page_count = 1000');
    await writer.submit([insert(2, big)]);
    expect(ids()).toEqual([1, 2]);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
