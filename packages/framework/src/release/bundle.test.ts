import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCrcn } from '../testing/crcn.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { ReleaseBroken } from './load.ts';

const { bank, locks, lock, release } = readCrcn();
const text = writeBundle(bank, lock('1.2.0'));

describe('a release in one file', () => {
  it.each(locks.map(({ version }) => version))('is %s as the folder has it', (version) => {
    const read = readBundle(writeBundle(bank, lock(version)));
    expect(read.lock).toEqual(lock(version));
    expect(read.release).toEqual(release(version));
  });

  it('is the same bytes every time', () => {
    expect(writeBundle(bank, lock('1.2.0'))).toBe(text);
  });

  it('is refused once a byte of it has changed, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '1', 'a', ' ', '"'), (at, by) => {
        fc.pre(text[at] !== by);
        const changed = text.slice(0, at) + by + text.slice(at + 1);
        expect(() => readBundle(changed)).toThrow(ReleaseBroken);
      }),
      { numRuns: 200 },
    );
  });

  it('is told which part of it changed', () => {
    const [first] = lock('1.2.0').items;
    const changed = text.replace(/"prompt":"[^"]/, (start) => `${start}x`);
    expect(() => readBundle(changed)).toThrow(/@1 is not what was published/);
    expect(() => readBundle(text.replace('"sd":1.5', '"sd":1.6'))).toThrow(
      'The scale is not what was published.',
    );
    expect(() => readBundle(text.replace(`"id":"${first?.id}","sha256":"`, '$&0'))).toThrow(
      ReleaseBroken,
    );
    expect(() => readBundle('{')).toThrow('This is no bundle');
  });
});
