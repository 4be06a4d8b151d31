import {
  type BackupLog,
  listBackups,
  openStore,
  readDatabaseUrl,
  usualBackup,
  verifyBackup,
} from '@jalon/store';
import { existsSync } from 'node:fs';
import { readOptions, Sentence, type StoreCommand, text, UsageMistake } from './store-words.ts';
import type { Voice } from './voice.ts';

/** Lists and verifies the backups of a folder, or makes one now of a database that nobody serves. */
export const backup: StoreCommand = {
  usage: ['backup --from FOLDER', 'backup --database file:PATH --into FOLDER'],
  async run(words, _env, voice) {
    const { from, database, into } = readOptions(words, { from: text, database: text, into: text });
    if (from !== undefined && database === undefined && into === undefined) {
      return verify(from, voice);
    }
    if (from !== undefined || database === undefined || into === undefined) {
      throw new UsageMistake();
    }
    await makeNow(database, into, voice);
    return verify(into, voice);
  },
};

async function verify(folder: string, voice: Voice): Promise<number> {
  const backups = await listBackups(folder);
  for (const { generation, from, to, snapshots, bytes } of backups) {
    voice.log(
      `backup ${generation}: from ${from.toISOString()} to ${to.toISOString()}, ${snapshots.length} copies, ${bytes} bytes`,
    );
  }
  const { problems, bytes, moments } = await verifyBackup(folder);
  for (const { file, problem } of problems) voice.error(`${file}: ${problem}`);
  if (backups.length === 0) voice.error(`${folder} holds nothing that can be restored.`);
  voice.log(`verified: ${moments} moments, ${bytes} bytes, problems: ${problems.length}`);
  return problems.length === 0 && backups.length > 0 ? 0 : 1;
}

async function makeNow(database: string, folder: string, voice: Voice): Promise<void> {
  const place = readDatabaseUrl(database);
  if (place.kind !== 'sqlite') {
    throw new Sentence(
      'PostgreSQL is backed up by its own tools (docs/operations.md): give --database file:PATH.',
    );
  }
  if (!existsSync(place.file)) throw new Sentence(`There is no database ${place.file}.`);
  const store = await openStore(database, { hasBackup: true });
  try {
    const clock = () => new Date();
    await store.backUp({ ...usualBackup, folder, clock, log: logTo(voice) })?.snapshot();
  } finally {
    await store.close();
  }
}

const logTo = (voice: Voice): BackupLog => {
  const say = (_fields: object, message: string) => voice.error(message);
  return { info: say, warn: say, error: say };
};
