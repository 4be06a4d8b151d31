import {
  carryPrior,
  type EarlierSite,
  type NormalPrior,
  priorFromEvidence,
  siteOfSitting,
} from '@jalon/measurement';
import type { Store } from '@jalon/store';
import type { Pupil } from '../actor.ts';
import type { Engine, EngineCompetence } from '../engine.ts';
import { isSameMetric } from './same-metric.ts';

/** What is believed of an ability before the first answer of a sitting. */
export interface Belief {
  prior: NormalPrior;
  /** The sd it would have without what was learnt in other competences; `null` where they say nothing. */
  aloneSd: number | null;
}

const DAY_MS = 86_400_000;

/**
 * The prior of a sitting that starts: from all that the pupil's finished assessments told, in this
 * competence and in those that are correlated with it, the older the less. Practice is left out:
 * its answers are explained on the way. Under a scale that names no correlation, the last result in
 * the competence, widened by time. Of a pupil without either, the scale's prior.
 */
export async function priorOf(
  store: Store,
  actor: Pupil,
  { engine, competence }: { engine: Engine; competence: EngineCompetence },
  now: Date,
): Promise<Belief> {
  const { joint } = engine;
  const { growth } = engine.release.scale;
  const daysSince = (at: Date) => Math.max(0, now.getTime() - at.getTime()) / DAY_MS;
  const { code } = competence.name;

  if (!joint) {
    const last = await store.read.attempts.result({
      schoolId: actor.schoolId,
      pupilId: actor.id,
      competence: code,
      releaseVersion: engine.reference.version,
    });
    if (!last) return { prior: competence.prior, aloneSd: null };
    const { ability, standardError, finishedAt } = last;
    const previous = { ability, standardError, daysSince: daysSince(finishedAt) };
    return { prior: carryPrior(previous, competence.prior, growth), aloneSd: null };
  }

  const attempts = await store.read.attempts.ofPupil({
    schoolId: actor.schoolId,
    pupilId: actor.id,
  });
  const evidence = attempts.flatMap((attempt): EarlierSite[] => {
    const index = joint.places.get(attempt.competence);
    const { mode, answered, finishedAt, priorMean, priorSd, ability, standardError } = attempt;
    const counts = mode === 'measure' && answered > 0 && isSameMetric(engine, attempt);
    if (index === undefined || !finishedAt || !counts) return [];
    return [
      siteOfSitting({
        competence: index,
        prior: { mean: priorMean, sd: priorSd },
        ability,
        standardError,
        daysSince: daysSince(finishedAt),
      }),
    ];
  });
  const place = joint.places.get(code);
  if (place === undefined || evidence.length === 0) {
    return { prior: competence.prior, aloneSd: null };
  }
  const { prior, alone } = priorFromEvidence({ model: joint.model, evidence, growth }, place);
  const others = evidence.some((site) => site.competence !== place);
  return { prior, aloneSd: others ? alone.sd : null };
}
