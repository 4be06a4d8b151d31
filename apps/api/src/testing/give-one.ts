import type { AssessmentSummary, GiveAssessments } from '@jalon/types';
import type { Teacher } from '../services/actor.ts';
import { giveAssessments } from '../services/assessments/give.ts';
import type { ServiceContext } from '../services/context.ts';

/** What is to be given: one competence, and whatever is not said as a teacher finds it in the form. */
export type GiveOne = Partial<Omit<GiveAssessments, 'competences'>> & { competence?: string };

/** What a teacher sends who gives one competence. */
export const giveBody = ({ competence = '1.1', ...over }: GiveOne = {}): GiveAssessments => ({
  title: 'Chercher une information',
  competences: [competence],
  mode: 'measure',
  feedback: 'later',
  ...{ opensOn: null, closesOn: null, questions: null, minutes: null, levels: null },
  audience: { to: 'class' },
  ...over,
});

/** Gives one assessment. */
export async function giveOne(
  services: ServiceContext,
  actor: Teacher,
  classId: string,
  over: GiveOne = {},
): Promise<AssessmentSummary> {
  const [given] = await giveAssessments(services, actor, classId, giveBody(over));
  if (!given) throw new Error('Nothing was given.');
  return given;
}
