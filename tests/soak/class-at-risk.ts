import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openStore } from '@jalon/store';
import { loadEngines } from '../../apps/api/src/load-engines.ts';
import { digestCard } from '../../apps/api/src/services/cards.ts';
import { deriveKeys } from '../../apps/api/src/services/keys.ts';
import { replayResults } from '../../apps/api/src/services/replay.ts';
import { testCard } from '../support/cards.ts';
import { makeSchool } from '../support/school.ts';
import { createLedger, type Ledger, steadyMs } from './ledger.ts';
import { createPupilClient, type PupilClient } from './pupil-client.ts';
import { type Findings, findMissing } from './what-must-be-there.ts';

const frameworkFolder = fileURLToPath(new URL('../../competence-framework', import.meta.url));
const ASSESSMENTS = 400;

/** A school whose pupils answer while things go wrong. */
export interface ClassAtRisk {
  schoolId: string;
  ledger: Ledger;
  pupils: readonly PupilClient[];
  /**
   * Looks in a database for what the pupils were told is kept; with `sinceEntry`, in the attempts
   * alone that were answered since that entry of the ledger; with `untilMs`, for what they had
   * been told by then. `settled`: nothing is on its way.
   */
  look(
    database: string,
    options?: { sinceEntry?: number; untilMs?: number; settled?: boolean },
  ): Promise<Findings>;
  /** How many figures of a database are not what its responses give. */
  replay(database: string): Promise<{ results: number; responses: number; differences: number }>;
}

/** Fills an empty database with a school, and prepares a device for each of its pupils. */
export async function makeClassAtRisk(given: {
  database: string;
  origin: string;
  secret: string;
  pupils: number;
  /** The longest thought before a call. */
  thoughtMs: number;
}): Promise<ClassAtRisk> {
  const { database, origin, secret, thoughtMs } = given;
  const engines = loadEngines(frameworkFolder);
  const { competences, reference } = engines.current;
  const codes = [...competences.keys()];
  const { card: cardKey } = deriveKeys(secret);
  const store = await openStore(database);
  const school = await makeSchool(store, {
    pupils: given.pupils,
    newId: randomUUID,
    digestCard: (card) => digestCard(cardKey, card),
    cardOf: testCard,
  });
  const { schoolId, teacherId, classIds } = school;
  const [classId] = classIds;
  if (classId === undefined || classIds.length > 1) throw new RangeError('From 1 to 30 pupils.');
  const now = new Date();
  const assessments = Array.from({ length: ASSESSMENTS }, (_, index) => ({
    schoolId,
    id: randomUUID(),
    classId,
    givenBy: teacherId,
    title: `Évaluation ${index + 1}`,
    competence: codes[index % codes.length] ?? '',
    releaseVersion: reference.version,
    feedback: 'later' as const,
    givenAt: now,
    closesAt: null,
  }));
  const { version, framework, sha256 } = reference;
  await store.write(
    store.change.publishRelease({ version, framework, sha256, publishedAt: now }),
    ...assessments.map((assessment) => store.change.addAssessments(assessment)),
  );
  await store.close();

  const ledger = createLedger(steadyMs);
  return {
    schoolId,
    ledger,
    pupils: school.pupils.map(({ card }, pupil) =>
      createPupilClient({
        origin,
        pupil,
        card,
        competences: codes,
        assessments: assessments.map(({ id }) => id),
        thoughtMs,
        notes: ledger.notes,
      }),
    ),
    async look(place, { sinceEntry = 0, untilMs = Infinity, settled = false } = {}) {
      const kept = await openStore(place);
      const answers = ledger.answersOfAttempts(sinceEntry, untilMs);
      try {
        return await findMissing(kept, schoolId, answers, settled);
      } finally {
        await kept.close();
      }
    },
    async replay(place) {
      const kept = await openStore(place);
      try {
        const { results, responses, differences } = await replayResults(kept, engines);
        return { results, responses, differences: differences.length };
      } finally {
        await kept.close();
      }
    },
  };
}
