import { describe, expect, it } from 'vitest';
import { DRIFT_RULES } from '../checks/drift.ts';
import { ITEM_FIT_RULES } from '../checks/item-fit.ts';
import { curveFit } from './curve-fit.ts';
import { comparisonsOf, groupDifference } from './differences.ts';
import { bankDrift, relocate } from './drift-of-bank.ts';
import { adaptiveAnswers, prior, type SimulatedTest, spreadBank } from './fixtures/adaptive.ts';

const usual: SimulatedTest = {
  bank: spreadBank(24),
  pupils: 1_200,
  items: 11,
  shareOfB: 0.4,
  behind: 0,
  seed: 'usual',
};

/** Every item of a simulated test, judged. */
function judged(over: Partial<SimulatedTest> = {}, recentFrom = 0) {
  const { items, sittings } = adaptiveAnswers({ ...usual, ...over });
  const comparisons = comparisonsOf(sittings, ['group']);
  const found = items.map(({ key, compiled, answers }) => ({
    key,
    fit: curveFit(compiled, answers, ITEM_FIT_RULES),
    place: relocate(compiled, answers, recentFrom),
    differences: comparisons.map((comparison) => groupDifference(answers, comparison)),
  }));
  const drifts = bankDrift(
    found.map(({ place }) => place),
    prior,
  );
  return found.map((item, index) => ({ ...item, drift: drifts[index] }));
}

const withItem = (index: number, over: Partial<(typeof usual.bank)[number]>) =>
  usual.bank.map((item, i) => (i === index ? { ...item, ...over } : item));

const share = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length / all.length;

describe('a bank that is as its release says', () => {
  const seeds = ['a', 'b', 'c', 'd'];
  const items = seeds.flatMap((seed, index) => judged({ seed, behind: index % 2 }));
  const tested = items.flatMap(({ fit }) =>
    fit.code === 'not-enough-data' ? [] : [fit.figures.p],
  );
  const compared = items
    .flatMap(({ differences }) => differences)
    .flatMap((found) => (found.code === 'not-enough-data' ? [] : [found]));

  it('is said to fit, with no more false alarms than the rate that is stated', () => {
    expect(tested.length).toBeGreaterThan(80);
    expect(share(tested, (p) => p < ITEM_FIT_RULES.significance)).toBeLessThan(0.04);
    // The p-values are spread evenly, as those of a right test are.
    expect(share(tested, (p) => p < 0.5)).toBeGreaterThan(0.35);
    expect(share(tested, (p) => p < 0.5)).toBeLessThan(0.65);
  });

  it('shows no difference between groups, equally able or a logit apart', () => {
    expect(compared.length).toBeGreaterThan(70);
    expect(share(compared, ({ figures }) => figures.p < 0.05)).toBeLessThan(0.1);
    expect(share(compared, ({ code }) => code !== 'negligible')).toBeLessThan(0.06);
    const mean = compared.reduce((sum, { figures }) => sum + figures.logOddsRatio, 0);
    expect(Math.abs(mean / compared.length)).toBeLessThan(0.1);
  });

  it('has drifted nowhere', () => {
    const known = items.filter(({ drift }) => drift?.code !== 'not-enough-data');
    expect(known.length).toBeGreaterThan(70);
    expect(share(known, ({ drift }) => drift?.code !== 'stable')).toBeLessThan(0.03);
  });
});

/** What is found between the groups on one item. */
function differenceOn(index: number, over: Partial<SimulatedTest>) {
  const { items, sittings } = adaptiveAnswers({ ...usual, ...over });
  const [comparison] = comparisonsOf(sittings, ['group']);
  const item = items[index];
  if (!comparison || !item) throw new Error('Nothing is compared.');
  return groupDifference(item.answers, comparison);
}

