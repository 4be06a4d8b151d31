import { defineSimulator } from '../../simulator/define.ts';
import { condition, holds } from './conditions.ts';
import { event, type World, world } from './contract.ts';
import { example } from './example.ts';
import { machine } from './machine.ts';
import { describeEvent } from './words.ts';

/** Rows of unlike lengths, and data that are not in the sheet. */
function problems({ rows, data }: World): string[] {
  return [
    ...(new Set(rows.map(({ length }) => length)).size > 1 ? ['Every row has as many cells.'] : []),
    ...(data.to > rows.length || data.from >= data.to
      ? ['The data are at least two rows of the sheet.']
      : []),
  ];
}

export const spreadsheet = defineSimulator({
  name: 'spreadsheet',
  example,
  pointing: 'fine',
  world,
  event,
  condition,
  machine,
  holds,
  present: (shown) => ({ kind: 'spreadsheet', world: shown }),
  describeEvent,
  problems,
});
