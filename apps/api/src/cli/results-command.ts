import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDatabaseUrl, type Store } from '@jalon/store';
import { readConfig } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import type { Engines } from '../services/engine.ts';
import { rebuildResults } from '../services/rebuild.ts';
import { replayResults } from '../services/replay.ts';
import { openDataStore } from '../start/open-data-store.ts';
import type { Voice } from './voice.ts';

const USAGE = 'Usage: npm run results -- replay|rebuild [--school UAI]';

const commands = { replay, rebuild };

/**
 * `results -- replay`: every result made again from its responses and compared; `results --
 * rebuild`: made again and kept. Gives the exit status.
 */
export async function resultsCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: Voice,
): Promise<number> {
  const asked = readWords(words);
  if (!asked) {
    voice.error(USAGE);
    return 2;
  }
  const reading = readConfig(env);
  if (!reading.ok) {
    for (const problem of reading.problems) voice.error(problem);
    return 1;
  }
  const { database, frameworkFolder } = reading.settings;
  const place = readDatabaseUrl(database);
  // Opening would make an empty one, and the next start would take it for the product's.
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    voice.error(`There is no database ${place.file}: give the folder that holds it in JALON_DATA.`);
    return 1;
  }
  const engines = loadEngines(frameworkFolder);
  const store = await openDataStore(database);
  try {
    const school = asked.uai === null ? null : await store.read.rows.schoolByUai(asked.uai);
    if (asked.uai !== null && !school) {
      voice.error(`There is no school ${asked.uai}.`);
      return 1;
    }
    return await commands[asked.does](store, engines, school?.id ?? null, voice);
  } finally {
    await store.close();
  }
}

async function replay(store: Store, engines: Engines, schoolId: string | null, voice: Voice) {
  const replay = await replayResults(store, engines, schoolId);
  for (const { attemptId, what, kept, replayed } of replay.differences) {
    voice.log(`${attemptId}: ${what}: kept ${String(kept)}, replayed ${String(replayed)}`);
  }
  voice.log(
    `${replay.attempts} attempts, ${replay.responses} responses, ${replay.results} results replayed`,
  );
  voice.log(`differences: ${replay.differences.length}`);
  return replay.differences.length === 0 ? 0 : 1;
}

async function rebuild(store: Store, engines: Engines, schoolId: string | null, voice: Voice) {
  const { results, changed } = await rebuildResults(store, engines, schoolId);
  voice.log(`rebuilt: ${results} results, changed: ${changed}`);
  return 0;
}

function readWords(words: readonly string[]) {
  try {
    const options = { school: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [does, ...rest] = positionals;
    if (rest.length > 0 || (does !== 'replay' && does !== 'rebuild')) return null;
    return { does, uai: values.school ?? null } as const;
  } catch {
    return null;
  }
}
