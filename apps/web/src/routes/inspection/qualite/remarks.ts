import type {
  CompetenceQuality,
  QualityDifference,
  QualityItem,
  QualityRemark,
} from '@jalon/types';

/** A remark with the item that it is about. */
export interface ItemRemark {
  competence: string;
  item: QualityItem;
  remark: QualityRemark;
}

/** What asks for a look at items, the most pressing first. */
export function remarksOf(competences: readonly CompetenceQuality[]): ItemRemark[] {
  const all = competences.flatMap(({ competence: { code }, items }) =>
    items.flatMap((item) => item.remarks.map((remark) => ({ competence: code, item, remark }))),
  );
  const isOf = (severity: QualityRemark['severity']) => (one: ItemRemark) =>
    one.remark.severity === severity;
  return [...all.filter(isOf('act')), ...all.filter(isOf('look'))];
}

/** How many items of a competence something is said of, and how many are to be looked at. */
export function stateOf({ items }: CompetenceQuality): { judged: number; remarked: number } {
  const isJudged = ({ fit, drift, differences }: QualityItem) =>
    differences.length > 0 || [fit.code, drift.code].some((code) => code !== 'not-enough-data');
  return {
    judged: items.filter(isJudged).length,
    remarked: items.filter(({ remarks }) => remarks.length > 0).length,
  };
}

/** A difference with the item that it is about. */
export interface ItemDifference {
  item: QualityItem;
  difference: QualityDifference;
}

/** What was compared in a competence, the largest gaps first. */
export function differencesOf({ items }: CompetenceQuality): ItemDifference[] {
  return items
    .flatMap((item) => item.differences.map((difference) => ({ item, difference })))
    .sort((a, b) => Math.abs(b.difference.gap) - Math.abs(a.difference.gap));
}

/** Of so many comparisons, one in twenty is called a gap by chance at most. */
const BY_CHANCE = 0.05;

/** How many gaps chance alone may make appear. */
export const byChance = (comparisons: number): number => Math.ceil(BY_CHANCE * comparisons);
