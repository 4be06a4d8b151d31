import { ITEM_FIT_RULES, type ItemFit, type ItemFitRules } from '../checks/item-fit.ts';
import type { MantelHaenszel } from '../checks/dif-mantel-haenszel.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import { curveFit } from './curve-fit.ts';
import { type Comparison, groupDifference } from './differences.ts';
import { relocate, type Relocated } from './drift-of-bank.ts';
import type { ItemAnswer } from './sitting.ts';

export interface QualityRules {
  /** Nothing is said of fewer answers than this, in all and in each group that is compared. */
  readonly minimum: number;
  readonly fit: ItemFitRules;
}

/**
 * 100 a group: half of what Educational Testing Service asks for before a test is used (`DIF_MINIMUM`),
 * and what it takes to be told of early; intervals are shown beside.
 */
export const QUALITY_RULES: QualityRules = { minimum: 100, fit: ITEM_FIT_RULES };

/** What the answers to an item say of it. */
export interface JudgedItem {
  readonly answers: number;
  readonly fit: ItemFit;
  /** For `bankDrift`, which looks at all items of a bank together. */
  readonly place: Relocated | null;
  readonly differences: readonly { comparison: Comparison; found: MantelHaenszel }[];
}

/**
 * Judges an item by the answers of adaptive sittings: its fit, its place since `recentFrom`
 * (milliseconds since 1970), and what differs between groups.
 */
export function judgeItem(
  item: CompiledItem,
  answers: readonly ItemAnswer[],
  about: { comparisons: readonly Comparison[]; recentFrom: number; rules: QualityRules },
): JudgedItem {
  const { comparisons, recentFrom, rules } = about;
  const { minimum } = rules;
  const groups = { smallerGroup: minimum, total: 2 * minimum };
  return {
    answers: answers.length,
    fit: curveFit(item, answers, rules.fit),
    place: relocate(item, answers, { recentFrom, minimum }),
    differences: comparisons.map((comparison) => ({
      comparison,
      found: groupDifference(answers, comparison, groups),
    })),
  };
}
