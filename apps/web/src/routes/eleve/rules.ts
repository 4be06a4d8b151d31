import type { PupilHome } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dayNamed, lastDayBefore } from '#lib/words/dates.ts';
import { ownZone } from '#lib/words/own-zone.ts';

type Assessment = PupilHome['assessments'][number];

/** What a pupil should know of what was given before beginning it: what for, how long, until when. */
export function rulesOf(assessment: Assessment): string {
  const { mode, questions, minutes } = assessment;
  return [
    mode === 'practice' ? m.home_practice_given() : null,
    questions === null ? null : m.home_questions({ count: questions }),
    minutes === null ? null : m.home_minutes({ count: minutes }),
    when(assessment),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function when({ opensAt, closesAt }: Assessment): string {
  if (opensAt) return m.home_from({ day: dayNamed(opensAt, getLocale(), ownZone()) });
  if (!closesAt) return m.home_no_end();
  return m.home_before({ day: lastDayBefore(closesAt, getLocale(), ownZone()) });
}
