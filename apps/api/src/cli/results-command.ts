import { existsSync } from 'node:fs';
import { readDatabaseUrl } from '@jalon/store';
import { readConfig } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import { replayResults } from '../services/replay.ts';
import { openDataStore } from '../start/open-data-store.ts';

/** Where a command says its answer, and whatever else there is to say. */
export type Voice = Pick<Console, 'log' | 'error'>;

/** `results -- replay`: every result made again from its responses. Gives the exit status. */
export async function resultsCommand(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  voice: Voice,
): Promise<number> {
  if (words.join(' ') !== 'replay') {
    voice.error('Usage: npm run results -- replay');
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
  const replay = await replayResults(store, engines);
  await store.close();

  for (const { attemptId, what, kept, replayed } of replay.differences) {
    voice.log(`${attemptId}: ${what}: kept ${String(kept)}, replayed ${String(replayed)}`);
  }
  voice.log(
    `${replay.attempts} attempts, ${replay.responses} responses, ${replay.results} results replayed`,
  );
  voice.log(`differences: ${replay.differences.length}`);
  return replay.differences.length === 0 ? 0 : 1;
}
