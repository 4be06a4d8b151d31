import type { ReportedLevel } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { certaintyOf } from './certainty.ts';

const meanings = [
  m.level_meaning_1,
  m.level_meaning_2,
  m.level_meaning_3,
  m.level_meaning_4,
  m.level_meaning_5,
];

/**
 * What a level of the CRCN means, in a child's words (after the arrêté of 30 August 2019), or
 * `null` for a level that has no such sentence.
 */
export const meaningOfLevel = (level: number): string | null => meanings[level - 1]?.() ?? null;

/** A level in few words, or the two that a result hesitates between. */
export function levelTitle(level: ReportedLevel): string {
  const { kind, between } = certaintyOf(level);
  return kind === 'hesitant' && between
    ? m.result_level_between(between)
    : m.level_name({ level: level.level });
}
