import { join } from 'node:path';
import { openStore, type Store } from '@jalon/store';

/**
 * Opens the very store that a server with this data folder uses, lends it, and closes it. As for
 * the server, `JALON_DATABASE` names another one than the folder's; it must be empty at first.
 */
export async function withServerStore<T>(
  dataFolder: string,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const { JALON_DATABASE: named } = process.env;
  const store = await openStore(named || `file:${join(dataFolder, 'jalon.sqlite')}`);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
