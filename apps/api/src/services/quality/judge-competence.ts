import { roundCount } from '@jalon/disclosure';
import {
  accuracyOf,
  bankDrift,
  comparisonsOf,
  judgeItem,
  type JudgedItem,
  QUALITY_RULES,
  type QualitySitting,
} from '@jalon/measurement';
import type { Store } from '@jalon/store';
import { type CompetenceQuality, qualityAttribute } from '@jalon/types';
import type { Engine, EngineCompetence } from '../engine.ts';
import { reportItem } from './report-item.ts';
import { sampleSittings } from './sample.ts';

const { minimum: MINIMUM } = QUALITY_RULES;

/** A competence of which there is too little to say anything. */
export const nothingSaid = ({ name }: EngineCompetence): CompetenceQuality => ({
  competence: name,
  pupils: null,
  measured: null,
  items: [],
});

/**
 * How well one competence is measured, judged by the answers of all schools: `breathe` is waited
 * for again and again, so that others are served meanwhile. `recentFrom`: since when answers say
 * where an item is now.
 */
export async function judgeCompetence(
  store: Store,
  engine: Engine,
  competence: EngineCompetence,
  { recentFrom, breathe }: { recentFrom: Date; breathe: () => Promise<void> },
): Promise<CompetenceQuality> {
  const { code } = competence.name;
  const { pupils, sittings, answers } = await sampleSittings(store, engine, code, { breathe });
  const about = {
    comparisons: comparisonsOf(sittings, qualityAttribute.options, MINIMUM),
    recentFrom: recentFrom.getTime(),
    rules: QUALITY_RULES,
  };
  const judged: JudgedItem[] = [];
  for (const item of competence.items) {
    judged.push(judgeItem(item.parameters, answers.get(item.key) ?? [], about));
    await breathe();
  }
  const drifts = bankDrift(
    judged.map(({ place }) => place),
    competence.prior,
  );
  const items = competence.items.flatMap(({ definition }, index) => {
    const [item, drift] = [judged[index], drifts[index]];
    return item && drift ? [reportItem(definition, item, drift)] : [];
  });
  return { competence: competence.name, ...measured(pupils, sittings), items };
}

function measured(
  pupils: number,
  sittings: readonly QualitySitting[],
): Pick<CompetenceQuality, 'pupils' | 'measured'> {
  const accuracy = pupils < MINIMUM ? null : accuracyOf(sittings);
  if (!accuracy) return { pupils: null, measured: null };
  return {
    pupils: roundCount(pupils),
    measured: {
      reliability: hundredths(accuracy.reliability),
      exact: hundredths(accuracy.exact),
      withinOne: hundredths(accuracy.withinOne),
      consistency: hundredths(accuracy.consistency),
    },
  };
}

const hundredths = (share: number): number => Math.round(share * 100) / 100;
