import { readDatabaseUrl } from '../database-url.ts';
import { openStore } from '../store.ts';
import type { Filler } from './filler.ts';
import { postgresFiller } from './postgres.ts';
import { sqliteFiller } from './sqlite.ts';

/** There is something in the database already: a fill is for an empty one. */
export class NotEmpty extends Error {}

/** Makes a database ready and opens it to be filled. Rejects with `NotEmpty`, or as `openStore`. */
export async function openFiller(url: string): Promise<Filler> {
  const store = await openStore(url);
  const schools = await store.read.identity.schoolCount();
  await store.close();
  if (schools > 0) throw new NotEmpty('The database holds schools already: give an empty one.');
  const place = readDatabaseUrl(url);
  return place.kind === 'sqlite' ? sqliteFiller(place.file) : postgresFiller(place.url);
}
