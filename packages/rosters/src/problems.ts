import { tidy } from './fields/names.ts';
import { type ProblemCode, problemGravity } from './problem-codes.ts';
import { type Language, problemSentences } from './problem-sentences.ts';

/** One thing in a file that a person has to know of, and where. */
export interface Problem {
  code: ProblemCode;
  /** From 1. */
  line: number;
  /** Which file of an archive; none where there is only one. */
  file: string | null;
  /** What the sentence names: a column, a name, a value. */
  about: Readonly<Record<string, string>>;
}

const QUOTED_LETTERS = 120;

/** What a file holds, as a sentence may quote it: one line, and not all of a long one. */
function quotable(value: string): string {
  const tidied = tidy(value.replace(/[\p{Cc}\p{Cf}]/gu, ' '));
  return tidied.length > QUOTED_LETTERS ? `${tidied.slice(0, QUOTED_LETTERS)}…` : tidied;
}

/** A problem of a roster. */
export const problem = (
  code: ProblemCode,
  line: number,
  about: Problem['about'] = {},
  file: string | null = null,
): Problem => ({
  code,
  line,
  file,
  about: Object.fromEntries(Object.entries(about).map(([name, value]) => [name, quotable(value)])),
});

/** The sentence of a problem, with its line: what is wrong, and what to do. */
export function describeProblem(given: Problem, language: Language): string {
  const sentence = problemSentences[given.code][language].replace(
    /\{(\w+)\}/g,
    (_, name: string) => given.about[name] ?? '',
  );
  const where = language === 'fr' ? `Ligne ${given.line}` : `Line ${given.line}`;
  return given.file === null
    ? `${where} : ${sentence}`
    : `${given.file}, ${where.toLowerCase()} : ${sentence}`;
}

/** Whether what a file says can be taken at all. */
export const isUsable = (problems: readonly Problem[]): boolean =>
  problems.every(({ code }) => problemGravity[code] !== 'file');

/** The file cannot be read any further. */
export class UnreadableRoster extends Error {
  override readonly name = 'UnreadableRoster';
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}
