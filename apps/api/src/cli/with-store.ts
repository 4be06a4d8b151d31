import { existsSync } from 'node:fs';
import { readDatabaseUrl, type Store } from '@jalon/store';
import { readConfig, type Settings } from '../config.ts';
import { openDataStore } from '../start/open-data-store.ts';

interface Opening {
  env: Readonly<Record<string, string | undefined>>;
  /** Takes what is wrong with the settings, a sentence each. */
  say(problem: string): void;
  /** What to do where there is no SQLite file; `null` where one may be made. */
  whereMissing?(settings: Settings): string | null;
}

/**
 * Carries out a command on the database of the settings, and closes it. Gives the exit status, 1
 * where the settings cannot be read or name a SQLite file that is not there.
 */
export async function withStore(
  { env, say, whereMissing = () => 'give the folder that holds it in JALON_DATA' }: Opening,
  carryOut: (store: Store, settings: Settings) => Promise<number>,
): Promise<number> {
  const reading = readConfig(env);
  if (!reading.ok) {
    for (const problem of reading.problems) say(problem);
    return 1;
  }
  const { settings } = reading;
  const place = readDatabaseUrl(settings.database);
  // Opening would make an empty one, and the next start would take it for the product's.
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    const remedy = whereMissing(settings);
    if (remedy !== null) {
      say(`There is no database ${place.file}: ${remedy}.`);
      return 1;
    }
  }
  const store = await openDataStore(settings.database);
  try {
    return await carryOut(store, settings);
  } finally {
    await store.close();
  }
}
