import { readDatabaseUrl } from '../database-url.ts';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTestStore } from '../testing/index.ts';
import { copy, digestsOf, failingAfter, openSqliteStore } from './testing.ts';
import { happen } from './testing-happenings.ts';
import { turns } from './testing-turns.ts';
import { World } from './testing-world.ts';

/** Making databases takes the time: few where each is made on a server. */
const runs = process.env['JALON_TEST_POSTGRES'] === undefined ? 25 : 8;

/** A school or two with somebody in them, so that what happens next happens to someone. */
const peopled = [
  ...(['school', 'class', 'school', 'class', 'teacher', 'teacher', 'teacher'] as const),
  ...(['pupil', 'pupil', 'pupil', 'teach', 'begin', 'answer'] as const),
];

it('copies come to the same in the end, however they were cut short and whatever happened between and during them', async () => {
  await fc.assert(
    fc.asyncProperty(turns, async ({ words, turns: all }) => {
      const source = await openSqliteStore();
      const target = await openTestStore();
      try {
        await source.store.write(
          source.store.change.publishRelease({
            ...{ version: '1.0.0', framework: 'crcn', sha256: 'x', publishedAt: new Date(0) },
          }),
        );
        const world = new World(source.store, words);
        for (const what of peopled) await happen(world, { what, a: world.made, b: world.made });
        for (const { happenings, cutAfter, meanwhile } of all) {
          const early = meanwhile ? happenings.length / 2 : happenings.length;
          for (const one of happenings.slice(0, early)) await happen(world, one);
          const to = cutAfter === null ? target.store : failingAfter(target.store, cutAfter);
          const copying = copy(source.store, to).catch(() => undefined);
          for (const one of happenings.slice(early)) await happen(world, one);
          await copying;
        }
        expect((await copy(source.store, target.store)).differing).toEqual([]);
        expect(await digestsOf(target.store)).toEqual(await digestsOf(source.store));
        if (target.store.kind === 'sqlite') {
          expect(await dumpOf(target.url)).toEqual(await dumpOf(source.url));
        }
        expect((await copy(source.store, target.store)).rows).toBe(0);
        const back = await openSqliteStore();
        await copy(target.store, back.store);
        expect(await dumpOf(back.url)).toEqual(await dumpOf(source.url));
      } finally {
        await target.close();
      }
    }),
    { numRuns: runs },
  );
}, 300_000);

/** Every row of every table, as it is kept, but what is counted and when releases were heard of. */
async function dumpOf(url: string): Promise<Record<string, unknown[]>> {
  const place = readDatabaseUrl(url);
  if (place.kind !== 'sqlite') throw new Error(`${url} is no file.`);
  const database = new Database(place.file, { readonly: true });
  const names = database
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'`,
    )
    .pluck()
    .all();
  const tables = names
    .map(String)
    .filter((name) => name !== 'exposure_count' && name !== 'published_release')
    .map((name) => [name, database.prepare(`select * from "${name}" order by 1, 2, 3`).all()]);
  database.close();
  return Object.fromEntries(tables);
}
