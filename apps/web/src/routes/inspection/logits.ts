import type { CohortStanding } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { type Estimate, estimateOf } from './charts/estimate.ts';

/** The level that a mean is in: 1 below the first cut point. */
export const levelAt = (value: number, cuts: readonly number[]): number =>
  1 + cuts.filter((cut) => value >= cut).length;

/** A figure in logits, such as `−0,35`. */
export const logitText = (value: number, language: string): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
    .format(value)
    .replace('-', '−');

/** The same of a change, whose sign is always told, such as `+0,35`. */
export const changeText = (value: number, language: string): string =>
  `${value > 0 ? '+' : ''}${logitText(value, language)}`;

/** An interval in words, each end written as its figure is. */
export const intervalText = (
  { low, high }: Pick<Estimate, 'low' | 'high'>,
  language: string,
  write = logitText,
): string => m.explorer_interval({ low: write(low, language), high: write(high, language) });

/** Where a group stands, with its 95 % interval; `null` where that is hidden. */
export const standingOf = (standing: Pick<CohortStanding, 'value' | 'standardError'> | null) =>
  standing && estimateOf(standing.value, standing.standardError);

/** The level of a mean, and those that its interval reaches. */
export const levelsOf = ({ value, low, high }: Estimate, cuts: readonly number[]) => ({
  level: levelAt(value, cuts),
  low: levelAt(low, cuts),
  high: levelAt(high, cuts),
});
