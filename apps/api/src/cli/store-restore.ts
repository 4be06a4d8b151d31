import { readDatabaseUrl, restoreBackup } from '@jalon/store';
import {
  readInstant,
  readOptions,
  Sentence,
  type StoreCommand,
  text,
  UsageMistake,
} from './store-words.ts';

/** Builds the database of a backup, as at a moment, in a new file. */
export const restore: StoreCommand = {
  usage: ['restore --from FOLDER [--to INSTANT] --into file:PATH'],
  async run(words, _env, voice) {
    const { from, to, into } = readOptions(words, { from: text, to: text, into: text });
    if (from === undefined || into === undefined) throw new UsageMistake();
    const place = readDatabaseUrl(into);
    if (place.kind !== 'sqlite') {
      throw new Sentence('A backup is restored into a file: give --into file:PATH.');
    }
    const { at, bytes } = await restoreBackup({
      folder: from,
      to: to === undefined ? null : readInstant(to),
      target: place.file,
    });
    voice.error(
      `${bytes} bytes were read. The database is sound; who was erased since is erased again at the next start.`,
    );
    voice.log(`restored: ${place.file} as at ${at.toISOString()}`);
    return 0;
  },
};
