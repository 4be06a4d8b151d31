import { readArguments } from './arguments.ts';
import { checkItems } from './items-check.ts';
import { newItem } from './items-new.ts';
import { previewItem } from './items-preview.ts';
import { simulateItems } from './items-simulate.ts';
import { usage } from './stop.ts';

const howTo = `Usage: npm run items -- COMMAND
  check [--json]                                  checks the whole bank
  preview ID [--seed S] [--text | --json]         opens an item in the product, or prints it with its
                                                  key and its feedback
  new COMPETENCE NAME KIND                        writes an item to fill in
  simulate [COMPETENCE] [--pupils N] [--seed S] [--json] [--picture FILE.svg] [--lang fr|en]
                                                  tells how well the bank places pupils, and draws it`;

const { positionals, values } = readArguments(
  {
    seed: { type: 'string', default: 'a' },
    pupils: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
    text: { type: 'boolean', default: false },
    picture: { type: 'string' },
    lang: { type: 'string', default: 'fr' },
  },
  howTo,
);
const [command, ...rest] = positionals;

switch (command) {
  case 'check':
    checkItems(values);
    break;
  case 'preview':
    previewItem(rest[0], values);
    break;
  case 'new':
    newItem(rest[0], rest[1], rest[2]);
    break;
  case 'simulate':
    simulateItems(rest[0], Number(values.pupils), values);
    break;
  default:
    usage(howTo);
}
