import { defineSimulator } from '../../simulator/define.ts';
import { condition, holds } from './conditions.ts';
import { event, type World, world } from './contract.ts';
import { example } from './example.ts';
import { machine } from './machine.ts';
import { describeEvent } from './words.ts';

/** Names that stand twice, and things that lie nowhere. */
function problems({ drives, folders, files }: World): string[] {
  const things = [...folders, ...files];
  const ids = [...drives, ...things].map(({ id }) => id);
  const places = new Set([...drives, ...folders].map(({ id }) => id));
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Two parts are named ${id}.`),
    ...things
      .filter((thing) => !places.has(thing.in))
      .map(({ id, in: place }) => `${id} lies in ${place}, which is neither drive nor folder.`),
  ];
}

export const files = defineSimulator({
  name: 'files',
  example,
  pointing: 'coarse',
  world,
  event,
  condition,
  machine,
  holds,
  present: (shown) => ({ kind: 'files', world: shown }),
  describeEvent,
  problems,
});
