import { distributeSql } from '@jalon/store';
import { readOptions, type StoreCommand } from './store-words.ts';

/** `store -- distribute`: the SQL that spreads the tables over a Citus cluster. */
export const distribute: StoreCommand = {
  usage: ['distribute'],
  async run(words, _env, voice) {
    readOptions(words, {});
    voice.log(distributeSql().trimEnd());
    return 0;
  },
};
