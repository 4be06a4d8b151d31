import { type NormalPrior, type Posterior, seededRandom, selectItem } from '@jalon/measurement';
import type { Row } from '@jalon/store';
import type { Engine, EngineCompetence, ScoredAnswer } from '../engine.ts';
import type { Exposure } from '../exposure.ts';
import { itemKey } from '../engine.ts';
import { candidatesOf, type ItemBounds } from './candidates.ts';

export type AttemptRow = Row<'attempt'>;
export type ResponseRow = Row<'response'>;

/** The item that comes next in an attempt, with the seed of its instance. */
export interface NextItem {
  currentItemId: string;
  currentItemVersion: number;
  currentSeed: string;
}

/** What choosing an item looks at. */
export interface Choice {
  competence: EngineCompetence;
  /** What bounds its items. */
  bounds: ItemBounds;
  /** The longest a sitting may be. */
  maxItems: number;
  exposure: Exposure;
  posterior: Posterior;
  /** The attempt's seed. */
  seed: string;
  /** Rank of the item to choose, from 1. */
  ordinal: number;
  /** Keys of the items given in this attempt. */
  given: ReadonlySet<string>;
  /** Keys of the items the pupil met in earlier attempts. */
  seenBefore: ReadonlySet<string>;
}

/** The items that could still be given in an attempt. */
export const leftOf = ({
  competence,
  bounds,
  given,
}: Pick<Choice, 'competence' | 'bounds' | 'given'>): EngineCompetence['items'] =>
  candidatesOf(competence, bounds).filter((item) => !given.has(item.key));

/** Chooses the next item and draws its seed; `null` where none is left. */
export function chooseItem(choice: Choice): NextItem | null {
  const { competence, maxItems, exposure, posterior, seed, ordinal, given, seenBefore } = choice;
  const left = leftOf(choice);
  if (left.length === 0) return null;
  const met = competence.items.filter((item) => given.has(item.key));
  const key = selectItem({
    candidates: left.map((item) => ({
      key: item.key,
      item: item.parameters,
      descriptor: item.definition.descriptor,
      exposureRate: exposure.rate(competence.name.code, item.key),
      seenBefore: seenBefore.has(item.key),
    })),
    posterior,
    position: ordinal,
    maxItems,
    descriptorsSeen: new Set(met.map((item) => item.definition.descriptor)),
    rng: seededRandom(`${seed}/choice/${ordinal}`),
  });
  const chosen = left.find((item) => item.key === key);
  if (!chosen) return null;
  return {
    currentItemId: chosen.definition.id,
    currentItemVersion: chosen.definition.version,
    currentSeed: `${seed}/item/${ordinal}`,
  };
}

/** The estimate of an attempt from its responses, in their order. */
export function estimateAttempt(
  engine: Engine,
  prior: NormalPrior,
  responses: readonly ScoredAnswer[],
) {
  return engine.estimate(prior, responses);
}

/** The keys of the items that responses answered. */
export function keysOf(
  rows: readonly { itemId: string; itemVersion: number }[],
): ReadonlySet<string> {
  return new Set(rows.map((row) => itemKey(row.itemId, row.itemVersion)));
}
