import { expect, it } from 'vitest';
import { moveOf, moveWords, shareWords } from './moves.ts';

it('tells a clear move from a small one and from none, upwards and downwards', () => {
  expect([0.8, 0.2, 0.05, 0, -0.05, -0.2, -0.8].map(moveOf)).toEqual([
    'up',
    'rather-up',
    'hardly',
    'hardly',
    'hardly',
    'rather-down',
    'down',
  ]);
  expect(new Set([0.8, 0.2, 0, -0.2, -0.8].map(moveWords)).size).toBe(5);
});

it('says a share as the nearest plain fraction, and nothing of one that is not worth saying', () => {
  expect(shareWords(0)).toBeNull();
  expect(shareWords(0.07)).toBeNull();
  expect(shareWords(0.24)).toBe('environ un quart');
  expect(shareWords(0.47)).toBe('environ la moitié');
  expect(shareWords(0.7)).toBe('environ les deux tiers');
  expect(shareWords(0.95)).toBe('presque tout');
});
