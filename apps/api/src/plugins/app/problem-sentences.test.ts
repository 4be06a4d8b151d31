import { problemCodes } from '@jalon/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, preferredLanguage, problemSentences } from './problem-sentences.ts';

describe('the sentences of refusals', () => {
  it('exist for every code, in both languages, and end like sentences', () => {
    expect(Object.keys(problemSentences).sort()).toEqual(Object.keys(problemCodes).sort());
    for (const sentences of Object.values(problemSentences)) {
      for (const language of languages) {
        expect(sentences[language].detail).toMatch(/^\p{Lu}.{15,}\.$/u);
        expect(sentences[language].title).toMatch(/^\p{Lu}.{4,}[^.]$/u);
      }
    }
  });

  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr;q=0.3, en;q=0.7', 'en'],
    ['de, fr-FR;q=0.9, en;q=0.8', 'fr'],
    ['de', 'fr'],
    ['*', 'fr'],
    ['en;q=0', 'fr'],
  ])('are in the language that %s asks for: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('are in one of ours, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(languages).toContain(preferredLanguage(text));
      }),
    );
  });
});
