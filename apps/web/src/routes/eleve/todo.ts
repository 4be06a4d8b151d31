import type { PupilHome } from '@jalon/types';

type Assessment = PupilHome['assessments'][number];

/** Whether a pupil may answer an assessment: one that was begun may be finished after it closes. */
export const mayAnswer = ({ state, closed, opensAt }: Assessment): boolean =>
  state === 'working' || (state === 'not-started' && !closed && opensAt === null);

/**
 * A pupil's assessments by what is to be done: those to answer, with what was begun first and then
 * what closes first; those that open later; those that closed before they were begun; and those
 * that are finished.
 */
export function sortForPupil(assessments: readonly Assessment[]): {
  open: Assessment[];
  later: Assessment[];
  missed: Assessment[];
  done: Assessment[];
} {
  const urgency = ({ state, closesAt }: Assessment) =>
    `${state === 'working' ? 0 : 1} ${closesAt ?? '9'}`;
  return {
    open: assessments
      .filter(mayAnswer)
      .sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0)),
    later: assessments
      .filter(({ opensAt }) => opensAt !== null)
      .sort((a, b) => (a.opensAt ?? '').localeCompare(b.opensAt ?? '')),
    missed: assessments.filter(({ state, closed }) => state === 'not-started' && closed),
    done: assessments.filter(({ state }) => state === 'finished'),
  };
}