describe('an item that is harder for one group', () => {
  it.each(['a', 'b', 'c', 'd', 'e'])('by 0.6 logits is found (%s)', (seed) => {
    const bank = withItem(12, { harderForB: 0.6 });
    const found = differenceOn(12, { bank, seed, behind: 0.5, pupils: 2_000 });
    expect(found).toMatchObject({ figures: { favours: 'reference' } });
    expect(['moderate', 'large']).toContain(found.code);
  });

  it('is not spoken of where a group gave fewer than 100 answers', () => {
    const bank = withItem(12, { harderForB: 0.6 });
    const found = differenceOn(12, { bank, pupils: 700, shareOfB: 0.165 });
    expect(found.figures.focal).toBeLessThan(100);
    expect(found.figures.reference).toBeGreaterThan(100);
    expect(found).toMatchObject({ code: 'not-enough-data', severity: 'unknown' });
    expect(comparisonsOf([], ['group'])).toEqual([]);
  });

  it('is found by points too', () => {
    const steps = { discrimination: 0.9, steps: [-0.6, -0.2, 0.2], difficultySd: 0 };
    const bank = withItem(12, { stated: steps, real: steps, harderForB: 0.9 });
    expect(differenceOn(12, { bank, pupils: 2_000 })).toMatchObject({
      figures: { favours: 'reference' },
    });
  });
});

describe('an item that is not answered as its curve says', () => {
  const stated = usual.bank[8]?.stated ?? { discrimination: 1, difficulty: 0, difficultySd: 0 };

  it('is found where it does not tell pupils apart', () => {
    const real = { discrimination: 0.15, difficulty: -0.7, difficultySd: 0 };
    expect(judged({ bank: withItem(8, { real }), pupils: 2_000 })[8]?.fit.code).toBe('misfits');
  });

  it('is said to fit where it is only harder than its release has it', () => {
    const real = { ...stated, difficulty: -0.1 };
    expect(judged({ bank: withItem(8, { real }) })[8]?.fit.code).toBe('fits');
  });

  it('is not spoken of by few answers', () => {
    const few = judged({ pupils: 150 }).map(({ fit }) => fit.code);
    expect(new Set(few)).toEqual(new Set(['not-enough-data']));
  });
});

describe('an item that has become easier', () => {
  const real = { discrimination: 1.4, difficulty: -1.5, difficultySd: 0 };
  const easier = { ...real, difficulty: -2.3 };

  it('than a release that is sure of it says is found, and by how much', () => {
    const bank = withItem(8, { stated: real, real: easier });
    const drift = judged({ bank })[8]?.drift;
    expect(drift).toMatchObject({ code: 'easier', severity: 'act' });
    const shift = drift?.code === 'not-enough-data' ? 0 : (drift?.figures.shift ?? 0);
    expect(shift).toBeGreaterThan(-1.2);
    expect(shift).toBeLessThan(-0.5);
  });

  it('than its writer supposed is no drift: nobody knew better', () => {
    const bank = withItem(8, { stated: { ...real, difficultySd: 0.5 }, real: easier });
    expect(judged({ bank })[8]?.drift?.code).toBe('not-enough-data');
  });

  it('than it was for earlier pupils is found, whatever its writer supposed', () => {
    const stated = { ...real, difficultySd: 0.5 };
    const pupils = 2_500;
    const before = adaptiveAnswers({ ...usual, pupils, bank: withItem(8, { stated, real }) });
    const after = adaptiveAnswers({
      ...{ ...usual, pupils, seed: 'after' },
      bank: withItem(8, { stated, real: easier }),
    });
    const places = before.items.map(({ compiled, answers }, index) => {
      const later = (after.items[index]?.answers ?? []).map((answer) => ({
        ...answer,
        answeredAt: answer.answeredAt + pupils,
      }));
      return relocate(compiled, [...answers, ...later], pupils);
    });
    const codes = bankDrift(places, prior).map(({ code }) => code);
    expect(codes[8]).toBe('easier');
    expect(codes.filter((code) => code === 'harder' || code === 'easier')).toHaveLength(1);
  });

  it('is not spoken of in a bank of too few items', () => {
    const few = { bank: usual.bank.slice(10, 10 + DRIFT_RULES.minimumItems - 1), items: 4 };
    expect(new Set(judged(few).map(({ drift }) => drift?.code))).toEqual(
      new Set(['not-enough-data']),
    );
  });
});
