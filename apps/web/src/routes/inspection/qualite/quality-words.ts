import type { QualityComparison, QualityDifference, QualityItem } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { percent, signedDecimal } from '#lib/words/numbers.ts';
import { groupName } from '../group-words.ts';

/** A probability as one says it, such as « environ 6 fois sur 10 ». */
export function timesWords(share: number): string {
  const times = Math.round(10 * share);
  return times === 10 ? m.quality_nearly_always() : m.quality_times({ times });
}

/** What a reliability allows, by the usual bounds of 0.7, 0.8 and 0.9. */
export function reliabilityWords(reliability: number, figure: string): string {
  if (reliability >= 0.9) return m.quality_reliability_high({ figure });
  if (reliability >= 0.8) return m.quality_reliability_good({ figure });
  if (reliability >= 0.7) return m.quality_reliability_fair({ figure });
  return m.quality_reliability_low({ figure });
}

const nameOf = ({ attribute }: QualityComparison, code: string): string =>
  groupName(attribute, { code, name: null });

/** The two groups of a comparison, the one under study first. */
export const groupsOf = (comparison: QualityComparison) => ({
  focal: nameOf(comparison, comparison.focal),
  reference: nameOf(comparison, comparison.reference),
});

const sizes: Readonly<Record<QualityDifference['size'], () => string>> = {
  negligible: m.quality_size_negligible,
  moderate: m.quality_size_moderate,
  large: m.quality_size_large,
};

export const sizeWords = (size: QualityDifference['size']): string => sizes[size]();

/** Whether an item is solved as expected. */
export function fitWords({ code, p }: QualityItem['fit'], language: string): string {
  if (code === 'fits') return m.quality_fit_fits();
  if (code === 'not-enough-data' || p === null) return m.quality_unknown();
  const chance =
    p < 0.001 ? m.quality_chance_small() : m.quality_chance({ percent: smallPercent(p, language) });
  return m.quality_fit_misfits({ chance });
}

const smallPercent = (share: number, language: string): string =>
  share < 0.01
    ? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share)
    : percent(share, language);

/** What became of an item's difficulty. */
export function driftWords({ code, shift }: QualityItem['drift'], language: string): string {
  const by = { shift: signedDecimal(shift ?? 0, language) };
  switch (code) {
    case 'stable':
      return m.quality_drift_stable();
    case 'harder':
      return m.quality_drift_harder(by);
    case 'easier':
      return m.quality_drift_easier(by);
    case 'sharper':
      return m.quality_drift_sharper();
    case 'blunter':
      return m.quality_drift_blunter();
    case 'not-enough-data':
      return m.quality_unknown();
  }
}
