import { digestStore, findSchool } from '@jalon/store';
import { openExisting, readOptions, type StoreCommand, text, UsageMistake } from './store-words.ts';

/** Prints what tells whether two databases hold the same: one line a school. */
export const digest: StoreCommand = {
  usage: ['digest --database URL [--school UAI]'],
  async run(words, _env, voice) {
    const { database, school } = readOptions(words, { database: text, school: text });
    if (database === undefined) throw new UsageMistake();
    const store = await openExisting(database);
    try {
      const only = school === undefined ? null : await findSchool(store, school);
      for await (const { of, sha256 } of digestStore(store, only)) voice.log(`${of} ${sha256}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
