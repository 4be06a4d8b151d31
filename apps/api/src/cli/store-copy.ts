import { copyStore, findSchool, type Store } from '@jalon/store';
import { type Engines, itemKey } from '../services/engine.ts';
import { replayResults } from '../services/replay.ts';
import { openDataStore } from '../start/open-data-store.ts';
import {
  openExisting,
  readEngines,
  readOptions,
  type StoreCommand,
  text,
  UsageMistake,
} from './store-words.ts';
import type { Voice } from './voice.ts';

/** How many of the differences of a replay are told one by one. */
const MOST_TOLD = 20;

/**
 * Copies a store or one of its schools into another, compares both sides, and makes the results of
 * the copy again from their responses.
 */
export const copy: StoreCommand = {
  usage: ['copy --from URL --to URL [--school UAI]'],
  async run(words, env, voice) {
    const {
      from,
      to,
      school: uai = null,
    } = readOptions(words, { from: text, to: text, school: text });
    if (from === undefined || to === undefined) throw new UsageMistake();
    const engines = readEngines(env);
    const source = await openExisting(from);
    try {
      const target = await openDataStore(to);
      try {
        return await copyAndVerify(source, target, uai, engines, voice);
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
};

async function copyAndVerify(
  source: Store,
  target: Store,
  uai: string | null,
  engines: Engines,
  voice: Voice,
): Promise<number> {
  const { rows, differing } = await copyStore(source, target, {
    uai,
    itemKey,
    progress: (line) => voice.error(line),
  });
  if (differing.length > 0) {
    voice.error(
      'What differs has changed at the source meanwhile, or at the target: stop the server, and give the same command again.',
    );
  }
  const schoolId = uai === null ? null : (await findSchool(target, uai)).id;
  voice.error('making the results of the copy again');
  const replay = await replayResults(target, engines, schoolId);
  for (const { attemptId, what, kept, replayed } of replay.differences.slice(0, MOST_TOLD)) {
    voice.error(`${attemptId}: ${what}: kept ${String(kept)}, replayed ${String(replayed)}`);
  }
  voice.error(
    `${replay.attempts} attempts, ${replay.responses} responses, ${replay.results} results replayed`,
  );
  const differences = differing.length + replay.differences.length;
  voice.log(`copied: ${rows} rows, differences: ${differences}`);
  return differences === 0 ? 0 : 1;
}
