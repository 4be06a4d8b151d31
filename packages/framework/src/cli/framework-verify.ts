import { readFileSync } from 'node:fs';
import { type Measuring, measureWith } from '../measure/measuring.ts';
import { problemText } from '../problem.ts';
import { readBundle } from '../release/bundle.ts';
import { loadRelease, ReleaseBroken } from '../release/load.ts';
import { verifyRelease } from '../release/verify.ts';
import { readStatement, type StatementCheck, verifyStatement } from '../statement/verify.ts';
import { lockOrStop, readOrStop, readWithProblems } from './folder.ts';
import { stop } from './stop.ts';

/** Tells which locked file has changed; fails where one has. */
export function verifyReleases(json: boolean): void {
  const { bank, releases, problems: mistakes } = readWithProblems();
  const problems = [
    ...mistakes.map(problemText),
    ...releases.flatMap((lock) => verifyRelease(bank, lock)),
  ];
  if (json) {
    const versions = releases.map(({ version }) => version);
    console.log(JSON.stringify({ ok: problems.length === 0, versions, problems }, null, 2));
  } else {
    for (const problem of problems) console.log(problem);
    console.log(`${releases.length} releases verified, ${problems.length} problems`);
  }
  if (problems.length > 0) process.exitCode = 1;
}

/**
 * Makes the result of a statement again, from a published bundle or from the folder; fails, naming
 * what differs, where it does not come out the same.
 */
export function verifyStatementFile(file: string, bundle: string | undefined, json: boolean): void {
  const { read, problems } = readStatement(textOf(file));
  const check: StatementCheck = read
    ? verifyStatement(measuringFor(read.release.version, bundle), read)
    : { problems, steps: [], level: null };
  if (json) {
    console.log(JSON.stringify({ ok: check.problems.length === 0, ...check }, null, 2));
  } else {
    for (const { ordinal, item, answer, points, possible, ...estimate } of check.steps) {
      const { ability, standardError } = estimate;
      console.log(
        `${String(ordinal).padStart(2)}. ${item}: ${points}/${possible}; ability ${ability.toFixed(3)}, ` +
          `standard error ${standardError.toFixed(3)}. Answer: ${answer}`,
      );
    }
    if (check.level) {
      const { level, probabilities } = check.level;
      const chances = probabilities.map((p, index) => `${index + 1}: ${(100 * p).toFixed(1)}%`);
      console.log(`level ${level} (${chances.join(', ')})`);
    }
    for (const problem of check.problems) console.log(problem);
    console.log(`problems: ${check.problems.length}`);
  }
  if (check.problems.length > 0) process.exitCode = 1;
}

function measuringFor(version: string, bundle: string | undefined): Measuring {
  try {
    if (bundle !== undefined) return measureWith(readBundle(textOf(bundle)).release);
    const { bank, releases } = readOrStop();
    return measureWith(loadRelease(bank, lockOrStop(releases, version)));
  } catch (error) {
    if (error instanceof ReleaseBroken) stop(error.message);
    throw error;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return stop(`${file} cannot be read.`);
  }
}
