import type { NormalPrior } from '../ability/posterior.ts';
import { DRIFT_RULES, type Drift, itemDrift, type RecalibratedItem } from '../checks/drift.ts';
import { NOT_ENOUGH_DATA } from '../checks/finding.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { locateItem } from './locate.ts';
import { QUALITY_MINIMUM } from './minimum.ts';
import type { ItemAnswer } from './sitting.ts';

/** What an item was taken to be, and where recent answers put it. */
export type Relocated = RecalibratedItem;

/** An exact difficulty is one whose error is far below whatever answers could tell. */
const EXACT = 1e-3;

/**
 * Where an item was, and where answers since `recentFrom` (milliseconds since 1970) put it; `null`
 * where too few are recent. Where it was is what the release says, sharpened by earlier answers
 * where there are enough: two normal beliefs, weighed by their precision.
 */
export function relocate(
  item: CompiledItem,
  answers: readonly ItemAnswer[],
  recentFrom: number,
): Relocated | null {
  const recent = answers.filter(({ answeredAt }) => answeredAt >= recentFrom);
  const earlier = answers.filter(({ answeredAt }) => answeredAt < recentFrom);
  const now = recent.length < QUALITY_MINIMUM ? null : locateItem(item, recent);
  if (!now) return null;
  const then = earlier.length < QUALITY_MINIMUM ? null : locateItem(item, earlier);
  const { parameters } = item;
  const sd = Math.max(EXACT, parameters.difficultySd);
  const added = then === null ? 0 : (sd / then.standardError) ** 2;
  const known = {
    shift: (added * (then?.shift ?? 0)) / (1 + added),
    sd: sd / Math.sqrt(1 + added),
  };
  return {
    before: withErrors(parameters, known.shift, known.sd),
    after: withErrors(parameters, now.shift, now.standardError),
  };
}

/** Whether each item of a bank kept its place (`itemDrift`); nothing is said of those without one. */
export function bankDrift(items: readonly (Relocated | null)[], population: NormalPrior): Drift[] {
  const known = items.filter((item) => item !== null);
  const drifts = itemDrift(known, population, DRIFT_RULES).values();
  return items.map((item): Drift => {
    const drift = item === null ? undefined : drifts.next().value;
    return (
      drift ?? {
        check: 'drift',
        code: NOT_ENOUGH_DATA,
        severity: 'unknown',
        figures: { items: known.length },
      }
    );
  });
}

function withErrors(parameters: ItemParameters, shift: number, locationError: number) {
  const moved: ItemParameters =
    'steps' in parameters
      ? { ...parameters, steps: parameters.steps.map((step) => step + shift) }
      : { ...parameters, difficulty: parameters.difficulty + shift };
  return { parameters: moved, locationError, discriminationError: 0 };
}
