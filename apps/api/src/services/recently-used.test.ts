import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentlyUsed } from './recently-used.ts';

describe('what was used recently', () => {
  it('is kept up to a number, and what was used longest ago goes first', () => {
    const recent = new RecentlyUsed<string, number>(2);
    recent.set('a', 1);
    recent.set('b', 2);
    expect(recent.get('a')).toBe(1);
    recent.set('c', 3);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
  });

  it('is forgotten where asked', () => {
    const recent = new RecentlyUsed<string, number>(2);
    recent.set('a', 1);
    recent.delete('a');
    expect(recent.get('a')).toBeUndefined();
  });

  it('gives the last value kept under a key, for the keys used last and no other', () => {
    const most = 3;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat()), { maxLength: 40 }), (sets) => {
        const recent = new RecentlyUsed<number, number>(most);
        for (const [key, value] of sets) recent.set(key, value);
        const last = new Map([...sets].reverse().map(([key]) => [key, true]));
        const kept = [...last.keys()].slice(0, most);
        for (let key = 0; key <= 6; key += 1) {
          const expected = sets.findLast(([other]) => other === key)?.[1];
          expect(recent.get(key)).toBe(kept.includes(key) ? expected : undefined);
        }
      }),
    );
  });
});
