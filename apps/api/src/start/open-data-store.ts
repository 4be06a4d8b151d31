import {
  NewerSchema,
  openStore,
  readDatabaseUrl,
  type Store,
  type StoreOptions,
} from '@jalon/store';
import { CannotStart, systemCode } from './cannot-start.ts';

/** Opens the database that a setting names and brings its tables up to date. */
export async function openDataStore(database: string, options: StoreOptions = {}): Promise<Store> {
  try {
    return await openStore(database, options);
  } catch (error) {
    if (error instanceof NewerSchema) throw new CannotStart(error.message);
    const code = systemCode(error);
    if (code === '') throw error;
    const place = readDatabaseUrl(database);
    throw new CannotStart(
      place.kind === 'sqlite'
        ? `The database ${place.file} cannot be opened (${code}): let this user read and write it, or give another folder in JALON_DATA.`
        : `The database ${new URL(place.url).host} of JALON_DATABASE cannot be reached (${code}): see that it runs, that it exists, and that its user and password are right.`,
    );
  }
}
