import {
  compileItem,
  estimateAbility,
  type ItemParameters,
  mapAbility,
  mlAbility,
  type Observation,
  type ResponseTable,
  standardGrid,
  wleAbility,
} from '@jalon/measurement';

export const scoreMethods = ['eap', 'map', 'ml', 'wle'] as const;
export type ScoreMethod = (typeof scoreMethods)[number];

/** One person's ability; `se` is null where the answers only say that it lies beyond `theta`. */
export interface PersonScore {
  theta: number | null;
  se: number | null;
}

const standard = { mean: 0, sd: 1 };

/** Abilities of the rows of a table, in its order, under a standard normal prior where there is one. */
export function scoreRows(
  { rows }: ResponseTable,
  items: readonly ItemParameters[],
  method: ScoreMethod,
): PersonScore[] {
  const usable = items.map((item) => (method === 'eap' ? compileItem(item, standardGrid) : item));
  const known = new Map<string, PersonScore>();
  return rows.map((row) => {
    const key = row.join();
    const score = known.get(key) ?? scoreOf(observationsOf(row, usable), method);
    known.set(key, score);
    return score;
  });
}

function observationsOf(
  row: readonly (number | undefined)[],
  items: readonly Observation['item'][],
): Observation[] {
  return row.flatMap((score, index) => {
    const item = items[index];
    return score === undefined || !item ? [] : [{ item, score }];
  });
}

function scoreOf(observations: readonly Observation[], method: ScoreMethod): PersonScore {
  if (method === 'eap' || method === 'map') {
    const estimate = method === 'eap' ? estimateAbility : mapAbility;
    const { ability, standardError } = estimate(observations, standard);
    return { theta: ability, se: standardError };
  }
  const found = method === 'ml' ? mlAbility(observations) : wleAbility(observations);
  if (found.kind === 'unanswered') return { theta: null, se: null };
  return { theta: found.ability, se: found.kind === 'estimate' ? found.standardError : null };
}
