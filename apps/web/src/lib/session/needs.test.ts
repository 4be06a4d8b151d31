import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NEEDS_MARK, needsMark } from './needs.ts';

it('marks the page with what is seen of it, and nothing else', () => {
  expect(needsMark({ accommodations: ['simple-layout', 'extra-time', 'readable-font'] })).toBe(
    ' data-needs="readable-font simple-layout"',
  );
});

it.each([[undefined], [[]], [['extra-time', 'read-aloud', 'no-fine-pointing'] as const]])(
  'leaves the page of %j as it is for all',
  (accommodations) => {
    expect(needsMark({ accommodations })).toBe('');
  },
);

it('finds its place in the page', () => {
  const page = readFileSync(new URL('../../app.html', import.meta.url), 'utf8');
  expect(page.split(NEEDS_MARK)).toHaveLength(2);
});
