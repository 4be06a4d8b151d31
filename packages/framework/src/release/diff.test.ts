import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReleaseLock } from '../schema/release.ts';
import { applyDiff, byIdAndVersion, diffReleases } from './diff.ts';
import { contentHash } from './hash.ts';

const sha = fc.integer({ min: 0, max: 3 }).map((n) => contentHash(n));
const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((numbers) => numbers.join('.'));
const item = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  version: fc.integer({ min: 1, max: 3 }),
  sha256: sha,
});

/** Any release: one version of each item at most, in the order of a lock. */
const anyRelease: fc.Arbitrary<ReleaseLock> = fc
  .record({
    version,
    framework: fc.record({ id: fc.constant('crcn'), version, sha256: sha }),
    scale: fc.record({ version, sha256: sha }),
    engine: fc.constantFrom('engine 1', 'engine 2'),
    items: fc
      .uniqueArray(item, { selector: ({ id }) => id })
      .map((items) => items.sort(byIdAndVersion)),
  })
  .map((locked) => ({ ...locked, sha256: contentHash(locked) }));

it('a difference applied to the earlier release gives the later, to its hash', () => {
  fc.assert(
    fc.property(anyRelease, anyRelease, (before, after) => {
      expect(applyDiff(before, diffReleases(before, after))).toEqual(after);
    }),
  );
});

it('there is none between a release and itself', () => {
  fc.assert(
    fc.property(anyRelease, (one) => {
      expect(diffReleases(one, one)).toEqual({
        version: { before: one.version, after: one.version },
        framework: null,
        scale: null,
        engine: null,
        added: [],
        removed: [],
        changed: [],
      });
    }),
  );
});
