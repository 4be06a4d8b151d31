import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup } from '@jalon/store';
import { replayResults } from '../services/replay.ts';
import { openDataStore } from '../start/open-data-store.ts';
import { readEngines, readOptions, type StoreCommand, text, UsageMistake } from './store-words.ts';

/**
 * Restores the newest of a backup aside, checks it, makes its results again from their responses,
 * says how long that took, and leaves nothing behind.
 */
export const drill: StoreCommand = {
  usage: ['drill --from FOLDER'],
  async run(words, env, voice) {
    const { from } = readOptions(words, { from: text });
    if (from === undefined) throw new UsageMistake();
    const engines = readEngines(env);
    const folder = mkdtempSync(join(tmpdir(), 'jalon-drill-'));
    try {
      const file = join(folder, 'jalon.sqlite');
      const beganMs = performance.now();
      const { at, bytes } = await restoreBackup({ folder: from, to: null, target: file });
      const restoredMs = performance.now();
      voice.log(
        `restored as at ${at.toISOString()}: ${bytes} bytes in ${seconds(restoredMs - beganMs)} s`,
      );
      const store = await openDataStore(`file:${file}`);
      const replay = await replayResults(store, engines).finally(() => store.close());
      voice.log(
        `${replay.responses} responses, ${replay.results} results replayed in ${seconds(performance.now() - restoredMs)} s`,
      );
      voice.log(`differences: ${replay.differences.length}`);
      return replay.differences.length === 0 ? 0 : 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const seconds = (durationMs: number): string => (durationMs / 1_000).toFixed(1);
