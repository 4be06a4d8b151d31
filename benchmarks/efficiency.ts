import { parseArgs } from 'node:util';
import { makeBank } from './measurement/bank.ts';
import { comparisonText, neededText, theoryText } from './measurement/efficiency-text.ts';
import { jscatEngine } from './measurement/engines/jscat.ts';
import { ladderEngine } from './measurement/engines/ladder.ts';
import { ourEngine } from './measurement/engines/ours.ts';
import { recentredEngine } from './measurement/engines/recentred.ts';
import { itemsToReach, placePupils } from './measurement/placing.ts';
import { makePupils } from './measurement/pupils.ts';

const PUPILS = 320;
const SEED = 'efficiency';
const LENGTHS = [5, 10, 20];
const COMPARED_AT = 10;
const POPULATION = { mean: 0, sd: 1.5 };
const CUT_SETS = [
  [-1, 0, 1, 2],
  [-3, -2, -1, 0, 1, 2, 3],
];
const BANK = { ladders: 6, levels: 8, itemsPerSkill: 3, seed: SEED };
/** How far an engine may go to reach ours; the library takes milliseconds an item. */
const FURTHEST = { informationAlone: 40, recentred: 40, ladder: 40, jscat: 24 };

/**
 * `efficiency [--pupils N] [--seed S]`: how well engines place the same pupils, who give the same
 * answers, from the same bank of known two-parameter items, after 5, 10 and 20 items; how many items
 * each needs to place as ours does; the theoretical frame. The ratio is what maximum information
 * with a re-centred prior needs for the error that ours has after 10 items, over 10.
 */
export async function benchEfficiency(words: readonly string[]): Promise<number> {
  const { count, seed } = readWords(words);
  const bank = makeBank(BANK);
  const pupils = makePupils(count, POPULATION, bank, seed);
  const ours = LENGTHS.map((items) => {
    const engine = ourEngine(bank, POPULATION, items, { informationAlone: false });
    const placing = placePupils(engine, pupils, items, { bank, cutSets: CUT_SETS }).at(-1);
    if (!placing) throw new Error('A test has at least one item.');
    return { items, placing };
  });
  const recentred = recentredEngine(bank, POPULATION.mean);
  const alone = ourEngine(bank, POPULATION, FURTHEST.informationAlone, { informationAlone: true });
  const others = [
    { engine: alone, items: FURTHEST.informationAlone },
    { engine: recentred, items: FURTHEST.recentred },
    { engine: ladderEngine(bank), items: FURTHEST.ladder },
    { engine: jscatEngine(bank, POPULATION, { copies: false }), items: FURTHEST.jscat },
  ].map(({ engine, items }) => ({
    name: engine.name,
    series: placePupils(engine, pupils, items, { bank, cutSets: CUT_SETS }),
  }));

  console.log(`${count} pupils N(0, 1.5²), ${bank.length} items, levels 1 logit wide\n`);
  console.log(comparisonText(ours, others));
  console.log(`\n${neededText(ours, others)}`);
  console.log(`\n${theoryText(bank, ours)}\n`);

  const errorsOf = (name: string) =>
    others.find((other) => other.name === name)?.series.map(({ rmse }) => rmse) ?? [];
  const target = ours.find(({ items }) => items === COMPARED_AT)?.placing.rmse ?? Number.NaN;
  const targetAlone = errorsOf(alone.name)[COMPARED_AT - 1] ?? Number.NaN;
  const ratioFor = (rmse: number) =>
    (itemsToReach(errorsOf(recentred.name), rmse) ?? FURTHEST.recentred) / COMPARED_AT;
  console.log(`Items that '${recentred.name}' needs, over ${COMPARED_AT}, for the RMSE after them`);
  console.log(
    `of '${alone.name}': ${ratioFor(targetAlone).toFixed(2)}; of ours, as pupils meet it:`,
  );
  return ratioFor(target);
}

function readWords(words: readonly string[]): { count: number; seed: string } {
  const { values } = parseArgs({
    args: [...words],
    options: { pupils: { type: 'string' }, seed: { type: 'string', default: SEED } },
  });
  const count = Number(values.pupils ?? PUPILS);
  if (!(Number.isInteger(count) && count > 0)) {
    throw new Error('Usage: npm run bench -- efficiency [--pupils N] [--seed S]');
  }
  return { count, seed: values.seed };
}
