import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallRelease } from '../testing/small-release.ts';
import { taking } from '../testing/taking.ts';
import { createTestServices } from '../testing/test-services.ts';
import { people } from '../testing/two-schools.ts';
import type { ServiceContext } from './context.ts';
import { viewRelease } from './release-view.ts';

const first = smallRelease({ competences: ['1.1', '1.2'] });
const made = smallRelease({ version: '1.1.0', itemVersion: 2, competences: ['1.1', '1.2'] });
/** One item is retired, and the rest are new versions. */
const second = {
  ...made,
  items: new Map([...made.items].filter(([key]) => key !== '1.1-question-1@2')),
};
const days = new Map([['1.1.0', '2026-11-27']]);

let services: ServiceContext;
beforeAll(async () => {
  services = await createTestServices({ releases: [first, second] });
});
afterAll(() => services.store.close());
const view = (query: { release?: string; before?: string } = {}) =>
  viewRelease(services, days, query);

describe('a release for stewards', () => {
  it('is the one in force against the one before it, unless others are asked for', () => {
    const { releases, release, difference } = view();
    expect(releases.map(({ version, day, items }) => [version, day, items])).toEqual([
      ['1.1.0', '2026-11-27', 19],
      ['1.0.0', null, 20],
    ]);
    expect(release.version).toBe('1.1.0');
    expect(difference).toMatchObject({ before: '1.0.0', due: 'minor', touches: ['1.1'] });
    expect(view({ release: '1.0.0' }).difference).toBeNull();
    expect(view({ release: '1.0.0', before: '1.1.0' }).difference).toMatchObject({
      before: '1.1.0',
      added: [{ id: '1.1-question-1', version: 1 }],
    });
    expect(() => view({ release: '3.0.0' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(() => view({ before: '3.0.0' })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('names each item that came, went or changed', () => {
    const { difference } = view();
    expect(difference?.retired).toEqual([
      { id: '1.1-question-1', version: 1, title: 'Question 1', kind: 'choice' },
    ]);
    expect(difference?.added).toEqual([]);
    expect(difference?.changed).toHaveLength(19);
    expect(difference?.changes).toContainEqual({
      step: 'minor',
      what: 'items-retired',
      subject: '1',
    });
  });

  it('says of each descriptor which items ask it, how often each was met, and what lacks', async () => {
    await taking(services).finish(people.own.attempt);
    const { coverage } = view({ release: '1.0.0' });
    const [search, manage] = coverage;
    expect(coverage.map(({ competence, items }) => [competence.code, items])).toEqual([
      ['1.1', 10],
      ['1.2', 10],
    ]);
    expect(search?.isEnough).toBe(true);
    expect(search?.descriptors.map(({ items }) => items.length)).toEqual([2, 2, 2, 2, 2]);
    const met = search?.descriptors.flatMap(({ items }) => items.map((one) => one.exposure));
    expect(met?.some((share) => share > 0)).toBe(true);
    expect(
      manage?.descriptors.flatMap(({ items }) => items).every((one) => one.exposure === 0),
    ).toBe(true);
    const lacking = view().coverage[0]?.descriptors[0];
    expect(lacking?.items.map(({ id }) => id)).toEqual(['1.1-question-6']);
  });
});
