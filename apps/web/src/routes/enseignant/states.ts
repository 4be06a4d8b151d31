import type { PupilFile, SittingProgress } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';

/** Where a pupil is, in words. */
export const stateNames = {
  'not-started': m.state_not_started,
  working: m.state_working,
  finished: m.state_finished,
} satisfies Record<SittingProgress['state'], () => string>;

/** The same as a sign beside the words, so that a list is seen at a glance. */
export const stateSigns = {
  'not-started': '○',
  working: '◐',
  finished: '✓',
} satisfies Record<SittingProgress['state'], string>;

/** What an attempt is for. */
export const attemptModes = {
  measure: m.attempt_measure,
  practice: m.attempt_practice,
} satisfies Record<PupilFile['attempts'][number]['mode'], () => string>;
