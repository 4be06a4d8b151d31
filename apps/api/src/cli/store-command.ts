import { BackupError, CopyRefused, StoreUnavailable, UnusableDatabase } from '@jalon/store';
import { CannotStart } from '../start/cannot-start.ts';
import { backup } from './store-backup.ts';
import { copy } from './store-copy.ts';
import { digest } from './store-digest.ts';
import { distribute } from './store-distribute.ts';
import { drill } from './store-drill.ts';
import { restore } from './store-restore.ts';
import { type Environment, Sentence, type StoreCommand, UsageMistake } from './store-words.ts';
import type { Voice } from './voice.ts';

/** What `npm run store --` is followed by. */
const own: Readonly<Record<string, StoreCommand>> = {
  copy,
  digest,
  backup,
  restore,
  drill,
  distribute,
};

/** Errors whose message is for whoever gave the command. */
const told = [BackupError, CannotStart, CopyRefused, Sentence, UnusableDatabase];

/**
 * `store -- copy|digest|backup|restore|drill|distribute`, and `more` by their names: what operators
 * do with databases. Gives the exit status.
 */
export async function storeCommand(
  words: readonly string[],
  env: Environment,
  voice: Voice,
  more: Readonly<Record<string, StoreCommand>> = {},
): Promise<number> {
  const commands = { ...own, ...more };
  const [name = '', ...rest] = words;
  const command = new Map(Object.entries(commands)).get(name);
  if (!command) {
    voice.error('Usage:');
    for (const { usage } of Object.values(commands)) usage.forEach(tellUsage);
    return 2;
  }
  try {
    return await command.run(rest, env, voice);
  } catch (error) {
    if (error instanceof UsageMistake) {
      voice.error('Usage:');
      command.usage.forEach(tellUsage);
      return 2;
    }
    if (error instanceof StoreUnavailable) {
      voice.error(`${error.message}: give the same command again, and it goes on from here.`);
      return 1;
    }
    if (!told.some((kind) => error instanceof kind)) throw error;
    if (error instanceof Error) voice.error(error.message);
    return 1;
  }

  function tellUsage(line: string): void {
    voice.error(`  npm run store -- ${line}`);
  }
}
