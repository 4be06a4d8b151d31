import { describe, expect, it } from 'vitest';
import { percentText, shareText, wholeText } from './figures.ts';

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
  });

  it('say no more of a share than whether it is near nothing, or near everything', () => {
    expect(plain(shareText({ is: 'under', share: 0.05 }, 'fr'))).toBe('< 5 %');
    expect(shareText({ is: 'over', share: 0.95 }, 'en')).toBe('> 95%');
    expect(shareText({ is: 'about', share: 0.5 }, 'en')).toBe('50%');
  });
});
