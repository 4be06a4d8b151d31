import { distractorResponses, instantiate, keyResponse, score } from '@jalon/items';
import type { Measuring, ScoredAnswer } from '../measure/measuring.ts';
import { firstSeal, sealResponse } from './seal.ts';
import { statedRelease, sealStatement, type Statement, statementSchema } from './statement.ts';

const BEGUN = '2026-01-01T08:00:00.000Z';

/**
 * A statement for each competence of a release, in which each of its items is answered once: by
 * turns as its key has it and as each of its usual mistakes. Kept with the release, they hold later
 * engines, and other people's, to what this one made of the same answers, to the last bit.
 */
export function referenceStatements(measuring: Measuring): Statement[] {
  const { release } = measuring;
  return [...measuring.competences].map(([competence, { prior, items }], index) => {
    const answers: ScoredAnswer[] = [];
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const seed = `reference/${competence}`;
    const releaseSha256 = release.sha256;
    let seal = firstSeal({ attemptId: id, competence, releaseSha256, seed, prior });
    const responses = items.map(({ definition, key }, at) => {
      const seed = `reference/${key}`;
      const instance = instantiate(definition, seed);
      const mistakes = distractorResponses(instance);
      // A third is right, so that abilities stay where the scale tells most.
      const response = at % 3 === 0 ? keyResponse(instance) : mistakes[at % mistakes.length];
      const given = response ?? keyResponse(instance);
      const { points, possible } = score(instance, given);
      const { id: itemId, version: itemVersion } = definition;
      answers.push({ itemId, itemVersion, points, possible });
      const { ability, standardError } = measuring.estimate(prior, answers);
      const kept = {
        ordinal: at + 1,
        clientKey: `00000000-0000-4000-9000-${String(at).padStart(12, '0')}`,
        itemId,
        itemVersion,
        seed,
        response: given,
        points,
        possible,
        ability,
        standardError,
        answeredAt: BEGUN,
        durationMs: 30_000,
      };
      seal = sealResponse(seal, { ...kept, answeredAt: new Date(BEGUN) });
      return { ...kept, seal };
    });
    const { ability, standardError, posterior } = measuring.estimate(prior, answers);
    const { level, probabilities } = measuring.report(competence, posterior);
    return sealStatement({
      schema: statementSchema,
      attempt: {
        id,
        mode: 'measure',
        competence,
        seed,
        startedAt: BEGUN,
        finishedAt: BEGUN,
      },
      release: statedRelease(release),
      prior: { ...prior },
      responses,
      result: { ability, standardError, level, probabilities },
    });
  });
}
