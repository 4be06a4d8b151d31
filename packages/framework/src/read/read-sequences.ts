import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FileProblem } from '../problem.ts';
import { type Sequence, sequenceFile } from '../schema/sequences.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/**
 * Reads what a framework's folder has ready to be given (`sequences.yaml`), and every mistake in it.
 * A folder without the file has nothing ready.
 */
export function readSequences(
  folder: string,
  own: { competences: readonly { code: string }[] },
  shownFrom: string = process.cwd(),
): { sequences: Sequence[]; problems: FileProblem[] } {
  const file = join(folder, 'sequences.yaml');
  if (!existsSync(file)) return { sequences: [], problems: [] };
  const path = relative(shownFrom, file);
  const reading = readYaml(path, readFileSync(file, 'utf8'), sequenceFile);
  if (!reading.ok) return { sequences: [], problems: [...reading.problems] };
  const { sequences } = reading.value;
  const known = new Set(own.competences.map(({ code }) => code));
  const problems = sequences.flatMap(({ id, competences }, index) => [
    ...(sequences.findIndex((other) => other.id === id) < index
      ? [`Two sequences have the id ${id}.`]
      : []),
    ...competences
      .filter((code, at) => competences.indexOf(code) < at)
      .map((code) => `Sequence ${id} names competence ${code} twice.`),
    ...competences
      .filter((code) => !known.has(code))
      .map((code) => `Sequence ${id} names competence ${code}, which the framework does not have.`),
  ]);
  const place = {
    path,
    line: 1,
    column: 1,
    instead: 'ids that differ, and codes of the framework.',
  };
  return { sequences, problems: problems.map((message) => ({ ...place, message })) };
}
