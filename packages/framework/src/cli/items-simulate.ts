import { writeFileSync } from 'node:fs';
import { pointsOf } from '@jalon/items';
import { simulatePupils, simulationPicture, simulationText } from '@jalon/measurement';
import { itemKey, itemsByCompetence } from '../bank.ts';
import { itemParameters } from '../measure/item-parameters.ts';
import { readEditionOrStop } from './folder.ts';
import { stop, usage } from './stop.ts';

interface Options {
  seed: string;
  json: boolean;
  /** The file to draw into, if any. */
  picture?: string | undefined;
  lang: string;
}

/**
 * Simulates pupils against the bank, one competence or each, prints how well it places them, and
 * draws it where a file is named.
 */
export function simulateItems(
  competence: string | undefined,
  pupils: number,
  { seed, json, picture, lang }: Options,
): void {
  if (!Number.isInteger(pupils) || pupils < 1) usage('--pupils takes a whole number from 1.');
  if (lang !== 'fr' && lang !== 'en') usage('--lang takes fr or en.');
  if (picture !== undefined && !picture.endsWith('.svg')) usage('--picture takes a name in .svg.');
  const { edition } = readEditionOrStop();
  const scale = edition.scale.value;
  const groups = itemsByCompetence(edition.items.map(({ value }) => value));
  if (groups.size === 0) stop('The bank has no items.');
  if (competence !== undefined && !groups.has(competence)) {
    stop(`There are items in ${[...groups.keys()].join(', ')} only.`);
  }
  const simulations = [...groups].flatMap(([code, items]) => {
    const own = scale.competences[code];
    if (!own || (competence !== undefined && competence !== code)) return [];
    const bank = items.map((item) => ({
      key: itemKey(item),
      item: itemParameters(scale, item, pointsOf(item)),
      descriptor: item.descriptor,
    }));
    const { prior, cuts } = own;
    const summary = simulatePupils({ bank, prior, cuts, rules: scale.sitting, pupils, seed });
    return [{ name: code, items: items.length, cuts, summary }];
  });

  if (picture !== undefined) draw(picture, simulationPicture(simulations, lang));
  if (json) {
    const told = simulations.map(({ name, items, summary }) => ({
      competence: name,
      items,
      ...summary,
    }));
    console.log(JSON.stringify(told, null, 2));
    return;
  }
  for (const { name, items, summary } of simulations) {
    console.log(`${name} (${items} items)\n${simulationText(summary)}\n`);
  }
}

function draw(file: string, picture: string): void {
  try {
    writeFileSync(file, picture);
  } catch (error) {
    stop(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
