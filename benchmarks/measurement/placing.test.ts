import { describe, expect, it } from 'vitest';
import { makeBank } from './bank.ts';
import { jscatEngine } from './engines/jscat.ts';
import { ladderEngine } from './engines/ladder.ts';
import { ourEngine } from './engines/ours.ts';
import { recentredEngine } from './engines/recentred.ts';
import { itemsToReach, placePupils, theoreticalExact, theoreticalItems } from './placing.ts';
import { makePupils } from './pupils.ts';

const prior = { mean: 0, sd: 1.5 };
const cuts = [-1, 0, 1, 2];
const bank = makeBank({ ladders: 3, levels: 8, itemsPerSkill: 2, seed: 'test' });
const pupils = makePupils(40, prior, bank, 'test');
const engines = [
  ourEngine(bank, prior, 8, { informationAlone: false }),
  ourEngine(bank, prior, 8, { informationAlone: true }),
  recentredEngine(bank, prior.mean),
  ladderEngine(bank),
  jscatEngine(bank, prior, { copies: false }),
];

describe.each(engines)('$name', (engine) => {
  it('gives no item twice to a pupil', () => {
    const sitting = engine.sit(0);
    const keys: string[] = [];
    for (let i = 0; i < 8; i += 1) {
      const item = sitting.next();
      if (!item) break;
      keys.push(item.key);
      sitting.answer(item, i % 2 === 0);
    }
    expect(keys.length).toBeGreaterThan(4);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('finds high who always succeeds and low who always fails, and reports their levels', () => {
    const [high, low] = [true, false].map((isRight) => {
      const sitting = engine.sit(1);
      for (let i = 0; i < 8; i += 1) {
        const item = sitting.next();
        if (item) sitting.answer(item, isRight);
      }
      return [sitting.ability() > 0, sitting.level(cuts)];
    });
    expect(high).toEqual([true, 5]);
    expect(low).toEqual([false, 1]);
  });

  it('misses less the more items it gives', () => {
    const series = placePupils(engine, pupils, 8, { bank, cutSets: [cuts] });
    expect(series.at(-1)?.rmse).toBeLessThan(series[0]?.rmse ?? 0);
    expect(series.at(-1)?.byCuts[0]?.withinOne).toBeGreaterThan(0.8);
  });
});

it('a ladder infers what is easier than a success and harder than a failure, then asks no more', () => {
  const sitting = ladderEngine(bank).sit(0);
  const asked = new Map<number, number>();
  for (let item = sitting.next(); item; item = sitting.next()) {
    asked.set(item.ladder, (asked.get(item.ladder) ?? 0) + 1);
    sitting.answer(item, item.level <= 4);
  }
  expect(asked.size).toBe(3);
  for (const count of asked.values()) expect(count).toBeLessThanOrEqual(4);
  expect(sitting.ability()).toBeCloseTo(0, 1);
});

it('a re-centred prior lets the estimate run further than one that stays', () => {
  const after = (engine: (typeof engines)[number]) => {
    const sitting = engine.sit(0);
    for (let i = 0; i < 4; i += 1) {
      const item = sitting.next();
      if (item) sitting.answer(item, true);
    }
    return sitting.ability();
  };
  const stays = jscatEngine(bank, { mean: 0, sd: Math.sqrt(1.5) }, { copies: false });
  expect(after(recentredEngine(bank, 0))).toBeGreaterThan(after(stays) + 0.3);
});

it('a pupil answers an item the same way whoever asks, and rightly as often as is due', () => {
  const [item] = bank;
  if (!item) throw new Error('The bank is empty.');
  const same = makePupils(400, { mean: item.difficulty, sd: 0 }, bank, 'same');
  const again = makePupils(400, { mean: item.difficulty, sd: 0 }, bank, 'same');
  const right = same.map((pupil) => pupil.isRight(item));
  expect(again.map((pupil) => pupil.isRight(item))).toEqual(right);
  expect(right.filter(Boolean).length).toBeGreaterThan(160);
  expect(right.filter(Boolean).length).toBeLessThan(240);
});

describe('how many items it takes', () => {
  it('lies straight between the one before and the one that reaches the target', () => {
    expect(itemsToReach([1, 0.8, 0.6, 0.5], 0.7)).toBeCloseTo(2.5, 12);
    expect(itemsToReach([1, 0.8], 1.2)).toBe(1);
    expect(itemsToReach([1, 0.8], 0.5)).toBeNull();
  });

  it('is in theory what a standard error far below a level gives', () => {
    expect(theoreticalItems(0.9, 1)).toBeCloseTo(254.6, 1);
    expect(theoreticalExact(theoreticalItems(0.8, 1.3), 1.3)).toBeCloseTo(0.8, 12);
  });
});
