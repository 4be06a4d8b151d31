import { describe, expect, it } from 'vitest';
import { percentText, wholeText } from './figures.ts';

/** Which of the spaces that do not break stands there is the language data's affair. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('figures, as one reads them', () => {
  it('are grouped by thousands', () => {
    expect(plain(wholeText(1204, 'fr'))).toBe('1 204');
    expect(wholeText(1204, 'en')).toBe('1,204');
  });

  it('are whole percents where they are shares', () => {
    expect(plain(percentText(0.284, 'fr'))).toBe('28 %');
    expect(percentText(0.284, 'en')).toBe('28%');
    expect(percentText(0, 'en')).toBe('0%');
    expect(percentText(1, 'en')).toBe('100%');
  });

  it('never make nothing of a few, nor everything of nearly all', () => {
    expect(plain(percentText(0.004, 'fr'))).toBe('< 1 %');
    expect(percentText(0.996, 'en')).toBe('> 99%');
    expect(percentText(0.006, 'en')).toBe('1%');
    expect(percentText(0.994, 'en')).toBe('99%');
  });
});
