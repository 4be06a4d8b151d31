import { describe, expect, it } from 'vitest';
import { readCrcn, withItems } from '../testing/crcn.ts';
import { changesBetween, nextVersion, stepDue, type VersionStep } from './due.ts';
import type { Release } from './load.ts';

const base = readCrcn().release('1.2.0');
const search = '1.1';

/** The release with something else in a competence of its framework. */
const inFramework = (
  change: (one: Release['framework']['competences'][number]) => Partial<typeof one>,
): Release => ({
  ...base,
  framework: {
    ...base.framework,
    competences: base.framework.competences.map((one) =>
      one.code === search ? { ...one, ...change(one) } : one,
    ),
  },
});

const inScale = (change: Partial<Release['scale']>): Release => ({
  ...base,
  scale: { ...base.scale, ...change },
});

const ofSearch = (change: object) =>
  inScale({
    competences: {
      ...base.scale.competences,
      [search]: { prior: { mean: 0, sd: 1.5 }, cuts: [-1, 0, 1, 2], ...change },
    },
  });

/** The first item that is a choice, as a next version. */
const inFirstChoice = (change: (item: object) => object): Release => {
  const first = [...base.items.values()].find(({ kind }) => kind === 'choice')?.id;
  return withItems(base, (item) =>
    item.id === first ? { ...item, ...change(item), version: item.version + 1 } : item,
  );
};

describe('the step that is due', () => {
  it.each<[string, Release, VersionStep | null, string[]]>([
    ['nothing', base, null, []],
    ['a prompt in other words', inFirstChoice(() => ({ prompt: 'Que fais-tu ?' })), 'patch', []],
    [
      'the words of a reason',
      inFirstChoice(() => ({ feedback: { correct: 'Oui !', incorrect: 'Non !' } })),
      'patch',
      [],
    ],
    [
      'the words of a competence',
      inFramework(() => ({ definition: 'Chercher autrement.' })),
      'patch',
      [],
    ],
    [
      'what a new item is given by default',
      inScale({ usualDifficulty: { 1: -2.5, 2: -1, 3: 0, 4: 1, 5: 2 } }),
      'patch',
      [],
    ],
    [
      'an engine that was mended',
      { ...base, engine: 'items 0.3.1, measurement 0.3.0' },
      'patch',
      [],
    ],
    [
      'an engine that can do more',
      { ...base, engine: 'items 0.4.0, measurement 0.3.0' },
      'minor',
      [],
    ],
    [
      'another rule for the end of a sitting',
      inScale({ sitting: { ...base.scale.sitting, maxItems: 15 } }),
      'minor',
      [],
    ],
    [
      'an item’s difficulty',
      inFirstChoice(() => ({ difficulty: { mean: 0.3, sd: 0.1 } })),
      'minor',
      [search],
    ],
    [
      'the words of an answer, which may make it easier',
      inFirstChoice((item) => ({
        options:
          'options' in item && Array.isArray(item.options)
            ? item.options.map((option: object) => ({ ...option, text: 'autre chose' }))
            : [],
      })),
      'minor',
      [search],
    ],
    [
      'an item that is retired',
      withItems(base, (item, at) => (at === 0 ? null : item)),
      'minor',
      [search],
    ],
    [
      'a descriptor that is new',
      inFramework(({ descriptors }) => ({
        descriptors: [...descriptors, { code: '1.1.N5.9', level: 5, text: 'Savoir plus.' }],
      })),
      'minor',
      [],
    ],
    [
      'a descriptor that is gone',
      inFramework(({ descriptors }) => ({ descriptors: descriptors.slice(1) })),
      'major',
      [search],
    ],
    [
      'a descriptor at another level',
      inFramework(({ descriptors }) => ({
        descriptors: descriptors.map((one, at) => (at === 0 ? { ...one, level: 2 } : one)),
      })),
      'major',
      [search],
    ],
    ['a cut point', ofSearch({ cuts: [-1, 0, 1, 2.1] }), 'major', [search]],
    ['what is expected of a pupil', ofSearch({ prior: { mean: 0.2, sd: 1.5 } }), 'major', [search]],
    [
      'a framework whose codes mean something else',
      { ...base, framework: { ...base.framework, version: '2.0.0' } },
      'major',
      base.framework.competences.map(({ code }) => code),
    ],
  ])('after %s', (_, after, step, touches) => {
    const changes = changesBetween(base, after);
    expect(stepDue(changes)).toBe(step);
    expect([...new Set(changes.flatMap((change) => change.touches))].sort()).toEqual(touches);
  });

  it('is as large for a competence that comes or goes', () => {
    const [, ...rest] = base.framework.competences;
    const fewer = { ...base, framework: { ...base.framework, competences: rest } };
    expect(stepDue(changesBetween(base, fewer))).toBe('major');
    expect(stepDue(changesBetween(fewer, base))).toBe('major');
  });

  it('names the first version it allows', () => {
    expect(nextVersion('1.4.2', 'patch')).toBe('1.4.3');
    expect(nextVersion('1.4.2', 'minor')).toBe('1.5.0');
    expect(nextVersion('1.4.2', 'major')).toBe('2.0.0');
  });
});
