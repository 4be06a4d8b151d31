import { join } from 'node:path';
import { loadRelease, problemText, readFolder } from '@jalon/framework';
import { createEngines, type Engines } from './services/engine.ts';

/**
 * Reads the competence framework's folder and prepares every release in it; new attempts begin
 * under the newest. Throws, with what to correct, where the folder or a release does not hold.
 */
export function loadEngines(frameworkFolder: string): Engines {
  const reading = readFolder(join(frameworkFolder, 'crcn'));
  if (!reading.ok) {
    throw new Error(
      `The competence framework has mistakes:\n${reading.problems.map(problemText).join('\n')}`,
    );
  }
  const { bank, releases } = reading;
  const newest = releases.at(-1);
  if (!newest) {
    throw new Error(
      'The competence framework has no release: make one with `npm run framework -- release 1.0.0`.',
    );
  }
  return createEngines(
    releases.map((lock) => loadRelease(bank, lock)),
    newest.version,
  );
}
