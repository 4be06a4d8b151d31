import { type Framework, problemText, type ReadCrosswalk, readCrosswalks } from '@jalon/framework';

/** Reads the folder's crosswalks from a framework. Throws, with what to correct. */
export function loadCrosswalks(frameworkFolder: string, own: Framework): ReadCrosswalk[] {
  const { crosswalks, problems } = readCrosswalks(frameworkFolder, own);
  if (problems.length === 0) return crosswalks;
  throw new Error(`The crosswalks have mistakes:\n${problems.map(problemText).join('\n')}`);
}
