import type { Row } from '@jalon/store';
import type { ReportedLevel } from '@jalon/types';
import type { AttemptRow } from './attempts/choose-item.ts';

/** What an attempt comes to once its responses are counted again. */
export interface Counted {
  attempt: AttemptRow;
  ability: number;
  standardError: number;
  level: ReportedLevel;
  responses: number;
}

/** What tells results apart. */
export const resultKey = (
  row: Pick<Row<'result'>, 'schoolId' | 'pupilId' | 'competence' | 'releaseVersion'>,
): string => [row.schoolId, row.pupilId, row.competence, row.releaseVersion].join('/');

/** Of each pupil's assessments in a competence under a release, the one that was finished last. */
export class Latest {
  readonly #latest = new Map<string, Counted>();

  /** To be told of each attempt, the oldest first; those that give no result are left aside. */
  add(counted: Counted): void {
    const { attempt } = counted;
    if (attempt.mode !== 'measure' || attempt.status !== 'finished') return;
    const key = resultKey(attempt);
    const other = this.#latest.get(key);
    if (!other || finishedMs(other.attempt) <= finishedMs(attempt)) this.#latest.set(key, counted);
  }

  /** Gives the one that a result is to come from, and forgets it. */
  take(row: Parameters<typeof resultKey>[0]): Counted | null {
    const key = resultKey(row);
    const counted = this.#latest.get(key);
    this.#latest.delete(key);
    return counted ?? null;
  }

  /** Those that were not taken. */
  left(): Counted[] {
    return [...this.#latest.values()];
  }
}

/** When an attempt was finished, in milliseconds; 0 while it is open. */
export const finishedMs = (attempt: AttemptRow): number => attempt.finishedAt?.getTime() ?? 0;

/** The result that an attempt leaves. Throws where it is not finished. */
export function resultOf(counted: Counted): Row<'result'> {
  const { attempt, ability, standardError, level, responses } = counted;
  const { schoolId, pupilId, competence, releaseVersion, finishedAt } = attempt;
  if (!finishedAt) throw new Error(`Attempt ${attempt.id} is not finished.`);
  return {
    schoolId,
    pupilId,
    competence,
    releaseVersion,
    attemptId: attempt.id,
    ability,
    standardError,
    level: level.level,
    probabilities: level.probabilities,
    responses,
    finishedAt,
  };
}
