import { describeResponse, instantiate, score } from '@jalon/items';
import type { Measuring, ScoredAnswer } from '../measure/measuring.ts';
import { contentHash } from '../release/hash.ts';
import { brokenSeals } from './seal.ts';
import { type Statement, statement } from './statement.ts';

/** One response made again: what a person follows from answer to level. */
export interface StatementStep {
  ordinal: number;
  /** `id@version`. */
  item: string;
  title: string;
  /** The answer in words. */
  answer: string;
  points: number;
  possible: number;
  ability: number;
  standardError: number;
}

/** What checking a statement found. */
export interface StatementCheck {
  /** Empty where the statement holds: each a sentence that names what does not. */
  problems: string[];
  steps: StatementStep[];
  level: { level: number; probabilities: readonly number[] } | null;
}

/** Reads the text of a statement; `null` and the reasons where it is none. */
export function readStatement(text: string): { read: Statement | null; problems: string[] } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { read: null, problems: ['This is no JSON: the file was cut or changed.'] };
  }
  const parsed = statement.safeParse(content);
  if (parsed.success) return { read: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'The statement'}: ${message}`,
  );
  return { read: null, problems };
}

/**
 * Makes a result again from its statement: draws each instance, scores each response, estimates
 * after each, and compares all of it to the last bit. `measuring` is that of the release the
 * statement names. Never throws for what a statement holds.
 */
export function verifyStatement(measuring: Measuring, stated: Statement): StatementCheck {
  const { sha256, ...content } = stated;
  const { release, attempt, prior, responses, result } = stated;
  const problems: string[] = [];
  const steps: StatementStep[] = [];
  const compare = (what: string, kept: unknown, made: unknown): void => {
    if (Object.is(kept, made)) return;
    problems.push(
      `${what}: the statement says ${String(kept)}, the release gives ${String(made)}.`,
    );
  };
  if (contentHash(content) !== sha256) {
    problems.push('The statement was changed after it was made: its own hash does not hold.');
  }
  const { framework, scale } = measuring.release;
  compare('Release', release.version, measuring.release.version);
  compare('Hash of the release', release.sha256, measuring.release.sha256);
  compare('Framework', release.framework, framework.id);
  compare('Version of the framework', release.frameworkVersion, framework.version);
  compare('Version of the scale', release.scaleVersion, scale.version);
  compare('Engine', release.engine, measuring.release.engine);
  if (problems.length > 0 || !measuring.competences.has(attempt.competence)) {
    if (problems.length === 0) {
      problems.push(`The release does not measure ${attempt.competence}.`);
    }
    return { problems, steps, level: null };
  }
  const sealed = {
    attemptId: attempt.id,
    competence: attempt.competence,
    releaseSha256: release.sha256,
    seed: attempt.seed,
    prior,
  };
  const kept = responses.map((one) => ({ ...one, answeredAt: new Date(one.answeredAt) }));
  for (const ordinal of brokenSeals(sealed, kept)) {
    problems.push(`Response ${ordinal} was changed after it was kept: its seal does not hold.`);
  }
  const answers: ScoredAnswer[] = [];
  for (const [index, kept] of responses.entries()) {
    const { itemId, itemVersion, seed } = kept;
    const name = `Response ${kept.ordinal}`;
    compare(`${name}, rank`, kept.ordinal, index + 1);
    try {
      const { definition } = measuring.item(itemId, itemVersion);
      const instance = instantiate(definition, seed);
      const { points, possible } = score(instance, kept.response);
      answers.push({ itemId, itemVersion, points, possible });
      const { ability, standardError } = measuring.estimate(prior, answers);
      compare(`${name}, points`, kept.points, points);
      compare(`${name}, points possible`, kept.possible, possible);
      compare(`${name}, ability`, kept.ability, ability);
      compare(`${name}, standard error`, kept.standardError, standardError);
      steps.push({
        ordinal: kept.ordinal,
        item: `${itemId}@${itemVersion}`,
        title: definition.title,
        answer: describeResponse(instance, kept.response),
        points,
        possible,
        ability,
        standardError,
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`${name} cannot be made again: ${why}`);
      return { problems, steps, level: null };
    }
  }
  const { ability, standardError, posterior } = measuring.estimate(prior, answers);
  const level = measuring.report(attempt.competence, posterior);
  compare('Ability', result.ability, ability);
  compare('Standard error', result.standardError, standardError);
  compare('Level', result.level, level.level);
  compare(
    'Probabilities of the levels',
    JSON.stringify(result.probabilities),
    JSON.stringify(level.probabilities),
  );
  return { problems, steps, level };
}
