import type { Share } from '@jalon/types/shares';
import { m } from '#lib/paraglide/messages.js';
import { percentText } from './figures.ts';

/** A share in words, such as `28 %` or `moins de 5 %`. */
export function shareWords({ is, share }: Share, language: string): string {
  const percent = percentText(share, language);
  if (is === 'about') return percent;
  return is === 'under' ? m.cohort_share_under({ percent }) : m.cohort_share_over({ percent });
}
