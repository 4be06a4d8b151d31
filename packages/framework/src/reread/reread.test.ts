import { seededRandom } from '@jalon/measurement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Measuring, measureWith, type ScoredAnswer } from '../measure/measuring.ts';
import type { Release } from '../release/load.ts';
import { readCrcn, withItems } from '../testing/crcn.ts';
import { linkError, linkReleases, type ReleaseLink } from './link.ts';
import { readUnder } from './reread.ts';

const { locks, release } = readCrcn();
const old = measureWith(release('1.2.0'));
const competence = '1.1';
const prior = { mean: 0, sd: 1.5 };

const altered = (...given: Parameters<typeof withItems>): Measuring =>
  measureWith(withItems(...given));

/** The steps of an item of several points, so many times as far apart. */
function spaced(base: Release, times: number): Release {
  const stepSpacing = times * (base.scale.partialCredit?.stepSpacing ?? 0);
  return { ...base, scale: { ...base.scale, partialCredit: { stepSpacing } } };
}

/** The same tasks on a scale whose zero and unit are elsewhere. */
const stretched = (slope: number, intercept: number) =>
  altered(spaced(release('1.2.0'), slope), (item) => ({
    ...item,
    version: item.version + 1,
    difficulty: {
      mean: slope * item.difficulty.mean + intercept,
      sd: slope * item.difficulty.sd,
    },
    discrimination: item.discrimination / slope,
  }));

function linkTo(to: Measuring, from = old): ReleaseLink {
  const linked = linkReleases(from, to, competence);
  if (!linked.ok) throw new Error(linked.why);
  return linked.link;
}

/** Full marks for some items of the competence, none for others, by a draw. */
function answersOf(seed: string, share = 0.6, from = old): ScoredAnswer[] {
  const random = seededRandom(seed);
  return (from.competences.get(competence)?.items ?? [])
    .filter(() => random.next() < 0.5)
    .map(({ definition, parameters }) => ({
      itemId: definition.id,
      itemVersion: definition.version,
      points: random.next() < share ? parameters.maxScore : 0,
      possible: parameters.maxScore,
    }));
}

describe('under a release that only added items', () => {
  const added = altered(release('1.2.0'), (item) => item);

  it('a result is read as it was made, to the last bit, and nothing is added to its error', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const answers = answersOf(seed);
        const { ability, standardError, posterior } = old.estimate(prior, answers);
        const read = readUnder(old, added, linkTo(added), { competence, prior, answers });
        expect(read).toEqual({
          ability,
          standardError,
          linkError: 0,
          moved: 0,
          level: old.report(competence, posterior),
        });
      }),
      { numRuns: 50 },
    );
  });

  it('answers to items that are no longer asked still count, and are told', () => {
    const answers = answersOf('dropped');
    const gone = answers[0]?.itemId;
    const to = altered(release('1.2.0'), (item) => (item.id === gone ? null : item));
    const read = readUnder(old, to, linkTo(to), { competence, prior, answers });
    expect(read.moved).toBe(1);
    expect(read.ability).toBeCloseTo(old.estimate(prior, answers).ability, 12);
  });

  it('an item whose words changed is no anchor', () => {
    const to = altered(release('1.2.0'), (item, index) =>
      index === 0 ? { ...item, version: item.version + 1, prompt: 'Autre chose ?' } : item,
    );
    expect(linkTo(to).same.size).toBe(linkTo(added).same.size - 1);
  });
});

describe('under a release on another scale', () => {
  const to = stretched(1.3, -0.4);
  const link = linkTo(to);

  it('the line is found from the items, with next to no error where they agree', () => {
    expect(link.slope).toBeCloseTo(1.3, 4);
    expect(link.intercept).toBeCloseTo(-0.4, 4);
    expect(linkError(link, 0)).toBeLessThan(1e-3);
  });

  it('an ability lies where the line takes it', () => {
    const answers = answersOf('moved');
    const was = old.estimate(prior, answers);
    const read = readUnder(old, to, link, { competence, prior, answers });
    // The grid is as wide on both scales: it cuts the tails elsewhere.
    expect(read.ability).toBeCloseTo(1.3 * was.ability - 0.4, 2);
    expect(read.standardError).toBeCloseTo(1.3 * was.standardError, 2);
  });

  it('where items moved each by itself the error grows, and the levels spread', () => {
    const random = seededRandom('uneven');
    const uneven = altered(release('1.2.0'), (item) => ({
      ...item,
      version: item.version + 1,
      difficulty: { ...item.difficulty, mean: item.difficulty.mean + 0.6 * (random.next() - 0.5) },
    }));
    const answers = answersOf('uneven', 0.5);
    const doubtful = linkTo(uneven);
    const read = readUnder(old, uneven, doubtful, { competence, prior, answers });
    const sure = { ...doubtful, variance: { slope: 0, intercept: 0, both: 0 } };
    const without = readUnder(old, uneven, sure, { competence, prior, answers });
    expect(read.linkError).toBeGreaterThan(0.01);
    expect(read.linkError).toBeLessThan(0.2);
    expect(read.standardError).toBe(Math.hypot(without.standardError, read.linkError));
    expect(read.level.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    const extremes = ({ level }: typeof read) =>
      (level.probabilities[0] ?? 0) + (level.probabilities.at(-1) ?? 0);
    expect(extremes(read)).toBeGreaterThan(extremes(without));
  });
});

describe('two releases that cannot be linked', () => {
  const keep = (n: number) => {
    const moved = stretched(1.2, 0);
    const own = moved.competences.get(competence)?.items.slice(0, n) ?? [];
    return measureWith({
      ...moved.release,
      items: new Map(own.map(({ key, definition }) => [key, definition])),
    });
  };

  it.each([
    ['share too few items', () => keep(5), 'few-anchors'],
    ['do not both measure it', () => keep(0), 'not-measured'],
    [
      'are of different frameworks',
      () =>
        measureWith({
          ...old.release,
          framework: { ...old.release.framework, id: 'digcomp' },
        }),
      'other-framework',
    ],
    [
      'have texts that do not mean the same',
      () =>
        measureWith({
          ...old.release,
          framework: { ...old.release.framework, version: '2.0.0' },
        }),
      'other-framework',
    ],
    [
      'disagree about every item',
      () =>
        altered(old.release, (item, index) => ({
          ...item,
          version: item.version + 1,
          difficulty: { ...item.difficulty, mean: index % 2 === 0 ? 3 : -3 },
        })),
      'anchors-disagree',
    ],
  ])('%s', (_, to, why) => {
    expect(linkReleases(old, to(), competence)).toEqual({ ok: false, why });
  });
});

it('every release of the repository reads those before it, or says why not', () => {
  const releases = locks.map(({ version }) => release(version));
  const read = releases.slice(1).flatMap((to, index) =>
    releases.slice(0, index + 1).flatMap((from) => {
      const [a, b] = [measureWith(from), measureWith(to)];
      return [...a.competences.keys()].map((code) => {
        const linked = linkReleases(a, b, code);
        return [from.version, to.version, code, linked.ok];
      });
    }),
  );
  expect(read.filter(([, , , ok]) => !ok)).toEqual([]);
  expect(read.length).toBeGreaterThan(2);
});
