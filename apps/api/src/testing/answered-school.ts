import { drawScore, reportLevel, seededRandom, standardNormal } from '@jalon/measurement';
import type { NewRow } from '@jalon/store';
import type { ServiceContext } from '../services/context.ts';
import { pupilName } from './territory.ts';

/** A school whose pupils have each sat one assessment, with answers such as their abilities give. */
export interface AnsweredSchool {
  uai: string;
  sector: NonNullable<NewRow<'school'>['sector']>;
  pupils: number;
  competence: string;
  /** An item that is harder for them, by so many logits. */
  harder?: { itemId: string; by: number };
  answeredAt: Date;
}

const QUESTIONS = 8;

/** Writes one. Gives the ids of its pupils. */
export async function addAnsweredSchool(
  { store, newId, engines }: ServiceContext,
  { uai, sector, pupils, competence, harder, answeredAt }: AnsweredSchool,
): Promise<string[]> {
  const { change } = store;
  const engine = engines.current;
  const measured = engine.competences.get(competence);
  if (!measured) throw new Error(`There is no competence ${competence}.`);
  const random = seededRandom(uai);
  const [schoolId, classId] = [newId(), newId()];
  await store.write(
    change.addSchools({ id: schoolId, uai, name: uai, department: '974', sector }),
    change.addClasses({ schoolId, id: classId, name: '6A', yearGroup: '6e', schoolYear: '2026' }),
  );
  const pupilIds = Array.from({ length: pupils }, () => newId());
  const sittings = pupilIds.map((pupilId) => {
    const ability = 1.5 * standardNormal(random);
    const first = random.integer(0, measured.items.length - 1);
    const items = [...measured.items.slice(first), ...measured.items.slice(0, first)];
    const answers = items.slice(0, QUESTIONS).map(({ definition, parameters }) => ({
      itemId: definition.id,
      itemVersion: definition.version,
      points: drawScore(
        parameters.parameters,
        ability,
        definition.id === harder?.itemId ? harder.by : 0,
        random,
      ),
      possible: parameters.maxScore,
    }));
    const {
      ability: estimate,
      standardError,
      posterior,
    } = engine.estimate(measured.prior, answers);
    const both = { schoolId, pupilId, competence, releaseVersion: engine.reference.version };
    const measure = { ability: estimate, standardError };
    const { level, probabilities } = reportLevel(posterior, measured.cuts);
    const attemptId = newId();
    return [
      change.addPupils({ ...pupilName, schoolId, id: pupilId, classId }),
      change.addAttempt({
        ...{ ...both, ...measure, id: attemptId, mode: 'measure', status: 'finished' },
        ...{ title: 'Un test', feedback: 'later', seed: attemptId, answered: QUESTIONS },
        ...{ priorMean: measured.prior.mean, priorSd: measured.prior.sd },
        ...{ startedAt: answeredAt, lastAnswerAt: answeredAt, finishedAt: answeredAt },
      }),
      ...answers.map((answer, index) =>
        change.addResponse({
          ...{ schoolId, attemptId, ordinal: index + 1, clientKey: newId(), seed: attemptId },
          ...{ ...answer, ...measure, answeredAt, durationMs: 20_000, seal: null },
          response: { kind: 'choice', option: 'o1' },
        }),
      ),
      change.keepResult({
        ...{ ...both, ...measure, attemptId, level, probabilities: [...probabilities] },
        ...{ responses: QUESTIONS, finishedAt: answeredAt },
      }),
    ];
  });
  await store.write(...sittings.flat());
  return pupilIds;
}
