import { type Framework, problemText, readSequences, type Sequence } from '@jalon/framework';

/** Reads what a framework's folder has ready to be given. Throws, with what to correct. */
export function loadSequences(folder: string, own: Framework): Sequence[] {
  const { sequences, problems } = readSequences(folder, own);
  if (problems.length === 0) return sequences;
  throw new Error(`The sequences have mistakes:\n${problems.map(problemText).join('\n')}`);
}
