import type { AssessmentSummary, ClassSummary } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dayOf, lastDayBefore } from '#lib/words/dates.ts';
import { ownZone } from '#lib/words/own-zone.ts';

/** What a class is, in a line. */
export const classFacts = ({ pupils, schoolYear }: ClassSummary): string =>
  m.class_facts({ pupils: m.class_pupils({ count: pupils }), schoolYear });

/** When an assessment was given, how long it may be answered, when pupils read why. */
export function assessmentFacts(assessment: AssessmentSummary): string {
  return [
    m.assessment_given({ day: dayOf(assessment.givenAt, getLocale(), ownZone()) }),
    endOf(assessment),
    assessment.feedback === 'now' ? m.assessment_feedback_now() : m.assessment_feedback_later(),
  ].join(' ');
}

function endOf({ closesAt, closed }: AssessmentSummary): string {
  if (closesAt === null) return m.assessment_no_end();
  const day = lastDayBefore(closesAt, getLocale(), ownZone());
  return closed ? m.assessment_closed({ day }) : m.assessment_until({ day });
}
