import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyBackup } from './index.ts';
import { openBackedUp, write } from './testing.ts';

let served: ReturnType<typeof openBackedUp>;
afterEach(() => served.remove());

/** Leaves the files as they are at this moment, as after a kill, and opens the database on them. */
async function kill(): Promise<void> {
  const files = [served.file, `${served.file}-wal`];
  const bytes = files.map((file) => readFileSync(file));
  await served.restart(() => files.forEach((file, at) => writeFileSync(file, bytes[at] ?? '')));
}

const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('write' as const),
      rows: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('mark' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'restart' as const,
        'kill' as const,
        'snapshot' as const,
        'foreign' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('read' as const) }) },
);

describe('whatever happens', () => {
  it('every shipped moment is restored as it was', async () => {
    served = openBackedUp();
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 20 }), async (deeds) => {
        await served.remove();
        served = openBackedUp();
        const marks = [];
        let reader: Database.Database | null = null;
        for (const one of deeds) {
          if (one.does === 'write') served.write(one.rows);
          else if (one.does === 'mark') {
            // A generation cannot begin while a reader holds a state from before it.
            const mark = served.mark();
            marks.push(
              ...(await mark
                .then((made) => [made])
                .catch((error: unknown) => {
                  if (reader) return [];
                  throw error;
                })),
            );
          } else if (one.does === 'restart') await served.restart();
          else if (one.does === 'kill') {
            reader?.close();
            reader = null;
            await kill();
          } else if (one.does === 'snapshot') await served.backup.snapshot().catch(() => undefined);
          else if (one.does === 'foreign') {
            const other = new Database(served.file);
            write(other, 10, 300);
            other.pragma('wal_checkpoint(TRUNCATE)');
            other.close();
          } else if (reader) {
            reader.close();
            reader = null;
          } else {
            reader = new Database(served.file, { readonly: true });
            reader.exec('begin');
            reader.prepare('select count(*) from sqlite_schema').get();
          }
        }
        reader?.close();
        marks.push(await served.mark());
        for (const { at, held } of marks) expect(await served.restored(at)).toBe(held);
        expect((await verifyBackup(served.folder)).problems).toEqual([]);
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
