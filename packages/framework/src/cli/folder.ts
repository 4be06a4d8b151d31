import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FileProblem, problemText } from '../problem.ts';
import { readFolder, readFramework } from '../read/read-folder.ts';
import type { ReleaseLock } from '../schema/release.ts';
import { stop } from './stop.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** The CRCN's folder: `JALON_COMPETENCE_FRAMEWORK`, or the repository's. */
export const crcnFolder = join(
  resolve(process.env['JALON_COMPETENCE_FRAMEWORK'] ?? join(repository, 'competence-framework')),
  'crcn',
);

/** Reads what can be read of the folder, with the problems of the rest. */
export const readWithProblems = () => readFramework(crcnFolder);

/** Reads the folder whole, or tells its mistakes and stops. */
export function readOrStop() {
  const reading = readFolder(crcnFolder);
  if (reading.ok) return reading;
  return stop(mistakesText(reading.problems));
}

/** Reads the newest edition, whatever else is wrong in the folder, or stops. */
export function readEditionOrStop() {
  const { edition, problems } = readFramework(crcnFolder);
  return edition ? { edition, problems } : stop(mistakesText(problems));
}

/** The release of a version, or stops and names those there are. */
export function lockOrStop(releases: readonly ReleaseLock[], version: string): ReleaseLock {
  const versions = releases.map((lock) => lock.version).join(', ');
  return (
    releases.find((lock) => lock.version === version) ??
    stop(`There is no release ${version}; there are: ${versions || 'none'}.`)
  );
}

const mistakesText = (problems: readonly FileProblem[]): string =>
  [...problems.map(problemText), `${problems.length} mistakes: correct them first.`].join('\n');
