import type {
  CompetenceQuality,
  QualityDifference,
  QualityItem,
  QualityRemark,
} from '@jalon/types';

/** An item, and the groups whose answers are remarked upon; `null` where those of all pupils are. */
export interface Remarked {
  competence: string;
  item: QualityItem;
  comparison: QualityRemark['comparison'];
}

/** The items of which the same is to be said. */
export interface SameRemark {
  severity: QualityRemark['severity'];
  words: QualityRemark['words'];
  items: Remarked[];
}

/** What asks for a look at items, the most pressing first; each thing once, with all its items. */
export function remarksOf(competences: readonly CompetenceQuality[]): SameRemark[] {
  const same = new Map<string, SameRemark>();
  for (const { competence, items } of competences) {
    for (const item of items) {
      for (const { severity, words, comparison } of item.remarks) {
        const key = `${severity} ${words.fr}`;
        const found = same.get(key) ?? { severity, words, items: [] };
        same.set(key, found);
        found.items.push({ competence: competence.code, item, comparison });
      }
    }
  }
  const all = [...same.values()];
  const isOf = (severity: QualityRemark['severity']) => (one: SameRemark) =>
    one.severity === severity;
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
