import { kindNames } from '@jalon/items';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { itemSkeleton } from '../check/item-skeleton.ts';
import { crcnFolder, readEditionOrStop } from './folder.ts';
import { stop, usage } from './stop.ts';

/** Writes an item to fill in, for the first descriptor of its competence. */
export function newItem(
  competence: string | undefined,
  name: string | undefined,
  kind: string | undefined,
): void {
  const known = kindNames.find((one) => one === kind);
  if (!competence || !name || !known) {
    usage(`Usage: npm run items -- new COMPETENCE NAME ${kindNames.join('|')}`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    usage(
      'Write the name in small letters without accents, words apart by dashes: cle-usb-du-club',
    );
  }
  const { edition } = readEditionOrStop();
  const { competences } = edition.framework.value;
  const descriptor = competences.find(({ code }) => code === competence)?.descriptors[0];
  if (!descriptor) {
    stop(`There is no competence ${competence}: ${competences.map(({ code }) => code).join(', ')}`);
  }
  const file = join(crcnFolder, 'items', competence, `${name}.v1.yaml`);
  const shown = relative(process.cwd(), file);
  if (existsSync(file)) stop(`${shown} is there already.`);
  const { value: scale } = edition.scale;
  const text = itemSkeleton({ competence, name, kind: known, descriptor, scale });
  if (text === null) {
    stop(`The scale has no usual discrimination for the kind ${known}: add it in a new version.`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(shown);
}
