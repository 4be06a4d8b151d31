import { join } from 'node:path';
import { loadRelease, problemText, readFramework } from '@jalon/framework';
import { createEngines, type Engines } from './services/engine.ts';

/**
 * Reads the competence framework's folder and prepares every release in it; new attempts begin
 * under the newest. Throws, with what to correct, where the folder or a release does not hold.
 * While items are being written, mistakes in what no release locks are let be.
 */
export function loadEngines(
  frameworkFolder: string,
  { writing = false }: { writing?: boolean } = {},
): Engines {
  const { bank, releases, problems } = readFramework(join(frameworkFolder, 'crcn'));
  if (!writing && problems.length > 0) {
    throw new Error(
      `The competence framework has mistakes:\n${problems.map(problemText).join('\n')}`,
    );
  }
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
