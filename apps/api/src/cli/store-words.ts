import { existsSync } from 'node:fs';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { readDatabaseUrl, type Store } from '@jalon/store';
import { readConfig } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import type { Engines } from '../services/engine.ts';
import { openDataStore } from '../start/open-data-store.ts';
import type { Voice } from './voice.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One of the store's commands. */
export interface StoreCommand {
  /** Each way to give it, without what every command begins with. */
  usage: readonly string[];
  /** Gives the exit status. */
  run(words: readonly string[], env: Environment, voice: Voice): Promise<number>;
}

/** The words are not those of the command. */
export class UsageMistake extends Error {
  override readonly name = 'UsageMistake';
}

/** Why a command did not do what was asked, for whoever gave it. */
export class Sentence extends Error {
  override readonly name = 'Sentence';
}

/** An option that is followed by a text. */
export const text = { type: 'string' } as const;

/** Reads options. Throws `UsageMistake` where a word is none of them. */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new UsageMistake('Not the words of this command.', { cause: error });
  }
}

const isoWithZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads an instant in ISO 8601 with its zone, to the millisecond. Throws a `Sentence`. */
export function readInstant(word: string): Date {
  const instant = new Date(word);
  if (!isoWithZone.test(word) || Number.isNaN(instant.getTime())) {
    throw new Sentence(
      `${JSON.stringify(word)} is no instant: give one with its zone, such as 2026-11-24T08:30:00Z or 2026-11-24T09:30:00+01:00.`,
    );
  }
  return instant;
}

/** Opens a database that is there. Throws a `Sentence` where the file is not. */
export async function openExisting(url: string): Promise<Store> {
  const place = readDatabaseUrl(url);
  // Opening would make an empty one.
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw new Sentence(`There is no database ${place.file}.`);
  }
  return openDataStore(url);
}

/** The releases that results are made again with, from the folder that the settings name. */
export function readEngines(env: Environment): Engines {
  const reading = readConfig(env);
  if (!reading.ok) throw new Sentence(reading.problems.join('\n'));
  try {
    return loadEngines(reading.settings.frameworkFolder);
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
