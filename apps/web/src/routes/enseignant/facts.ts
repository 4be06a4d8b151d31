import type { AssessmentSummary, ClassSummary, LevelRange } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dayOf, lastDayBefore } from '#lib/words/dates.ts';
import { ownZone } from '#lib/words/own-zone.ts';

/** What a class is, in a line. */
export const classFacts = ({ pupils, schoolYear }: ClassSummary): string =>
  m.class_facts({ pupils: m.class_pupils({ count: pupils }), schoolYear });

/** When an assessment was given, to whom, how long it may be answered and when pupils read why. */
export function assessmentFacts(assessment: AssessmentSummary): string {
  return [
    m.assessment_given({ day: dayOf(assessment.givenAt, getLocale(), ownZone()) }),
    startOf(assessment),
    endOf(assessment),
    ...boundsOf(assessment),
    assessment.feedback === 'now' ? m.assessment_feedback_now() : m.assessment_feedback_later(),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function startOf({ opensAt, opened }: AssessmentSummary): string | null {
  if (opensAt === null || opened) return null;
  return m.assessment_from({ day: dayOf(opensAt, getLocale(), ownZone()) });
}

function boundsOf(assessment: AssessmentSummary): (string | null)[] {
  const { mode, questions, minutes, levels, chosen } = assessment;
  return [
    mode === 'practice' ? m.assessment_practice() : null,
    questions === null ? null : m.assessment_questions({ count: questions }),
    minutes === null ? null : m.assessment_minutes({ count: minutes }),
    levels === null ? null : levelsIn(levels),
    chosen === null ? null : m.assessment_chosen({ count: chosen }),
  ];
}

const levelsIn = ({ from, to }: LevelRange): string =>
  from === to ? m.assessment_level({ level: from }) : m.assessment_levels({ from, to });

function endOf({ closesAt, closed }: AssessmentSummary): string {
  if (closesAt === null) return m.assessment_no_end();
  const day = lastDayBefore(closesAt, getLocale(), ownZone());
  return closed ? m.assessment_closed({ day }) : m.assessment_until({ day });
}
