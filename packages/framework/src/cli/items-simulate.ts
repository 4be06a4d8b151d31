import { simulatePupils, simulationText } from '@jalon/measurement';
import { itemKey, itemsByCompetence } from '../bank.ts';
import { readEditionOrStop } from './folder.ts';
import { stop, usage } from './stop.ts';

/** Simulates pupils against the bank, one competence or each, and prints how well it places them. */
export function simulateItems(
  competence: string | undefined,
  pupils: number,
  { seed, json }: { seed: string; json: boolean },
): void {
  if (!Number.isInteger(pupils) || pupils < 1) usage('--pupils takes a whole number from 1.');
  const { edition } = readEditionOrStop();
  const scale = edition.scale.value;
  const groups = itemsByCompetence(edition.items.map(({ value }) => value));
  if (groups.size === 0) stop('The bank has no items.');
  if (competence !== undefined && !groups.has(competence)) {
    stop(`There are items in ${[...groups.keys()].join(', ')} only.`);
  }
  const summaries = [...groups].flatMap(([code, items]) => {
    const own = scale.competences[code];
    if (!own || (competence !== undefined && competence !== code)) return [];
    const bank = items.map((item) => ({
      key: itemKey(item),
      item: {
        discrimination: item.discrimination,
        difficulty: item.difficulty.mean,
        difficultySd: item.difficulty.sd,
      },
      descriptor: item.descriptor,
    }));
    const { prior, cuts } = own;
    const summary = simulatePupils({ bank, prior, cuts, rules: scale.sitting, pupils, seed });
    return [{ competence: code, items: items.length, ...summary }];
  });
  if (json) console.log(JSON.stringify(summaries, null, 2));
  else {
    for (const summary of summaries) {
      console.log(`${summary.competence} (${summary.items} items)\n${simulationText(summary)}\n`);
    }
  }
}
