import { roundCount } from '@jalon/disclosure';
import {
  accuracyOf,
  bankDrift,
  comparisonsOf,
  curveFit,
  groupDifference,
  ITEM_FIT_RULES,
  QUALITY_MINIMUM,
  type QualitySitting,
  relocate,
  type Relocated,
} from '@jalon/measurement';
import type { Store } from '@jalon/store';
import { type CompetenceQuality, qualityAttribute, qualityComparison } from '@jalon/types';
import type { Engine, EngineCompetence } from '../engine.ts';
import { type Judged, reportItem } from './report-item.ts';
import { sampleSittings } from './sample.ts';

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
  const comparisons = comparisonsOf(sittings, qualityAttribute.options);
  const judged: Judged[] = [];
  const places: (Relocated | null)[] = [];
  for (const { key, definition, parameters } of competence.items) {
    const given = answers.get(key) ?? [];
    const fit = curveFit(parameters, given, ITEM_FIT_RULES);
    await breathe();
    places.push(relocate(parameters, given, recentFrom.getTime()));
    await breathe();
    const differences = comparisons.map((comparison) => ({
      comparison: qualityComparison.parse(comparison),
      found: groupDifference(given, comparison),
    }));
    await breathe();
    judged.push({ definition, answers: given.length, fit, differences });
  }
  const drifts = bankDrift(places, competence.prior).values();
  const items = judged.flatMap((item) => {
    const { value: drift } = drifts.next();
    return drift ? [reportItem(item, drift)] : [];
  });
  return { competence: competence.name, ...measured(pupils, sittings), items };
}

function measured(
  pupils: number,
  sittings: readonly QualitySitting[],
): Pick<CompetenceQuality, 'pupils' | 'measured'> {
  const accuracy = pupils < QUALITY_MINIMUM ? null : accuracyOf(sittings);
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
