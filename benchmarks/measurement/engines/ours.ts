import {
  compileBank,
  type NormalPrior,
  poolOf,
  renewed,
  reportLevel,
  seededRandom,
  selectItem,
  standardGrid,
  startPosterior,
  summarizePosterior,
  updatePosterior,
  without,
} from '@jalon/measurement';
import type { BenchItem } from '../bank.ts';
import type { Engine, EngineSitting } from './engine.ts';

/**
 * The product's engine: information weighted by the posterior, progressive over `maxItems`, with
 * exposure held by what pupils before got; the mean of the posterior, and its most probable level.
 * `informationAlone` leaves out what it does for pupils and for the bank (chance, exposure, new
 * descriptors, gentle first items), by telling it that the end of the test is always near.
 */
export function ourEngine(
  bank: readonly BenchItem[],
  prior: NormalPrior,
  maxItems: number,
  { informationAlone }: { informationAlone: boolean },
): Engine {
  const curvesOf = compileBank(bank, standardGrid);
  const compiled = bank.flatMap((item, i) => {
    const curves = curvesOf[i];
    return curves ? [{ item, curves }] : [];
  });
  const byKey = new Map(compiled.map((entry) => [entry.item.key, entry]));
  const given = new Map(bank.map(({ key }) => [key, 0]));
  const whole = poolOf(
    compiled.map(({ item, curves }) => ({
      key: item.key,
      item: curves,
      descriptor: skillOf(item),
      exposureRate: 0,
      seenBefore: false,
    })),
  );
  const start = startPosterior(prior);
  let pupilsBefore = 0;

  const sit = (pupil: number): EngineSitting => {
    const rng = seededRandom(`ours ${pupil}`);
    const before = pupilsBefore;
    pupilsBefore += 1;
    const rateOf = (key: string) =>
      before === 0 || informationAlone ? 0 : (given.get(key) ?? 0) / before;
    let pool = renewed(whole, ({ key }) => ({ exposureRate: rateOf(key), seenBefore: false }));
    const descriptorsSeen = new Set<string>();
    let posterior = start;
    let count = 0;
    return {
      next() {
        if (pool.left.length === 0) return null;
        count += 1;
        const position = informationAlone ? maxItems : count;
        const request = { candidates: pool, posterior, position, maxItems, descriptorsSeen, rng };
        const key = selectItem(request);
        pool = without(pool, key);
        given.set(key, (given.get(key) ?? 0) + 1);
        return byKey.get(key)?.item ?? null;
      },
      answer(item, isRight) {
        if (!informationAlone) descriptorsSeen.add(skillOf(item));
        const curves = byKey.get(item.key)?.curves ?? item;
        posterior = updatePosterior(posterior, { item: curves, score: isRight ? 1 : 0 });
      },
      ability: () => summarizePosterior(posterior).ability,
      level: (cuts) => reportLevel(posterior, cuts).level,
    };
  };
  return { name: informationAlone ? 'ours, information alone' : 'ours', sit };
}

const skillOf = ({ ladder, level }: BenchItem): string => `${ladder}.${level}`;
