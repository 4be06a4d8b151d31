import { defineSimulator } from '../../simulator/define.ts';
import { condition, holds } from './conditions.ts';
import { event, type World, world } from './contract.ts';
import { example } from './example.ts';
import { machine, settingsOf } from './machine.ts';
import { describeEvent } from './words.ts';

/** Names that stand twice, and tests that may end in no way. */
function problems(shown: World): string[] {
  const ids = [
    ...shown.sections.map(({ id }) => id),
    ...settingsOf(shown).map(({ id }) => id),
    ...shown.tests.map(({ id }) => id),
  ];
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Two parts are named ${id}.`),
    ...shown.tests
      .filter(({ results }) => results.at(-1)?.when !== undefined)
      .map(({ id }) => `The last result of ${id} has a rule: nothing may happen.`),
  ];
}

export const settings = defineSimulator({
  name: 'settings',
  example,
  pointing: 'coarse',
  world,
  event,
  condition,
  machine,
  holds,
  present: (shown) => ({ kind: 'settings', world: shown }),
  describeEvent,
  problems,
});
