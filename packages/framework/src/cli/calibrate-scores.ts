import {
  type CalibratedItem,
  compileItem,
  estimateAbility,
  mapAbility,
  mlAbility,
  type Observation,
  parametersOf,
  standardGrid,
  wleAbility,
} from '@jalon/measurement';

export const scoreMethods = ['eap', 'map', 'ml', 'wle'] as const;
export type ScoreMethod = (typeof scoreMethods)[number];

/**
 * One person's ability. `se` is null where the answers only say that it lies beyond `theta`, which
 * `unbounded` then says; both are null where there are no answers to tell anything by.
 */
export interface PersonScore {
  theta: number | null;
  se: number | null;
  unbounded?: 'above' | 'below';
}

const standard = { mean: 0, sd: 1 };

/**
 * Abilities of rows of scores, in their order, under a standard normal prior where there is one.
 * Items that the calibration was told nothing of are left out; items that abler persons fail count
 * the other way round, as their negative discrimination says.
 */
export function scoreRows(
  rows: readonly (readonly (number | undefined)[])[],
  items: readonly CalibratedItem[],
  method: ScoreMethod,
): PersonScore[] {
  const scorers = items.map((item) => (item.told ? scorerOf(item, method) : undefined));
  const known = new Map<string, PersonScore>();
  return rows.map((row) => {
    const key = row.join();
    const score = known.get(key) ?? scoreOf(observationsOf(row, scorers), method);
    known.set(key, score);
    return score;
  });
}

type Scorer = (score: number) => Observation;

/**
 * With scores and steps turned round, a negative discrimination is the same model with a positive
 * one, which is what the estimators take.
 */
function scorerOf(item: CalibratedItem, method: ScoreMethod): Scorer {
  const turned = item.discrimination < 0;
  const parameters = parametersOf(
    turned
      ? { ...item, discrimination: -item.discrimination, steps: item.steps.toReversed() }
      : item,
  );
  const used = method === 'eap' ? compileItem(parameters, standardGrid) : parameters;
  return (score) => ({ item: used, score: turned ? item.steps.length - score : score });
}

function observationsOf(
  row: readonly (number | undefined)[],
  scorers: readonly (Scorer | undefined)[],
): Observation[] {
  return row.flatMap((score, index) => {
    const scorer = scorers[index];
    return score === undefined || !scorer ? [] : [scorer(score)];
  });
}

function scoreOf(observations: readonly Observation[], method: ScoreMethod): PersonScore {
  if (method === 'eap' || method === 'map') {
    const estimate = method === 'eap' ? estimateAbility : mapAbility;
    const { ability, standardError } = estimate(observations, standard);
    return { theta: ability, se: standardError };
  }
  const found = method === 'ml' ? mlAbility(observations) : wleAbility(observations);
  switch (found.kind) {
    case 'estimate':
      return { theta: found.ability, se: found.standardError };
    case 'unbounded':
      return { theta: found.ability, se: null, unbounded: found.direction };
    case 'unanswered':
      return { theta: null, se: null };
  }
}
