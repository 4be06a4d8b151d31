import { defineSimulator } from '../../simulator/define.ts';
import { condition, holds } from './conditions.ts';
import { event, type World, world } from './contract.ts';
import { example } from './example.ts';
import { machine } from './machine.ts';
import { describeEvent } from './words.ts';

/** Names that stand twice, links that lead nowhere, addresses that may be somebody's. */
function problems({ pages, start }: World): string[] {
  const ids = pages.map(({ id }) => id);
  const targets = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('link' in block ? [block.link.page] : [])),
  );
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Two pages are named ${id}.`),
    ...[...targets, ...(start === undefined ? [] : [start])]
      .filter((id) => !ids.includes(id))
      .map((id) => `There is no page ${id} to go to.`),
    ...pages
      .filter(({ address }) => !/^[a-z0-9.-]+\.example(\/|$)/.test(address))
      .map(({ address }) => `End this site's address in .example: ${address}`),
  ];
}

export const browser = defineSimulator({
  name: 'browser',
  example,
  pointing: 'coarse',
  world,
  event,
  condition,
  machine,
  holds,
  present: (shown) => ({ kind: 'browser', world: shown }),
  describeEvent,
  problems,
});
