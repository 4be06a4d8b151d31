import { describe, expect, it } from 'vitest';
import { DIF_MINIMUM } from './dif-answers.ts';
import { logisticDif } from './dif-logistic.ts';
import { mantelHaenszel } from './dif-mantel-haenszel.ts';
import { answersOf } from './fixtures/two-groups.ts';
import { RAPID_ANSWER_RULES, responseTimes } from './response-times.ts';
import { type CheckResult, checkWords } from './words.ts';
import {
  DIF_WORDS,
  DRIFT_WORDS,
  ITEM_FIT_WORDS,
  LINKING_WORDS,
  type Words,
} from './words-items.ts';
import { PERSON_FIT_WORDS, rapidWords, RESPONSE_TIMES_WORDS } from './words-persons.ts';

const comparison = (tables: Parameters<typeof answersOf>[0]): CheckResult[] => {
  const answers = answersOf(tables);
  return [mantelHaenszel(answers, DIF_MINIMUM), logisticDif(answers, DIF_MINIMUM)];
};
const [harder = [], easier = []] = [
  [
    [300, 100, 180, 220],
    [360, 40, 260, 140],
  ] as const,
  [
    [180, 220, 300, 100],
    [260, 140, 360, 40],
  ] as const,
].map(comparison);
const crossing = comparison([
  [300, 100, 100, 300],
  [300, 100, 380, 20],
]).slice(1);
const small = comparison([[10, 10, 10, 10]]);

const all: Words[] = [
  ITEM_FIT_WORDS,
  DRIFT_WORDS,
  LINKING_WORDS,
  DIF_WORDS,
  PERSON_FIT_WORDS,
  RESPONSE_TIMES_WORDS,
]
  .flatMap((table): Words[] => Object.values(table))
  .concat([harder, easier, crossing, small].flat().map(checkWords), rapidWords(1, 9));

describe('the words of a check', () => {
  it('are whole sentences in two languages, different for every code', () => {
    for (const { fr, en } of all) {
      for (const text of [fr, en]) {
        expect(text).toMatch(/^[A-ZÀÉ0-9].*[.]$/);
        expect(text).not.toMatch(/undefined|NaN|null|'| {2}/);
      }
      expect(fr).not.toBe(en);
    }
    const tables = [ITEM_FIT_WORDS, DRIFT_WORDS, LINKING_WORDS, DIF_WORDS, PERSON_FIT_WORDS];
    for (const table of tables) {
      const sentences = Object.values(table).map(({ fr }) => fr);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it('say vous to staff, and spare them the terms of the trade', () => {
    for (const { fr, en } of all) {
      expect(fr).not.toMatch(/\b(tu|ton|tes|toi)\b/i);
      expect(`${fr} ${en}`).not.toMatch(
        /logit|khi|chi-square|p-value|theta|odds ratio|\bDIF\b|\blz/,
      );
    }
  });

  it('never say that an item with too little data is fine, nor that a pupil cheated', () => {
    for (const result of small) expect(checkWords(result).fr).toContain('Ne concluez rien');
    expect(PERSON_FIT_WORDS.misfits.fr).toContain('pas une preuve de fraude');
  });

  it('say for whom an item is harder, by either method', () => {
    for (const result of harder) {
      expect(checkWords(result).fr).toContain('plus difficile pour le groupe étudié');
      expect(checkWords(result).en).toContain('harder for the group under study');
    }
    for (const result of easier) expect(checkWords(result).en).toContain('easier for the group');
    expect(crossing.map(checkWords)[0]?.en).toContain('changes with the level');
  });

  it('count rapid answers, one or several', () => {
    const times = [1, 1, 1, 9e4, 9e4, 9e4, 9e4, 9e4];
    const result = responseTimes(
      times.map((durationMs) => ({ durationMs, itemMeanMs: 60_000 })),
      RAPID_ANSWER_RULES,
    );
    expect(checkWords(result).fr).toMatch(/^3 réponses sur 8 sont venues trop vite/);
    expect(rapidWords(1, 9).fr).toMatch(/^1 réponse sur 9 est venue trop vite/);
  });

  it.each([
    { check: 'item-fit', code: 'not-enough-data', figures: { persons: 3 } },
    { check: 'linking', code: 'not-enough-data', figures: { items: 3 } },
    { check: 'drift', code: 'not-enough-data', figures: { items: 3 } },
    { check: 'person-fit', code: 'not-enough-data', figures: { answers: 3 } },
    { check: 'response-times', code: 'not-enough-data', figures: { judged: 3, rapid: [] } },
  ] as const)('are found for $check', (result) => {
    const words = checkWords({ ...result, severity: 'unknown' });
    expect(all).toContainEqual(words);
    expect(words.fr).toMatch(/assez|[Tt]rop peu/);
  });
});
